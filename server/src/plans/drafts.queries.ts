import { sql, type Kysely, type Transaction } from 'kysely';
import type { Refusal } from '@mangnon/domain/kernel/result.ts';
import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import type { DraftState } from '@mangnon/domain/plans/draft.workflow.ts';
import type { PlanExtraction } from '@mangnon/domain/plans/extraction.ts';
import type { LayoutBlock } from '@mangnon/domain/plans/layout.ts';
import type { PlanReading, ReadingProgress } from '@mangnon/reading/read-plan.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { putFacts } from './draft-facts.queries.ts';

/** A draft as its row in a list needs it; the counts come from its facts. */
export interface DraftRow {
  readonly id: string;
  readonly state: DraftState;
  readonly file_name: string;
  readonly file_bytes: number;
  readonly title: string | null;
  readonly number: string | null;
  readonly uploaded_by: string;
  readonly uploaded_at: Date;
  readonly progress_stage: 'waiting' | 'opening' | 'recognising' | 'understanding' | 'done';
  readonly progress_done: number;
  readonly progress_of: number;
  readonly refusal: Refusal | null;
  readonly tasks: number;
  readonly targets: number;
  readonly reporting: number;
  readonly legal_bases: number;
  readonly open_doubts: number;
  readonly plan_id: string | null;
  readonly seq: number;
}

const columns = sql`
  draft.id, draft.state, draft.file_name, source_file.byte_count as file_bytes, account.name as uploaded_by,
  draft.uploaded_at, draft.progress_stage, draft.progress_done, draft.progress_of, draft.refusal, draft.seq,
  counted.*, plan.id as plan_id`;

const tables = sql`
  draft join source_file on source_file.sha256 = draft.source_sha256 join account on account.id = draft.uploaded_by
  left join plan on plan.draft_id = draft.id
  cross join lateral (
    select max(data ->> 'title') filter (where kind = 'heading') as title,
      max(data ->> 'number') filter (where kind = 'heading') as number,
      count(*) filter (where kind = 'task') as tasks, count(*) filter (where kind = 'target') as targets,
      count(*) filter (where kind = 'reporting') as reporting,
      count(*) filter (where kind = 'legal_basis') as legal_bases,
      count(*) filter (where kind = 'doubt' and data -> 'settled' = 'null') as open_doubts
    from draft_fact where draft_fact.draft_id = draft.id
  ) counted`;

/** Those at work, newest first; five hundred are more than any list can show. */
export async function listOpenDrafts(database: Kysely<DB>): Promise<DraftRow[]> {
  const { rows } = await sql<DraftRow>`
    select ${columns} from ${tables} where draft.state in ('reading', 'refused', 'in_review')
    order by draft.uploaded_at desc, draft.id limit 500`.execute(database);
  return rows;
}

export async function findDraftRow(database: Kysely<DB>, draftId: string): Promise<DraftRow | undefined> {
  const { rows } = await sql<DraftRow>`
    select ${columns} from ${tables} where draft.id = ${draftId}::uuid`.execute(database);
  return rows[0];
}

export interface DraftDocument {
  readonly text: string;
  readonly sections: PlanExtraction['sections'];
  readonly recipients: string[];
  readonly layout: LayoutBlock[];
}

export async function findDraftDocument(database: Kysely<DB>, draftId: string): Promise<DraftDocument> {
  const { rows } = await sql<DraftDocument>`
    select text, layout, coalesce(extraction -> 'sections', '[]') as sections,
      coalesce(extraction -> 'document' -> 'recipients', '[]') as recipients
    from draft where id = ${draftId}::uuid`.execute(database);
  if (rows[0] === undefined) throw new Error(`draft ${draftId} vanished`);
  return rows[0];
}

export interface LockedDraft {
  readonly id: string;
  readonly state: DraftState;
  readonly seq: number;
  readonly was_read: boolean;
}

/** Holds the draft until the transaction ends: all that changes a draft passes here one by one. */
export async function lockDraft(database: Transaction<DB>, draftId: string): Promise<LockedDraft | undefined> {
  const { rows } = await sql<LockedDraft>`
    select id, state, seq, read_at is not null as was_read from draft where id = ${draftId}::uuid
    for update`.execute(database);
  return rows[0];
}

export async function findDraftState(
  database: Kysely<DB>,
  draftId: string,
): Promise<
  Pick<DraftRow, 'state' | 'seq' | 'progress_stage' | 'progress_done' | 'progress_of' | 'plan_id'> | undefined
> {
  return database
    .selectFrom('draft')
    .leftJoin('plan', 'plan.draft_id', 'draft.id')
    .select(['state', 'seq', 'progress_stage', 'progress_done', 'progress_of', 'plan.id as plan_id'])
    .where('draft.id', '=', draftId)
    .$narrowType<Pick<DraftRow, 'state' | 'progress_stage'>>()
    .executeTakeFirst();
}

export interface UploadedDraft {
  readonly id: string;
  readonly uploaded_by: string;
  readonly source_sha256: Buffer;
}

export async function findUpload(database: Kysely<DB>, uploadId: string): Promise<UploadedDraft | undefined> {
  return database
    .selectFrom('draft')
    .select(['id', 'uploaded_by', 'source_sha256'])
    .where('upload_id', '=', uploadId)
    .executeTakeFirst();
}

/** The new draft's id; nothing when the same upload came in at this very moment by another request. */
export async function createDraft(
  database: Kysely<DB>,
  upload: { uploadId: string; sha256: Buffer; fileName: string; accountId: string; now: Date },
): Promise<string | undefined> {
  const created = await database
    .insertInto('draft')
    .values({
      upload_id: upload.uploadId,
      source_sha256: upload.sha256,
      file_name: upload.fileName,
      state: 'reading',
      uploaded_by: upload.accountId,
      uploaded_at: upload.now,
      state_since: upload.now,
    })
    .onConflict((conflict) => conflict.column('upload_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return created?.id;
}

/** Another draft of the very same file, the adopted one first, then the newest; what was put away does not count. */
export async function findSameFile(
  database: Kysely<DB>,
  sha256: Buffer,
  exceptId: string,
): Promise<{ id: string; plan_id: string | null; uploaded_at: Date } | undefined> {
  return database
    .selectFrom('draft')
    .leftJoin('plan', 'plan.draft_id', 'draft.id')
    .select(['draft.id', 'plan.id as plan_id', 'draft.uploaded_at'])
    .where('source_sha256', '=', sha256)
    .where('draft.id', '<>', exceptId)
    .where('state', '<>', 'discarded')
    .orderBy(sql`plan.id is null`)
    .orderBy('draft.uploaded_at', 'desc')
    .executeTakeFirst();
}

export async function setDraftState(
  database: Kysely<DB>,
  draftId: string,
  state: DraftState,
  now: Date,
): Promise<void> {
  await database.updateTable('draft').set({ state, state_since: now }).where('id', '=', draftId).execute();
}

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
  database: Kysely<DB>,
  draftId: string,
  reading: PlanReading,
  facts: readonly DraftFact[],
  now: Date,
): Promise<void> {
  const { text, ...extraction } = reading.extraction;
  await database.transaction().execute(async (transaction) => {
    const draft = await lockDraft(transaction, draftId);
    if (draft?.state !== 'reading') return;
    await putFacts(transaction, draftId, facts);
    const pages = reading.pages ?? 0;
    await sql`
      update draft set state = 'in_review', state_since = ${now}, read_at = ${now}, progress_stage = 'done',
        progress_done = ${pages}::integer, progress_of = ${pages}::integer, source_format = ${reading.format},
        pages = ${reading.pages}::integer, text = ${text}, extraction = ${JSON.stringify(extraction)}::jsonb,
        layout = ${JSON.stringify(reading.layout)}::jsonb
      where id = ${draftId}::uuid`.execute(transaction);
  });
}
