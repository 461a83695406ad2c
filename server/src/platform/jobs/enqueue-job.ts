import { sql, type Transaction } from 'kysely';
import type { DB, JsonObject } from '../database/schema.generated.ts';

/**
 * Puts a background task into the queue. It is part of the transaction: it runs once that is committed, and never
 * when it is not. With a `key` there is at most one waiting job of that key; a second one takes its place. With
 * `runAt` it waits for that instant.
 */
export async function enqueueJob(
  database: Transaction<DB>,
  task: string,
  payload: JsonObject,
  key: string | null = null,
  runAt: Date | null = null,
): Promise<void> {
  await sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${key}, run_at => ${runAt})`.execute(
    database,
  );
}
