import { sql, type Kysely, type Transaction } from 'kysely';
import type { Refusal } from '@mangnon/domain/kernel/result.ts';
import type { DraftState } from '@mangnon/domain/plans/draft.workflow.ts';
import type { PlanExtraction } from '@mangnon/domain/plans/extraction.ts';
import type { LayoutBlock } from '@mangnon/domain/plans/layout.ts';
import type { DB } from '../platform/database/schema.generated.ts';

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

export async function setDraftState(
  database: Kysely<DB>,
  draftId: string,
  state: DraftState,
  now: Date,
): Promise<void> {
  await database.updateTable('draft').set({ state, state_since: now }).where('id', '=', draftId).execute();
}

export async function findDraftText(database: Kysely<DB>, draftId: string): Promise<string> {
  const row = await database.selectFrom('draft').select('text').where('id', '=', draftId).executeTakeFirstOrThrow();
  return row.text;
}

export async function findRecipients(database: Kysely<DB>, draftId: string): Promise<string[]> {
  const { rows } = await sql<{ recipients: string[] }>`
    select coalesce(extraction -> 'document' -> 'recipients', '[]') as recipients
    from draft where id = ${draftId}::uuid`.execute(database);
  return rows[0]?.recipients ?? [];
}
