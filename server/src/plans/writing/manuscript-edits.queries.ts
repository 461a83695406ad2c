import { sql, type Kysely } from 'kysely';
import type { WritingEditRecord } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import type { ItemChange, WritingAct } from '@mangnon/domain/plans/writing/writing-act.ts';
import type { DB } from '../../platform/database/schema.generated.ts';

export interface StoredWritingEdit {
  readonly seq: number;
  readonly edit_id: string;
  readonly account_id: string;
  readonly account_name: string;
  readonly at: Date;
  readonly type: string;
  readonly act: unknown;
  readonly changes: ItemChange[];
}

const joined = sql`
  select edit.seq, edit_id, account_id, account.name as account_name, at, type, act, changes
  from manuscript_edit edit join account on account.id = edit.account_id`;

export async function findWritingEdit(
  database: Kysely<DB>,
  manuscriptId: string,
  editId: string,
): Promise<StoredWritingEdit | undefined> {
  const { rows } = await sql<StoredWritingEdit>`
    ${joined} where manuscript_id = ${manuscriptId}::uuid and edit_id = ${editId}::uuid`.execute(database);
  return rows[0];
}

export async function listWritingEditsAfter(
  database: Kysely<DB>,
  manuscriptId: string,
  after: number,
): Promise<StoredWritingEdit[]> {
  const { rows } = await sql<StoredWritingEdit>`
    ${joined} where manuscript_id = ${manuscriptId}::uuid and seq > ${after}::integer order by seq`.execute(database);
  return rows;
}

/** Who last changed a part, in this field where one is named: for telling a person whom they ran into. */
export async function findLastWriter(
  database: Kysely<DB>,
  manuscriptId: string,
  itemId: string,
  field: string | null,
): Promise<string | null> {
  const touched = JSON.stringify([{ itemId }]);
  const { rows } = await sql<{ account_name: string }>`
    ${joined} where manuscript_id = ${manuscriptId}::uuid and changes @> ${touched}::jsonb
      and (${field}::text is null or exists (
        select from jsonb_array_elements(changes) change where change ->> 'itemId' = ${itemId}
          and change -> 'before' -> 'data' -> ${field}::text is distinct from change -> 'after' -> 'data' -> ${field}::text))
    order by seq desc limit 1`.execute(database);
  return rows[0]?.account_name ?? null;
}

export interface NewWritingEdit {
  readonly manuscriptId: string;
  readonly placeId: string;
  readonly seq: number;
  readonly editId: string;
  readonly accountId: string;
  readonly at: Date;
  readonly act: WritingAct;
  readonly changes: readonly ItemChange[];
}

/** Writes the edit down and moves the manuscript's count on; its row must be locked. */
export async function recordWritingEdit(database: Kysely<DB>, edit: NewWritingEdit): Promise<void> {
  await sql`
    with counted as (
      update manuscript set seq = ${edit.seq}::integer, saved_at = ${edit.at} where id = ${edit.manuscriptId}::uuid)
    insert into manuscript_edit (manuscript_id, place_id, seq, edit_id, account_id, at, type, act, changes)
    values (${edit.manuscriptId}::uuid, ${edit.placeId}, ${edit.seq}::integer, ${edit.editId}::uuid,
      ${edit.accountId}::uuid, ${edit.at}, ${edit.act.type}, ${JSON.stringify(edit.act)}::jsonb,
      ${JSON.stringify(edit.changes)}::jsonb)`.execute(database);
}

export function presentWritingEdit(edit: StoredWritingEdit): WritingEditRecord {
  return {
    seq: edit.seq,
    editId: edit.edit_id,
    by: { id: edit.account_id, name: edit.account_name },
    at: edit.at.toISOString(),
    type: edit.type,
    changes: edit.changes,
  };
}
