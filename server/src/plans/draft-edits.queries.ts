import { sql, type Kysely } from 'kysely';
import type { DraftAct, FactChange } from '@mangnon/domain/plans/draft-edit.ts';
import type { EditRecord } from '@mangnon/domain/plans/drafts.api.ts';
import { listUndone } from '@mangnon/domain/plans/undo-edit.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export interface StoredEdit {
  readonly seq: number;
  readonly edit_id: string;
  readonly account_id: string;
  readonly account_name: string;
  readonly at: Date;
  readonly type: string;
  readonly undoes: string | null;
  readonly act: unknown;
  readonly changes: FactChange[];
}

export interface NewEdit {
  readonly draftId: string;
  readonly seq: number;
  readonly editId: string;
  readonly accountId: string;
  readonly at: Date;
  readonly act: DraftAct;
  readonly changes: readonly FactChange[];
}

export async function findEdit(database: Kysely<DB>, draftId: string, editId: string): Promise<StoredEdit | undefined> {
  const { rows } = await sql<StoredEdit>`
    select edit.*, account.name as account_name from draft_edit edit join account on account.id = edit.account_id
    where draft_id = ${draftId}::uuid and edit_id = ${editId}::uuid`.execute(database);
  return rows[0];
}

export async function listEditsAfter(database: Kysely<DB>, draftId: string, after: number): Promise<StoredEdit[]> {
  const { rows } = await sql<StoredEdit>`
    select edit.*, account.name as account_name from draft_edit edit join account on account.id = edit.account_id
    where draft_id = ${draftId}::uuid and seq > ${after}::integer order by seq`.execute(database);
  return rows;
}

/** The ids of edits that have been taken back. */
export async function findUndone(database: Kysely<DB>, draftId: string): Promise<Set<string>> {
  const { rows } = await sql<{ seq: number; editId: string; undoes: string }>`
    select seq, edit_id as "editId", undoes from draft_edit
    where draft_id = ${draftId}::uuid and undoes is not null`.execute(database);
  return listUndone(rows);
}

/** Who last touched a fact, for telling a person whom they ran into. */
export async function findLastEditor(database: Kysely<DB>, draftId: string, factId: string): Promise<string | null> {
  const touched = JSON.stringify([{ factId }]);
  const { rows } = await sql<{ name: string }>`
    select account.name from draft_edit edit join account on account.id = edit.account_id
    where draft_id = ${draftId}::uuid and changes @> ${touched}::jsonb order by seq desc limit 1`.execute(database);
  return rows[0]?.name ?? null;
}

/** Writes the edit down and moves the draft's count on; the draft's row must be locked. */
export async function recordEdit(database: Kysely<DB>, edit: NewEdit): Promise<void> {
  const undoes = edit.act.type === 'undo' ? edit.act.editId : null;
  await sql`
    with counted as (update draft set seq = ${edit.seq}::integer where id = ${edit.draftId}::uuid)
    insert into draft_edit (draft_id, seq, edit_id, account_id, at, type, undoes, act, changes)
    values (${edit.draftId}::uuid, ${edit.seq}::integer, ${edit.editId}::uuid, ${edit.accountId}::uuid, ${edit.at},
      ${edit.act.type}, ${undoes}::uuid, ${JSON.stringify(edit.act)}::jsonb,
      ${JSON.stringify(edit.changes)}::jsonb)`.execute(database);
}

/** Notes that this person has the draft open (at most every five seconds) and names who else has. */
export async function noteAndListPresence(
  database: Kysely<DB>,
  draftId: string,
  accountId: string,
  now: Date,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    with noted as (
      insert into draft_presence (draft_id, account_id, seen_at) values (${draftId}::uuid, ${accountId}::uuid, ${now})
      on conflict (draft_id, account_id) do update set seen_at = excluded.seen_at
        where draft_presence.seen_at < excluded.seen_at - interval '5 seconds'
    )
    select account.id, account.name from draft_presence join account on account.id = draft_presence.account_id
    where draft_id = ${draftId}::uuid and account_id <> ${accountId}::uuid
      and seen_at > ${now}::timestamptz - interval '20 seconds'
    order by account.name`.execute(database);
  return rows;
}

export function presentEdit(edit: StoredEdit, undone: ReadonlySet<string>): EditRecord {
  return {
    seq: edit.seq,
    editId: edit.edit_id,
    by: { id: edit.account_id, name: edit.account_name },
    at: edit.at.toISOString(),
    type: edit.type,
    undoes: edit.undoes,
    undone: undone.has(edit.edit_id),
    changes: edit.changes,
  };
}
