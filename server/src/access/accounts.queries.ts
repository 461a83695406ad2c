import { sql, type Kysely, type Transaction } from 'kysely';
import type { NewHolding } from '@mangnon/domain/access/accounts.api.ts';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { insertHoldings } from './post-holdings.queries.ts';

type Database = Kysely<DB> | Transaction<DB>;

/** Two logins that look alike are one account: composed letters, lower case. */
export function foldLogin(login: string): string {
  return login.trim().normalize('NFC').toLowerCase();
}

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly title: string;
  readonly holdings: readonly NewHolding[];
  readonly passwordHash: string | null;
  readonly agencyId?: string;
  readonly demo?: boolean;
  readonly createdBy: string | null;
}

/** Gives the new account's id, or `null` when the login is taken. */
export async function insertAccount(database: Transaction<DB>, account: NewAccount, now: Date): Promise<string | null> {
  const inserted = await database
    .insertInto('account')
    .values({
      login: account.login,
      login_folded: foldLogin(account.login),
      name: account.name,
      title: account.title,
      folded: fold(`${account.name} ${account.login} ${account.title}`),
      agency_id: account.agencyId ?? null,
      password_hash: account.passwordHash,
      demo: account.demo ?? false,
      created_at: now,
      created_by: account.createdBy,
    })
    .onConflict((conflict) => conflict.column('login_folded').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return null;
  await insertHoldings(database, { accountId: inserted.id, givenBy: account.createdBy }, account.holdings, now);
  return inserted.id;
}

/** For a right password in prepare: only accounts that may sign in with one. */
export async function findCredentials(
  database: Kysely<DB>,
  login: string,
): Promise<{ readonly id: string; readonly passwordHash: string | null } | null> {
  const row = await database
    .selectFrom('account')
    .select(['id', 'password_hash as passwordHash'])
    .where('login_folded', '=', foldLogin(login))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether somebody real can administer this installation. The invented administrator of a demo counts in the demo. */
export async function hasAdministrator(database: Database, demo: boolean): Promise<boolean> {
  const found = await database
    .selectFrom('account')
    .innerJoin('post_holding', 'post_holding.account_id', 'account.id')
    .where('post', '=', 'system_administrator')
    .where('ended_at', 'is', null)
    .where('disabled_at', 'is', null)
    .$if(!demo, (query) => query.where('account.demo', '=', false))
    .select('account.id')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** One at a time may decide about administrators: the first one, and the last one. */
export async function lockAdministration(database: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(4150002)`.execute(database);
}

export async function countActiveAdministrators(database: Transaction<DB>): Promise<number> {
  const { total } = await database
    .selectFrom('account')
    .innerJoin('post_holding', 'post_holding.account_id', 'account.id')
    .where('post', '=', 'system_administrator')
    .where('ended_at', 'is', null)
    .where('disabled_at', 'is', null)
    .select((row) => row.fn.count<number>('account.id').distinct().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

export async function setDisabled(database: Transaction<DB>, id: string, now: Date): Promise<void> {
  await database
    .updateTable('account')
    .set({ disabled_at: now })
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .execute();
}
