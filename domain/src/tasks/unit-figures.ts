import { z } from 'zod';
import { noCounts, taskStatuses, totalOf, type Share, type StatusCounts } from './task-status.ts';

export const statusCounts = z.object(
  Object.fromEntries(taskStatuses.map((name) => [name, z.int()])) as Record<(typeof taskStatuses)[number], z.ZodInt>,
);

/** How a unit, or a person who headed it, stands with the task periods it was given. */
export const unitFigures = z.object({
  counts: statusCounts,
  /** Of those done on time: said so by a report that was typed in only after the due day. */
  coveredUp: z.int(),
  /** Of those done, in time or late: typed in on a later day than they happened. */
  enteredLater: z.int(),
  /** Most days between what happened and its being typed in; null where nothing was typed in later. */
  longestEntry: z.int().nullable(),
  /** Said to be done, and not yet decided by whoever gave the task. */
  waiting: z.int(),
  /** Due on another day than was first given; they stand in `counts` by the day that holds now. */
  dueMoved: z.int(),
  /** Of those moved: overdue, or done late, had the first day been kept. */
  lateByFirst: z.int(),
});
export type UnitFigures = z.infer<typeof unitFigures>;

/**
 * Done on time, of what is to be done by now: done, or overdue. A share of nothing is no figure: whoever shows it says
 * «no tasks» or «nothing due yet».
 */
export function shareOnTime(counts: StatusCounts): Share {
  const of = counts.done_on_time + counts.done_late + counts.under_way_overdue;
  return { part: counts.done_on_time, of, denominator: 'due' };
}

/** A share of fewer says little, and is marked where it is shown. The product's own number, from no law. */
export const fewestForShare = 5;

/** Why there is no share, or that it says little; null where it may stand alone. */
export function judgeShare(counts: StatusCounts): 'no_tasks' | 'nothing_due' | 'few' | null {
  const { of } = shareOnTime(counts);
  if (totalOf(counts) === 0) return 'no_tasks';
  if (of === 0) return 'nothing_due';
  return of < fewestForShare ? 'few' : null;
}

export const noFigures: UnitFigures = {
  counts: noCounts,
  coveredUp: 0,
  enteredLater: 0,
  longestEntry: null,
  waiting: 0,
  dueMoved: 0,
  lateByFirst: 0,
};

/** The figures of parts as those of their whole. */
export function addFigures(parts: readonly UnitFigures[]): UnitFigures {
  const sum = (pick: (part: UnitFigures) => number) => parts.reduce((all, part) => all + pick(part), 0);
  const longest = parts.flatMap(({ longestEntry }) => longestEntry ?? []);
  return {
    counts: Object.fromEntries(taskStatuses.map((name) => [name, sum(({ counts }) => counts[name])])) as StatusCounts,
    coveredUp: sum(({ coveredUp }) => coveredUp),
    enteredLater: sum(({ enteredLater }) => enteredLater),
    longestEntry: longest.length === 0 ? null : Math.max(...longest),
    waiting: sum(({ waiting }) => waiting),
    dueMoved: sum(({ dueMoved }) => dueMoved),
    lateByFirst: sum(({ lateByFirst }) => lateByFirst),
  };
}
