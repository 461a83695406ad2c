import type { Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';
import { enqueueJob } from '../platform/jobs/enqueue-job.ts';
import { insertNotices, type NewNotice } from './attention.queries.ts';

export const writeDigestsName = 'attention.digests';

/**
 * Tells people something, in the transaction of what they are told of: what is undone tells nobody. Each person is told
 * once under one key, however often this runs. Who wants a mail at once has it on its way as soon as this is committed.
 */
export async function notify(database: Transaction<DB>, notices: readonly NewNotice[], at: Date): Promise<void> {
  const told = await insertNotices(database, notices, at);
  if (told.size > 0) await enqueueJob(database, writeDigestsName, {}, writeDigestsName);
}
