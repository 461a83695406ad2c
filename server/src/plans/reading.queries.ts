import { sql, type Kysely, type Transaction } from 'kysely';
import type { Refusal } from '@mangnon/domain/kernel/result.ts';
import type { ReadingProgress } from '@mangnon/reading/read-plan.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { putFacts } from './draft-facts.queries.ts';
import { lockDraft } from './drafts.queries.ts';
import type { ReadFacts } from './read-facts.ts';

/** What the background task needs to read a file; nothing when it has been read already. */
export async function findFileToRead(
  database: Kysely<DB>,
  draftId: string,
): Promise<{ file_name: string; source_sha256: Buffer } | undefined> {
  return database
    .selectFrom('draft')
    .select(['file_name', 'source_sha256'])
    .where('id', '=', draftId)
    .where('state', '=', 'reading')
    .executeTakeFirst();
}

export async function storeProgress(database: Kysely<DB>, draftId: string, progress: ReadingProgress): Promise<void> {
  await database
    .updateTable('draft')
    .set({ progress_stage: progress.stage, progress_done: progress.done, progress_of: progress.of })
    .where('id', '=', draftId)
    .where('state', '=', 'reading')
    .execute();
}

export async function storeReadingRefusal(
  database: Kysely<DB>,
  draftId: string,
  refusal: Refusal,
  now: Date,
): Promise<void> {
  await database
    .updateTable('draft')
    .set({ state: 'refused', state_since: now, refusal: JSON.stringify(refusal) })
    .where('id', '=', draftId)
    .where('state', '=', 'reading')
    .execute();
}

/** Document and facts together, or nothing; a second run finds the draft read and changes nothing. */
export async function storeReading(
  database: Transaction<DB>,
  draftId: string,
  { reading, facts }: ReadFacts,
  now: Date,
): Promise<void> {
  const draft = await lockDraft(database, draftId);
  if (draft?.state !== 'reading') return;
  const { text, ...extraction } = reading.extraction;
  const pages = reading.pages ?? 0;
  await putFacts(database, draftId, facts);
  await sql`
    update draft set state = 'in_review', state_since = ${now}, read_at = ${now}, progress_stage = 'done',
      progress_done = ${pages}::integer, progress_of = ${pages}::integer, source_format = ${reading.format},
      pages = ${reading.pages}::integer, text = ${text}, extraction = ${JSON.stringify(extraction)}::jsonb,
      layout = ${JSON.stringify(reading.layout)}::jsonb
    where id = ${draftId}::uuid`.execute(database);
}
