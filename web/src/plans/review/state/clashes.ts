import { isSameValue } from '@mangnon/domain/kernel/same-value.ts';
import type { DraftEdit } from '@mangnon/domain/plans/draft-edit.ts';
import { enqueue, takeOut } from './edit-queue.ts';
import { fieldOf, type Clash, type Json, type RefusedEdit, type ReviewState } from './review-state.ts';

/** The code with which the server answers a change whose field another person has changed meanwhile. */
export const fieldChanged = 'drafts.field_changed';

/**
 * The server does not take the edit. A field that another person changed becomes a clash, with what was typed in
 * the same field since then; anything else is shown with its sentence. What was typed is in the state either way.
 */
export function refuseEdit(
  state: ReviewState,
  editId: string,
  refusal: { code: string; message: RefusedEdit['message'] },
  newId: () => string,
): ReviewState {
  const item = state.queue.find((one) => one.edit.editId === editId);
  if (!item) return state;
  const rest = takeOut(state, editId);
  const { act } = item.edit;
  if (act.type === 'change' && refusal.code === fieldChanged && state.facts.has(act.factId))
    return Object.entries(act.fields).reduce(
      (now, [field, value]) => clashField(now, act.factId, field, value.from, value.to, newId),
      rest,
    );
  return { ...rest, refused: [...rest.refused, { edit: item.edit, message: refusal.message }] };
}

function clashField(
  state: ReviewState,
  factId: string,
  field: string,
  from: Json,
  to: Json,
  newId: () => string,
): ReviewState {
  const stored = fieldOf(state.facts, factId, field);
  const later = state.queue.filter((item) => isChangeOf(item.edit, factId, field));
  const lastWords = later.at(-1)?.edit.act;
  const mine = lastWords?.type === 'change' ? (lastWords.fields[field]?.to as Json) : to;
  const rest = later.reduce((now, item) => takeOut(now, item.edit.editId), state);
  if (isSameValue(stored, mine)) return rest;
  // The other person took their change back meanwhile: nothing stands against mine.
  if (isSameValue(stored, from))
    return enqueue(rest, { editId: newId(), act: { type: 'change', factId, fields: { [field]: { from, to: mine } } } });
  const clash: Clash = { id: newId(), factId, field, mine, by: state.touchedBy.get(factId) ?? null };
  return { ...rest, clashes: [...rest.clashes, clash] };
}

/** The person has chosen: their own words go over the other value they have seen, or are let go. */
export function settleClash(
  state: ReviewState,
  clashId: string,
  choice: 'mine' | 'theirs',
  newId: () => string,
): ReviewState {
  const clash = state.clashes.find((one) => one.id === clashId);
  if (!clash) return state;
  const rest = { ...state, clashes: state.clashes.filter((one) => one !== clash) };
  const { factId, field, mine } = clash;
  const from = fieldOf(state.facts, factId, field);
  if (choice === 'theirs' || from === undefined || isSameValue(from, mine)) return rest;
  return enqueue(rest, { editId: newId(), act: { type: 'change', factId, fields: { [field]: { from, to: mine } } } });
}

/** Puts a refused edit away. */
export function dismissRefused(state: ReviewState, editId: string): ReviewState {
  return { ...state, refused: state.refused.filter((one) => one.edit.editId !== editId) };
}

/** Typed in one field and nothing else. */
function isChangeOf(edit: DraftEdit, factId: string, field: string): boolean {
  const { act } = edit;
  return act.type === 'change' && act.factId === factId && Object.keys(act.fields).join() === field;
}
