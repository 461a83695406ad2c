import type { FastifyBaseLogger } from 'fastify';
import type { Kysely, Transaction } from 'kysely';
import { insertDemoPeople } from './access/demo-people.queries.ts';
import type { DB } from './platform/database/schema.generated.ts';
import type { Module } from './platform/module.ts';
import { StartFailure } from './platform/start-failure.ts';

export interface Installation {
  /** The invented province, with its one-click people, is what this database holds, and is switched on. */
  readonly demo: boolean;
}

interface Options {
  readonly database: Kysely<DB>;
  /** As set in MANGNON_DEMO; `null` when it is not set. */
  readonly wanted: boolean | null;
  readonly embedded: boolean;
  readonly modules: readonly Module[];
  readonly log: FastifyBaseLogger;
  readonly now: Date;
}

/**
 * Finds out what this database is, or decides it at the first start: everything of the demo is written in one
 * transaction together with that decision, so that a kill in the middle leaves an empty database and not half a demo.
 * Throws a StartFailure when the demo is asked for where real accounts stand.
 */
export async function openInstallation(options: Options): Promise<Installation> {
  const { database, wanted, embedded } = options;
  const demo = await database.transaction().execute(async (transaction) => {
    const inserted = await transaction
      .insertInto('installation')
      .values({ demo: wanted ?? embedded })
      // Another copy on the same database that was quicker is waited for here, and has decided.
      .onConflict((conflict) => conflict.doNothing())
      .returning('demo')
      .executeTakeFirst();
    if (inserted?.demo === true) await seedDemo(transaction, options);
    return inserted?.demo ?? (await findDemo(transaction));
  });
  if (wanted === true && !demo) throw notADemo();
  return { demo: demo && wanted !== false };
}

async function findDemo(transaction: Transaction<DB>): Promise<boolean> {
  const { demo } = await transaction.selectFrom('installation').select('demo').executeTakeFirstOrThrow();
  return demo;
}

async function seedDemo(database: Transaction<DB>, { modules, log, now }: Options): Promise<void> {
  const people = await insertDemoPeople(database, now);
  const accountOf = (login: string) => {
    const id = people.get(login);
    if (id === undefined) throw new Error(`there is no demo person ${login}`);
    return id;
  };
  // Each module may build on what the one before has written.
  for (const module of modules) await module.seedDemo?.({ database, log, accountOf, now });
}

function notADemo(): StartFailure {
  return new StartFailure({
    vi: 'MANGNON_DEMO=1 nhưng cơ sở dữ liệu này đã dùng cho dữ liệu thật: bản dùng thử không được trộn vào. Hãy bỏ MANGNON_DEMO, hoặc đặt MANGNON_DATA tới một thư mục trống.',
    en: 'MANGNON_DEMO=1, but this database was begun for real data, and the demo is never mixed into it. Remove MANGNON_DEMO, or set MANGNON_DATA to an empty folder.',
  });
}
