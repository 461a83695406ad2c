import type { Workflow } from '../kernel/workflow.ts';

export type HindranceState = 'open' | 'answered' | 'settled';
export type HindranceAct = 'passed_up' | 'answered' | 'settled' | 'reopened';

export interface HindranceFacts {
  /** Acts for the unit that is hindered. */
  readonly forUnit: boolean;
  /** Acts for the place it stands with. */
  readonly forPlace: boolean;
  /** There is a level above the one it stands with. */
  readonly levelAbove: boolean;
}

/**
 * The way of a hindrance (khó khăn, vướng mắc): whoever it stands with answers it or passes it up the line; the unit says
 * whether the answer settled it.
 */
export const hindranceWorkflow: Workflow<HindranceState, HindranceAct, HindranceFacts> = {
  answered: { from: ['open'], to: 'answered', guards: { not_allowed: ({ forPlace }) => forPlace } },
  passed_up: {
    from: ['open'],
    to: 'open',
    guards: { not_allowed: ({ forPlace }) => forPlace, top_of_the_line: ({ levelAbove }) => levelAbove },
  },
  settled: { from: ['open', 'answered'], to: 'settled', guards: { not_allowed: ({ forUnit }) => forUnit } },
  reopened: { from: ['answered', 'settled'], to: 'open', guards: { not_allowed: ({ forUnit }) => forUnit } },
};
