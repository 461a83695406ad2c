import { applyAct, withItemChanges } from '@mangnon/domain/plans/writing/apply-act.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import type { ItemChange, WritingAct, WritingEdit } from '@mangnon/domain/plans/writing/writing-act.ts';

export type Json = Extract<WritingAct, { type: 'change' }>['fields'][string]['to'];

/** Two people in one field: what I wrote, what stands there now, and whose it is. */
export interface WritingClash {
  readonly itemId: string;
  readonly field: string;
  readonly mine: Json;
  readonly by: string;
}

export interface QueuedAct {
  readonly edit: WritingEdit;
  /** It went out once: it is the same at each try. */
  readonly tried: boolean;
}

export interface DeskState {
  /** As the server has them. */
  readonly items: readonly ManuscriptItem[];
  readonly seq: number;
  readonly queue: readonly QueuedAct[];
  readonly clashes: readonly WritingClash[];
  /** Own acts that can be taken back, the newest last. */
  readonly undoable: readonly string[];
}

/** The parts as this person sees them: the server's, with what waits to be sent on top. */
export function seenItems({ items, queue }: DeskState): readonly ManuscriptItem[] {
  let seen = items;
  for (const { edit } of queue) {
    if (edit.act.type === 'undo') continue;
    const result = applyAct(seen, withSeenVersion(edit.act, seen));
    if (result.ok) seen = withItemChanges(seen, result.value);
  }
  return seen;
}

/** An act waits in the queue: typing in one field joins the typing before it, as long as that has not gone out. */
export function enqueueAct(state: DeskState, edit: WritingEdit): DeskState {
  const last = state.queue.at(-1);
  const joined = last && !last.tried ? joinTyping(last.edit, edit) : null;
  if (joined === null) return { ...state, queue: [...state.queue, { edit, tried: false }] };
  const before = state.queue.slice(0, -1);
  return { ...state, queue: isNothing(joined) ? before : [...before, { edit: joined, tried: false }] };
}

/** The head goes out; an act on a whole part carries the version that stands now. */
export function markSent(state: DeskState): DeskState {
  const [head, ...rest] = state.queue;
  if (head === undefined || head.tried) return state;
  const edit = { ...head.edit, act: withSeenVersion(head.edit.act, state.items) };
  return { ...state, queue: [{ edit, tried: true }, ...rest] };
}

/** The server has taken edits, my own or others'. */
export function takeEdits(
  state: DeskState,
  edits: readonly { readonly seq: number; readonly editId: string; readonly changes: readonly ItemChange[] }[],
): DeskState {
  const news = edits.filter(({ seq }) => seq > state.seq);
  const ids = new Set(edits.map(({ editId }) => editId));
  const queue = state.queue.filter(({ edit }) => !ids.has(edit.editId));
  if (news.length === 0 && queue.length === state.queue.length) return state;
  const items = news.reduce((now, { changes }) => withItemChanges(now, changes), state.items);
  const mine = state.queue.filter(({ edit }) => ids.has(edit.editId) && edit.act.type !== 'undo');
  return {
    ...state,
    items,
    seq: Math.max(state.seq, ...edits.map(({ seq }) => seq)),
    queue,
    undoable: [...state.undoable, ...mine.map(({ edit }) => edit.editId)],
  };
}

/** The server refused an act: it leaves the queue; words that met another's words stay, beside them. */
export function dropAct(state: DeskState, editId: string, clash: WritingClash | null): DeskState {
  const queue = state.queue.filter(({ edit }) => edit.editId !== editId);
  return { ...state, queue, clashes: clash === null ? state.clashes : [...state.clashes, clash] };
}

function withSeenVersion<Act extends WritingAct>(act: Act, items: readonly ManuscriptItem[]): Act {
  if (act.type !== 'delete' && act.type !== 'move') return act;
  const version = items.find(({ id }) => id === act.itemId)?.version;
  return version === undefined ? act : { ...act, version };
}

function joinTyping(before: WritingEdit, next: WritingEdit): WritingEdit | null {
  const [one, other] = [before.act, next.act];
  if (one.type !== 'change' || other.type !== 'change' || one.itemId !== other.itemId) return null;
  const [field, ...more] = Object.keys(other.fields);
  if (field === undefined || more.length > 0 || Object.keys(one.fields).join() !== field) return null;
  const from = one.fields[field]?.from ?? null;
  const to = other.fields[field]?.to ?? null;
  return { editId: next.editId, act: { ...other, fields: { [field]: { from, to } } } };
}

function isNothing({ act }: WritingEdit): boolean {
  return (
    act.type === 'change' &&
    Object.values(act.fields).every(({ from, to }) => JSON.stringify(from) === JSON.stringify(to))
  );
}
