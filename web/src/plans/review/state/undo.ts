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

/**
 * After a reload: the record of the draft tells which waiting edits the server has already done, what this person's
 * earlier edits changed, so that an undo that waits shows at once, and which of them undo takes back next.
 */
export function recallEdits(state: ReviewState, records: readonly EditRecord[], personId: string): ReviewState {
  const own = records.filter((record) => record.by.id === personId);
  const answered = new Set(own.map((record) => record.editId));
  const undoable = own.filter((record) => !record.undone && record.type !== 'undo').map((record) => record.editId);
  return {
    ...state,
    queue: state.queue.filter((item) => !answered.has(item.edit.editId)),
    done: new Map([...state.done, ...own.map((record) => [record.editId, record.changes] as const)]),
    undoable: [...undoable, ...state.undoable.filter((id) => !answered.has(id))],
  };
}
