import type { Kysely } from 'kysely';
import type { DB } from '../database/schema.generated.ts';
import type { Module } from '../module.ts';
import { enqueueJob } from './enqueue-job.ts';

/**
 * Puts the tasks that keep themselves going into the queue at a start, each under its own name as key: where one waits
 * already, it is this one, brought forward to now.
 */
export async function beginTasks(database: Kysely<DB>, modules: readonly Module[]): Promise<void> {
  const names = modules.flatMap(({ begins }) => begins ?? []);
  await database.transaction().execute(async (transaction) => {
    // A handful, once at a start.
    // oxlint-disable-next-line no-await-in-loop -- one connection does one thing after the other
    for (const name of names) await enqueueJob(transaction, name, {}, name);
  });
}
