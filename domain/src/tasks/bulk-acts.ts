import type { TaskStatus } from './task-status.ts';

/** Why one of many chosen periods is left as it is while the others are done. */
export const reasonsToLeave = [
  'not_yours',
  'done',
  'cancelled',
  'not_begun',
  'waits_for_you',
  'reminded_today',
  'nobody_there',
  'request_open',
  'due_before_start',
  'due_same',
  'own_unit',
] as const;
export type ReasonToLeave = (typeof reasonsToLeave)[number];

/** What of a period decides whether an act on many reaches it. */
export interface ChosenPeriod {
  readonly status: TaskStatus;
  /** This person's post gives tasks in the place whose plan it is. */
  readonly yours: boolean;
  readonly unit: string;
  readonly startsOn: string;
  readonly dueOn: string | null;
  /** Said to be done by a report that waits for a decision. */
  readonly reportedOn: string | null;
  readonly openTimeRequest: boolean;
  readonly remindedToday: boolean;
}

const ended = ({ yours, status }: ChosenPeriod): ReasonToLeave | null => {
  if (!yours) return 'not_yours';
  if (status === 'cancelled') return 'cancelled';
  return status === 'done_on_time' || status === 'done_late' ? 'done' : null;
};

/** Why the unit of this period is not reminded of it; null where it is. */
export function whyNotRemind(period: ChosenPeriod): ReasonToLeave | null {
  const over = ended(period);
  if (over !== null) return over;
  if (period.status === 'not_yet_due_to_start') return 'not_begun';
  if (period.reportedOn !== null) return 'waits_for_you';
  return period.remindedToday ? 'reminded_today' : null;
}

/** Why this period is not changed; null where all that is asked is done to it. `units` are `agency|place`. */
export function whyNotChange(
  period: ChosenPeriod,
  { dueOn, units }: { readonly dueOn: string | null; readonly units: readonly string[] },
): ReasonToLeave | null {
  const over = ended(period);
  if (over !== null) return over;
  if (units.includes(period.unit)) return 'own_unit';
  if (dueOn === null) return null;
  if (period.reportedOn !== null) return 'waits_for_you';
  if (period.openTimeRequest) return 'request_open';
  if (dueOn < period.startsOn) return 'due_before_start';
  return dueOn === period.dueOn ? 'due_same' : null;
}
