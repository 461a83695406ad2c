import type { DraftAct } from '@mangnon/domain/plans/draft-edit.ts';
import type { Span } from '@mangnon/domain/plans/extraction.ts';
import { findRefusal } from './state/act-preview.ts';
import { enqueue, releaseHolds, typeField } from './state/edit-queue.ts';
import { isOpen } from './state/fact-rows.ts';
import type { Doubt } from './state/grouping.ts';
import type { AddedKind } from './state/new-fact.ts';
import type { Json } from './state/review-state.ts';
import { redoLast, undoLast } from './state/undo.ts';
import type { ReviewStore } from './sync/review-store.ts';

/** What a person can do to the facts. Each answers the code of the rule that forbids it, or null when it is done. */
export type ReviewActions = ReturnType<typeof createReviewActions>;

export function createReviewActions(store: ReviewStore, text: string) {
  const newId = () => crypto.randomUUID();
  const facts = () => store.getSnapshot().facts;

  function act(asked: DraftAct): string | null {
    const refusal = findRefusal(facts(), asked, text);
    if (refusal === null) store.update((review) => enqueue(review, { editId: newId(), act: asked }));
    return refusal;
  }

  function type(factId: string, field: string, seen: Json, to: Json): string | null {
    const now = facts().get(factId)?.data as Record<string, Json> | undefined;
    if (!now) return 'drafts.fact_gone';
    // The form of the value is checked here; whether somebody else changed it, the server says.
    const asked: DraftAct = { type: 'change', factId, fields: { [field]: { from: now[field] ?? null, to } } };
    const refusal = findRefusal(facts(), asked, text);
    if (refusal === null)
      store.update((review) => typeField(review, { editId: newId(), factId, field, seen, to, now: Date.now() }));
    return refusal;
  }

  function remove(factId: string): string | null {
    const fact = facts().get(factId);
    return fact ? act({ type: 'delete', factId, version: fact.version }) : null;
  }

  function merge(firstId: string, secondId: string): string | null {
    const [first, second] = [facts().get(firstId), facts().get(secondId)];
    if (!first || !second) return null;
    const versions = { firstVersion: first.version, secondVersion: second.version };
    return act({ type: 'merge', firstId, secondId, ...versions });
  }

  function split(factId: string, at: number): string | null {
    const fact = facts().get(factId);
    if (!fact) return null;
    return act({ type: 'split', factId, version: fact.version, at: Math.max(1, at), newId: newId() });
  }

  function add(kind: AddedKind, data: Record<string, Json>, span: Span | null, after: string | null) {
    const factId = newId();
    return { factId, refusal: act({ type: 'add', factId, kind, span, after, data }) };
  }

  /** As read; the server writes down under whose name. */
  function accept(doubts: readonly Doubt[]): void {
    for (const doubt of doubts.filter(isOpen))
      act({ type: 'change', factId: doubt.id, fields: { settled: { from: null, to: 'accepted' } } });
  }

  return {
    type,
    leaveField: () => store.update(releaseHolds),
    remove,
    merge,
    split,
    add,
    accept,
    undo: () => store.update((review) => undoLast(review, newId())),
    redo: () => store.update((review) => redoLast(review, newId())),
  };
}
