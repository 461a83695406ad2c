/** Each task period stands in exactly one of these on a day. In the order in which they are shown. */
export const taskStatuses = [
  'done_on_time',
  'done_late',
  'under_way_in_time',
  'under_way_overdue',
  'not_yet_due_to_start',
  'cancelled',
] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** The dates (ISO days) a status is computed from; nothing else decides it, and nobody types it. */
export interface StatusDates {
  readonly startsOn: string;
  /** Last day in time; null where the plan names none. */
  readonly dueOn: string | null;
  /** The day it was really done, by a report that was accepted with its proof; null until then. */
  readonly doneOn: string | null;
  readonly cancelledOn: string | null;
}

/**
 * The status of a task period on a day. What was done stays done, also where the task was cancelled later. The same rule
 * stands in the database (`task_status`), for lists and figures; a property test holds the two together.
 */
export function computeStatus({ startsOn, dueOn, doneOn, cancelledOn }: StatusDates, today: string): TaskStatus {
  if (doneOn !== null) return dueOn === null || doneOn <= dueOn ? 'done_on_time' : 'done_late';
  if (cancelledOn !== null) return 'cancelled';
  if (today < startsOn) return 'not_yet_due_to_start';
  return dueOn === null || today <= dueOn ? 'under_way_in_time' : 'under_way_overdue';
}

export type StatusCounts = Readonly<Record<TaskStatus, number>>;

export const noCounts: StatusCounts = Object.fromEntries(taskStatuses.map((status) => [status, 0])) as Record<
  TaskStatus,
  number
>;

/** Counts by status; the parts always add up to the number of statuses given. */
export function countStatuses(statuses: Iterable<TaskStatus>): StatusCounts {
  const counts = { ...noCounts };
  for (const status of statuses) counts[status] += 1;
  return counts;
}

export function totalOf(counts: StatusCounts): number {
  return taskStatuses.reduce((sum, status) => sum + counts[status], 0);
}

/** What a share is a share of: each names its denominator, and a share of nothing is no figure. */
export const denominators = ['all', 'not_cancelled', 'due'] as const;
export type Denominator = (typeof denominators)[number];

export interface Share {
  readonly part: number;
  readonly of: number;
  readonly denominator: Denominator;
}

/**
 * How many are done, of those that are to be done by now (`due`: done, or overdue), of those not cancelled, or of all.
 */
export function shareDone(counts: StatusCounts, denominator: Denominator): Share {
  const done = counts.done_on_time + counts.done_late;
  const of =
    denominator === 'due'
      ? done + counts.under_way_overdue
      : totalOf(counts) - (denominator === 'not_cancelled' ? counts.cancelled : 0);
  return { part: done, of, denominator };
}
