import type { EditRecord } from '@mangnon/domain/plans/drafts.api.ts';
import { factsOf, type ReviewState } from './review-state.ts';

/**
 * Takes in what the server says has happened: answers to this person's edits and edits of others, in any order and
 * more than once. `upTo` is the number up to which the records are complete, or null for a single answer.
 */
export function mergeRecords(state: ReviewState, records: readonly EditRecord[], upTo: number | null): ReviewState {
  const facts = new Map(state.facts);
  const ahead = new Map(state.ahead);
  const touchedBy = new Map(state.touchedBy);
  const done = new Map(state.done);
  const mine = new Map(state.queue.map((item) => [item.edit.editId, item]));
  const acknowledged = new Set<string>();
  const touchedByOthers = new Set<string>();
  let changed = false;

  for (const record of records) {
    const own = mine.has(record.editId);
    if (own) {
      acknowledged.add(record.editId);
      done.set(record.editId, record.changes);
    }
    for (const change of record.changes) {
      const seen = Math.max(state.seq, ahead.get(change.factId) ?? 0);
      if (record.seq <= seen) continue;
      changed = true;
      ahead.set(change.factId, record.seq);
      touchedBy.set(change.factId, record.by.name);
      if (change.after) facts.set(change.factId, change.after);
      else facts.delete(change.factId);
      if (!own && !done.has(record.editId)) touchedByOthers.add(change.factId);
    }
  }

  const seq = Math.max(state.seq, upTo ?? nextInLine(state.seq, records));
  if (!changed && acknowledged.size === 0 && seq === state.seq) return state;
  for (const [factId, at] of ahead) if (at <= seq) ahead.delete(factId);
  const queue = state.queue
    .filter((item) => !acknowledged.has(item.edit.editId))
    .map((item) =>
      !item.overtaken && factsOf(item.edit).some((id) => touchedByOthers.has(id)) ? { ...item, overtaken: true } : item,
    );
  return { ...state, facts: changed ? facts : state.facts, ahead, touchedBy, done, queue, seq };
}

/** A single answer moves the number on only when no other edit lies between. */
function nextInLine(seq: number, records: readonly EditRecord[]): number {
  return records.some((record) => record.seq === seq + 1) ? seq + 1 : seq;
}
