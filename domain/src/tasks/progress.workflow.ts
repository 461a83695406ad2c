import type { Workflow } from '../kernel/workflow.ts';

/** How a task period stands between its unit and its requester. */
export type PeriodState = 'open' | 'reported_done' | 'accepted' | 'cancelled';

export interface PeriodDates {
  readonly doneOn: string | null;
  readonly reportedOn: string | null;
  readonly cancelledOn: string | null;
}

export function stateOf({ doneOn, reportedOn, cancelledOn }: PeriodDates): PeriodState {
  if (doneOn !== null) return 'accepted';
  if (cancelledOn !== null) return 'cancelled';
  return reportedOn === null ? 'open' : 'reported_done';
}

/** What the guards ask. Days are ISO. */
export interface ProgressFacts {
  readonly today: string;
  /** The day the report or the request speaks of. */
  readonly happenedOn?: string;
  readonly dueOn?: string | null;
  readonly askedDueOn?: string;
  /** The person who decides is another than the one who reported. */
  readonly byAnother?: boolean;
  readonly openTimeRequest?: boolean;
}

export type ProgressAct = 'report' | 'complete' | 'accept' | 'send_back' | 'ask_time' | 'raise' | 'cancel';

const notInTheFuture = ({ happenedOn, today }: ProgressFacts) => happenedOn === undefined || happenedOn <= today;

/**
 * What can be done with a task period, by whom it is asked elsewhere. A completion that waits for its decision is not
 * overtaken by another; whoever reported does not accept it.
 */
export const progressWorkflow: Workflow<PeriodState, ProgressAct, ProgressFacts> = {
  report: { from: ['open', 'reported_done'], to: 'open', guards: { happened_in_future: notInTheFuture } },
  complete: { from: ['open'], to: 'reported_done', guards: { happened_in_future: notInTheFuture } },
  accept: { from: ['reported_done'], to: 'accepted', guards: { own_report: ({ byAnother }) => byAnother === true } },
  send_back: { from: ['reported_done'], to: 'open', guards: { own_report: ({ byAnother }) => byAnother === true } },
  ask_time: {
    from: ['open'],
    to: 'open',
    guards: {
      no_due_day: ({ dueOn }) => typeof dueOn === 'string',
      request_open: ({ openTimeRequest }) => openTimeRequest === false,
      not_later: ({ dueOn, askedDueOn }) => askedDueOn === undefined || askedDueOn > (dueOn ?? ''),
    },
  },
  raise: { from: ['open', 'reported_done'], to: 'open', guards: {} },
  cancel: { from: ['open', 'reported_done'], to: 'cancelled', guards: {} },
};
