import type { EditRecord } from '@mangnon/domain/plans/drafts.api.ts';
import { enqueue } from './edit-queue.ts';
import type { ReviewState } from './review-state.ts';

/** Takes back this person's last edit that still stands. */
export function undoLast(state: ReviewState, editId: string): ReviewState {
  const last = state.undoable.at(-1);
  if (!last) return state;
  const next = enqueue(state, { editId, act: { type: 'undo', editId: last } });
  return { ...next, undoable: state.undoable.slice(0, -1), redoable: [...state.redoable, editId] };
}

/** Does again what was taken back last: an undo of that undo. */
export function redoLast(state: ReviewState, editId: string): ReviewState {
  const last = state.redoable.at(-1);
  if (!last) return state;
  const next = enqueue(state, { editId, act: { type: 'undo', editId: last } });
  return { ...next, undoable: [...state.undoable, editId], redoable: state.redoable.slice(0, -1) };
}

/** After a reload: this person's earlier edits, from the draft's own record, so that undo goes on where it was. */
export function recallUndo(state: ReviewState, records: readonly EditRecord[], personId: string): ReviewState {
  const own = records.filter((record) => record.by.id === personId && !record.undone && record.type !== 'undo');
  const known = new Set(state.undoable);
  const done = new Map(state.done);
  for (const record of own) done.set(record.editId, record.changes);
  const earlier = own.map((record) => record.editId).filter((id) => !known.has(id));
  return { ...state, done, undoable: [...earlier, ...state.undoable] };
}
