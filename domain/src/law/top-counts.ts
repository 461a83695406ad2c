import type { TopCounts } from './top.api.ts';

/** What one line of the view from the top counts. */
export interface CountedPlace {
  readonly of: number;
  readonly withPlan: number;
  /** For each duty, in how many of the places of this line a task was made of it. */
  readonly done: readonly number[];
}

/**
 * For each duty how many places have made a task of it, have a plan without one, and have no plan known here: the three
 * always add up to the denominator, because a place with a task counts as one with a plan.
 */
export function countDuty(at: number, places: readonly CountedPlace[]): TopCounts {
  const sum = (pick: (place: CountedPlace) => number) => places.reduce((total, place) => total + pick(place), 0);
  const of = sum((place) => place.of);
  const done = sum((place) => place.done[at] ?? 0);
  const withPlan = sum((place) => place.withPlan);
  return { done, none: withPlan - done, noPlan: of - withPlan, of };
}
