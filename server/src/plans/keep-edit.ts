import type { Transaction } from 'kysely';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { applyEdit } from '@mangnon/domain/plans/apply-edit.ts';
import type { DraftAct, DraftEdit, FactChange } from '@mangnon/domain/plans/draft-edit.ts';
import { undoEdit } from '@mangnon/domain/plans/undo-edit.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { findEdit, findUndone, recordEdit, type StoredEdit } from './draft-edits.queries.ts';
import { listFacts, storeChanges } from './draft-facts.queries.ts';
import { findDraftText, type LockedDraft } from './drafts.queries.ts';

export interface Editor {
  readonly accountId: string;
  readonly name: string;
}

/**
 * Applies one act to a draft whose row is locked, and writes it down: facts, edit and the draft's count go together,
 * in the caller's transaction.
 */
export async function keepEdit(
  database: Transaction<DB>,
  draft: LockedDraft,
  { editId, act }: DraftEdit,
  editor: Editor,
  now: Date,
): Promise<Result<StoredEdit>> {
  if (draft.state !== 'in_review') return refuse('drafts.not_in_review');
  const found = await findChanges(database, draft.id, act);
  if (!found.ok) return found;
  const changes = found.value;
  const seq = draft.seq + 1;
  await recordEdit(database, { draftId: draft.id, seq, editId, accountId: editor.accountId, at: now, act, changes });
  await storeChanges(database, draft.id, changes);
  return accept({
    seq,
    edit_id: editId,
    account_id: editor.accountId,
    account_name: editor.name,
    at: now,
    type: act.type,
    undoes: act.type === 'undo' ? act.editId : null,
    act,
    changes,
  });
}

async function findChanges(database: Transaction<DB>, draftId: string, act: DraftAct): Promise<Result<FactChange[]>> {
  if (act.type !== 'undo') {
    const needsText = act.type === 'add' || act.type === 'split';
    const text = needsText ? await findDraftText(database, draftId) : '';
    return applyEdit(await listFacts(database, draftId), act, text);
  }
  const target = await findEdit(database, draftId, act.editId);
  if (target === undefined) return refuse('drafts.edit_unknown');
  if ((await findUndone(database, draftId)).has(act.editId)) return refuse('drafts.undo_done');
  return undoEdit(await listFacts(database, draftId), target.changes);
}
