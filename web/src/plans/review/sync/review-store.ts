import type { DraftState } from '@mangnon/domain/plans/draft.workflow.ts';
import type { EditRecord } from '@mangnon/domain/plans/drafts.api.ts';
import { previewFacts } from '../state/act-preview.ts';
import type { Facts, ReviewState } from '../state/review-state.ts';

/** How this screen stands with the server. */
export interface Link {
  /** `lost`: the last call got no answer; what is typed is kept on this machine and sent again. */
  readonly state: 'fine' | 'lost';
  /** When the server last acknowledged an edit of this person, in milliseconds of the clock. */
  readonly savedAt: number | null;
  /** False when this machine cannot keep unsent edits (storage full or forbidden). */
  readonly keptHere: boolean;
  readonly others: readonly EditRecord['by'][];
  /** How the draft itself stands; another person may adopt it or put it away meanwhile. */
  readonly draftState: DraftState;
  readonly planId: string | null;
}

export interface ReviewSnapshot {
  readonly review: ReviewState;
  /** The facts as this person sees them, their own waiting edits included. */
  readonly facts: Facts;
  readonly link: Link;
}

export interface ReviewStore {
  getSnapshot(): ReviewSnapshot;
  subscribe(listener: () => void): () => void;
  update(change: (review: ReviewState) => ReviewState): void;
  setLink(change: Partial<Link>): void;
}

/** One draft on one screen; `text` is the document's, which the rules of editing need. */
export function createReviewStore(
  first: ReviewState,
  text: string,
  draftState: DraftState,
  planId: string | null,
): ReviewStore {
  let snapshot: ReviewSnapshot = {
    review: first,
    facts: previewFacts(first, text),
    link: { state: 'fine', savedAt: null, keptHere: true, others: [], draftState, planId },
  };
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(change) {
      const before = snapshot.review;
      const review = change(before);
      if (review === before) return;
      const same = review.facts === before.facts && review.queue === before.queue && review.done === before.done;
      snapshot = { ...snapshot, review, facts: same ? snapshot.facts : previewFacts(review, text) };
      tell();
    },
    setLink(change) {
      const entries = Object.entries(change) as [keyof Link, unknown][];
      if (entries.every(([name, value]) => JSON.stringify(snapshot.link[name]) === JSON.stringify(value))) return;
      snapshot = { ...snapshot, link: { ...snapshot.link, ...change } };
      tell();
    },
  };
}
