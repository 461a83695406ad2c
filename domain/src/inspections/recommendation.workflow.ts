import type { Workflow } from '../kernel/workflow.ts';

export const recommendationStates = ['open', 'reported', 'settled', 'replaced'] as const;
export type RecommendationState = (typeof recommendationStates)[number];
export type RecommendationAct = 'report' | 'settle' | 'send_back' | 'replace';

export interface RecommendationFacts {
  /** ISO days. */
  readonly today: string;
  /** The day the unit says it was done. */
  readonly happenedOn?: string;
  /** The person who decides is another than the one who reported. */
  readonly byAnother?: boolean;
}

const byAnother = ({ byAnother: another }: RecommendationFacts) => another === true;

/**
 * The way of a recommendation (kiến nghị) until it is settled: the unit reports what it did, the inspecting unit accepts it
 * as settled or sends it back. A conclusion that is corrected takes what is not settled with it.
 */
export const recommendationWorkflow: Workflow<RecommendationState, RecommendationAct, RecommendationFacts> = {
  report: {
    from: ['open'],
    to: 'reported',
    guards: { happened_in_future: ({ happenedOn, today }) => happenedOn === undefined || happenedOn <= today },
  },
  settle: { from: ['reported'], to: 'settled', guards: { own_report: byAnother } },
  send_back: { from: ['reported'], to: 'open', guards: { own_report: byAnother } },
  replace: { from: ['open', 'reported'], to: 'replaced', guards: {} },
};

export const recommendationStands = [
  'open',
  'overdue',
  'waiting',
  'settled_on_time',
  'settled_late',
  'replaced',
] as const;
export type RecommendationStand = (typeof recommendationStands)[number];

export interface RecommendationDates {
  readonly state: RecommendationState;
  readonly dueOn: string;
  /** The day the accepted report says it was done. */
  readonly settledOn: string | null;
}

/**
 * How a recommendation stands on a day. Overdue is what is not reported after its due day; what waits for a decision is
 * with the inspecting unit, and is late or not by the day it happened.
 */
export function standOfRecommendation(
  { state, dueOn, settledOn }: RecommendationDates,
  today: string,
): RecommendationStand {
  switch (state) {
    case 'open':
      return dueOn < today ? 'overdue' : 'open';
    case 'reported':
      return 'waiting';
    case 'settled':
      return settledOn !== null && settledOn > dueOn ? 'settled_late' : 'settled_on_time';
    case 'replaced':
      return 'replaced';
  }
}
