import { accept, refuse, type Refusal } from '@mangnon/domain/kernel/result.ts';
import { isSameValue } from '@mangnon/domain/kernel/same-value.ts';
import { editDraft, listDraftEdits } from '@mangnon/domain/plans/drafts.api.ts';
import { implementRead, implementWrite, type TransactionContext } from '../platform/action/action.ts';
import {
  findEdit,
  findLastEditor,
  findUndone,
  listEditsAfter,
  noteAndListPresence,
  presentEdit,
} from './draft-edits.queries.ts';
import { loadDraft } from './drafts.actions.ts';
import { findDraftState, type LockedDraft } from './drafts.queries.ts';
import { keepEdit } from './keep-edit.ts';
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
    const { database, actor, now } = context;
    const earlier = await findEdit(database, draft.id, body.editId);
    if (earlier !== undefined) {
      const isRetry = earlier.account_id === actor.accountId && isSameValue(earlier.act, body.act);
      if (!isRetry) return refuse('drafts.edit_id_taken');
      context.audit({ seq: earlier.seq, repeated: true });
      return accept(presentEdit(earlier, await findUndone(database, draft.id)));
    }
    const kept = await keepEdit(database, draft, body, actor, now);
    if (!kept.ok) return { ok: false, refusal: await nameTheOther(kept.refusal, draft, context) };
    context.audit({ seq: kept.value.seq, type: kept.value.type, facts: kept.value.changes.length });
    return accept(presentEdit(kept.value, new Set()));
  },
});

/** A refusal over a fact somebody else has touched says who, so that the two can talk. */
async function nameTheOther(refusal: Refusal, draft: LockedDraft, { database }: TransactionContext): Promise<Refusal> {
  const factId = refusal.details?.['factId'];
  if (typeof factId !== 'string') return refusal;
  return { ...refusal, details: { ...refusal.details, by: await findLastEditor(database, draft.id, factId) } };
}
