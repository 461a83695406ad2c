import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { NewHolding } from '@mangnon/domain/access/accounts.api.ts';
import { insertAccount } from '../../access/accounts.queries.ts';
import { updateAgencyRegister } from '../../agencies/agency-register.ts';
import { updateCalendar } from '../../law/calendar-register.ts';
import { openDatabase } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { cloneDatabase } from '../../testing/test-database.ts';

/** A database with registers and people, and no program that would do anything on it by the clock of today. */
export interface ReminderWorld {
  readonly database: Kysely<DB>;
  readonly databaseUrl: string;
  /** Somebody with this post; gives the account. */
  addPerson(holding: Omit<NewHolding, 'validFrom'>): Promise<string>;
  /** As the owner, who is shown everything. */
  asOwner<Row>(query: RawBuilder<Row>): Promise<Row[]>;
  stop(): Promise<void>;
}

export async function openReminderWorld(): Promise<ReminderWorld> {
  const { url: databaseUrl, drop } = await cloneDatabase();
  const database = openDatabase({ url: databaseUrl, namedStatements: true, connections: 4 });
  await updateAgencyRegister(database);
  await updateCalendar(database);
  let people = 0;
  return {
    database,
    databaseUrl,
    addPerson: (holding) =>
      database.transaction().execute(async (transaction) => {
        await sql`set local role none`.execute(transaction);
        people += 1;
        const named = { login: `nguoi-${people}`, name: `Người ${people}`, title: 'Chuyên viên', createdBy: null };
        const holdings = [{ validFrom: '2000-01-01', ...holding }];
        const id = await insertAccount(
          transaction,
          { ...named, holdings, passwordHash: '$argon2id$none' },
          new Date('2026-01-01T00:00:00Z'),
        );
        if (id === null) throw new Error('the login is taken');
        return id;
      }),
    asOwner: (query) =>
      database.transaction().execute(async (transaction) => {
        await sql`set local role none`.execute(transaction);
        return (await query.execute(transaction)).rows;
      }),
    async stop() {
      await database.destroy();
      await drop();
    },
  };
}
