import { isSameValue } from '@mangnon/domain/kernel/same-value.ts';
import type { DraftEdit } from '@mangnon/domain/plans/draft-edit.ts';
import { withVersions } from './act-preview.ts';
import type { Json, QueuedEdit, ReviewState } from './review-state.ts';

/** How long typing in one field may pause before what was typed is sent, in milliseconds. */
export const typingPause = 600;

export interface TypedField {
  /** New for each call: an edit that may have been sent never changes under its old id. */
  readonly editId: string;
  readonly factId: string;
  readonly field: string;
  /** What the person saw in the field before they typed. */
  readonly seen: Json;
  readonly to: Json;
  readonly now: number;
}

/** Something typed into a field: joins the typing before it, or stands as a new edit at the end of the queue. */
export function typeField(state: ReviewState, typed: TypedField): ReviewState {
  const { factId, field, to } = typed;
  const clash = state.clashes.find((one) => one.factId === factId && one.field === field);
  if (clash) return { ...state, clashes: state.clashes.map((one) => (one === clash ? { ...one, mine: to } : one)) };

  const last = state.queue.at(-1);
  const open = last && isTypingIn(last, factId, field) ? last : null;
  const from = open?.edit.act.type === 'change' ? (open.edit.act.fields[field]?.from ?? null) : typed.seen;
  const before = open ? takeOut(state, open.edit.editId) : state;
  if (isSameValue(from, to)) return before;
  const edit: DraftEdit = { editId: typed.editId, act: { type: 'change', factId, fields: { [field]: { from, to } } } };
  return push(before, edit, typed.now + typingPause);
}

/** An act that is done at once; whatever is still being typed goes before it. */
export function enqueue(state: ReviewState, edit: DraftEdit): ReviewState {
  return push(releaseHolds(state), edit, 0);
}

/** The field was left: what was typed is sent now. */
export function releaseHolds(state: ReviewState): ReviewState {
  if (state.queue.every((item) => item.heldUntil === 0)) return state;
  return { ...state, queue: state.queue.map((item) => ({ ...item, heldUntil: 0 })) };
}

/** The edit to send now; null while there is none, or typing still goes on in it. */
export function nextToSend(state: ReviewState, now: number): QueuedEdit | null {
  const head = state.queue[0];
  return head && head.heldUntil <= now ? head : null;
}

/**
 * The head goes out. From now on it is the same at each try. Acts on whole facts carry the version the person saw,
 * which their own earlier edits have meanwhile moved on: without another person's hand in it, the present one holds.
 */
export function markTried(state: ReviewState): ReviewState {
  const [head, ...rest] = state.queue;
  if (!head || head.tried) return state;
  const edit = head.overtaken ? head.edit : { ...head.edit, act: withVersions(head.edit.act, state.facts) };
  return { ...state, queue: [{ ...head, edit, tried: true }, ...rest] };
}

/** The edit leaves the queue, answered or given up. */
export function takeOut(state: ReviewState, editId: string): ReviewState {
  return {
    ...state,
    queue: state.queue.filter((item) => item.edit.editId !== editId),
    undoable: state.undoable.filter((id) => id !== editId),
    redoable: state.redoable.filter((id) => id !== editId),
  };
}

function push(state: ReviewState, edit: DraftEdit, heldUntil: number): ReviewState {
  const rest = releaseHolds(state);
  const queue = [...rest.queue, { edit, heldUntil, tried: false, overtaken: false }];
  if (edit.act.type === 'undo') return { ...rest, queue };
  return { ...rest, queue, undoable: [...rest.undoable, edit.editId], redoable: [] };
}

function isTypingIn(item: QueuedEdit, factId: string, field: string): boolean {
  const { act } = item.edit;
  if (item.tried || item.heldUntil === 0 || act.type !== 'change' || act.factId !== factId) return false;
  const fields = Object.keys(act.fields);
  return fields.length === 1 && fields[0] === field;
}
