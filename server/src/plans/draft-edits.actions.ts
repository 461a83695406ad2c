import { accept, refuse, type Refusal, type Result } from '@mangnon/domain/kernel/result.ts';
import { isSameValue } from '@mangnon/domain/kernel/same-value.ts';
import { applyEdit } from '@mangnon/domain/plans/apply-edit.ts';
import type { DraftAct, DraftEdit, FactChange } from '@mangnon/domain/plans/draft-edit.ts';
import { editDraft, listDraftEdits, type EditRecord } from '@mangnon/domain/plans/drafts.api.ts';
import { undoEdit } from '@mangnon/domain/plans/undo-edit.ts';
import { implementRead, implementWrite, type TransactionContext } from '../platform/action/action.ts';
import {
  findEdit,
  findLastEditor,
  findUndone,
  listEditsAfter,
  noteAndListPresence,
  presentEdit,
  recordEdit,
} from './draft-edits.queries.ts';
import { listFacts, storeChanges } from './draft-facts.queries.ts';
import { loadDraft } from './drafts.actions.ts';
import { findDraftState, findDraftText, type LockedDraft } from './drafts.queries.ts';
import { presentProgress } from './present-draft.ts';

export const listEdits = implementRead(listDraftEdits, {
  background: true,
  answer: async ({ params, query }, { database, actor, now }) => {
    const draft = await findDraftState(database, params.draftId);
    if (draft === undefined) return refuse('drafts.not_found');
    const others = await noteAndListPresence(database, params.draftId, actor.accountId, now);
    const news = draft.seq > query.after;
    const edits = news ? await listEditsAfter(database, params.draftId, query.after) : [];
    const undone = news ? await findUndone(database, params.draftId) : new Set<string>();
    return accept({
      state: draft.state,
      progress: presentProgress(draft),
      planId: draft.plan_id,
      // An edit may have come in between the two questions: the number belongs to what is in this answer.
      seq: edits.at(-1)?.seq ?? draft.seq,
      edits: edits.map((edit) => presentEdit(edit, undone)),
      others,
    });
  },
});

export const edit = implementWrite(editDraft, {
  load: loadDraft,
  authorise: () => true,
  handle: async ({ body }, draft, context) => {
    const earlier = await findEdit(context.database, draft.id, body.editId);
    if (earlier !== undefined) {
      const isRetry = earlier.account_id === context.actor.accountId && isSameValue(earlier.act, body.act);
      if (!isRetry) return refuse('drafts.edit_id_taken');
      context.audit({ seq: earlier.seq, repeated: true });
      return accept(presentEdit(earlier, await findUndone(context.database, draft.id)));
    }
    if (draft.state !== 'in_review') return refuse('drafts.not_in_review');
    const changes = await findChanges(body.act, draft, context);
    if (!changes.ok) return { ok: false, refusal: await nameTheOther(changes.refusal, draft, context) };
    return accept(await store(body, changes.value, draft, context));
  },
});

async function findChanges(
  act: DraftAct,
  draft: LockedDraft,
  context: TransactionContext,
): Promise<Result<FactChange[]>> {
  const { database } = context;
  if (act.type !== 'undo') {
    const needsText = act.type === 'add' || act.type === 'split';
    const text = needsText ? await findDraftText(database, draft.id) : '';
    return applyEdit(await listFacts(database, draft.id), act, text);
  }
  const target = await findEdit(database, draft.id, act.editId);
  if (target === undefined) return refuse('drafts.edit_unknown');
  if ((await findUndone(database, draft.id)).has(act.editId)) return refuse('drafts.undo_done');
  return undoEdit(await listFacts(database, draft.id), target.changes);
}

/** A refusal over a fact somebody else has touched says who, so that the two can talk. */
async function nameTheOther(refusal: Refusal, draft: LockedDraft, { database }: TransactionContext): Promise<Refusal> {
  const factId = refusal.details?.['factId'];
  if (typeof factId !== 'string') return refusal;
  return { ...refusal, details: { ...refusal.details, by: await findLastEditor(database, draft.id, factId) } };
}

async function store(
  { editId, act }: DraftEdit,
  changes: FactChange[],
  draft: LockedDraft,
  { database, actor, now, audit }: TransactionContext,
): Promise<EditRecord> {
  const seq = draft.seq + 1;
  await recordEdit(database, { draftId: draft.id, seq, editId, accountId: actor.accountId, at: now, act, changes });
  await storeChanges(database, draft.id, changes);
  audit({ seq, type: act.type, facts: changes.length });
  return {
    seq,
    editId,
    by: { id: actor.accountId, name: actor.name },
    at: now.toISOString(),
    type: act.type,
    undoes: act.type === 'undo' ? act.editId : null,
    undone: false,
    changes,
  };
}
