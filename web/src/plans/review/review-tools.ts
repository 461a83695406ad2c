import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ReviewActions } from './review-actions.ts';
import type { ScreenState } from './screen-state.ts';
import type { ReviewSnapshot, ReviewStore } from './sync/review-store.ts';
import type { ValueStore } from './value-store.ts';

/** What every part of the screen works with; the same object as long as the draft is open. */
export interface ReviewTools {
  readonly draftId: string;
  readonly text: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly canEdit: boolean;
  readonly store: ReviewStore;
  readonly screen: ValueStore<ScreenState>;
  /** The sentence that screen readers hear next. */
  readonly spoken: ValueStore<string>;
  readonly act: ReviewActions;
  /** Sends what waits, at once. */
  readonly retry: () => void;
  /** Resolves true once the server has everything, false when it cannot be reached. */
  readonly drain: () => Promise<boolean>;
  /** Takes in what others did until now. */
  readonly catchUp: () => Promise<void>;
}

export const ReviewContext = createContext<ReviewTools | null>(null);

export function useTools(): ReviewTools {
  const tools = useContext(ReviewContext);
  if (!tools) throw new Error('A part of the review screen stands outside of it');
  return tools;
}

/** A part of the facts and of how they are kept; `pick` must give the same value while nothing in it changes. */
export function useReview<Part>(pick: (snapshot: ReviewSnapshot) => Part): Part {
  const { store } = useTools();
  return useSyncExternalStore(store.subscribe, () => pick(store.getSnapshot()));
}

export function useScreen<Part>(pick: (screen: ScreenState) => Part): Part {
  const { screen } = useTools();
  return useSyncExternalStore(screen.subscribe, () => pick(screen.get()));
}
