import type { StatusCounts, TaskStatus } from '@mangnon/domain/tasks/task-status.ts';
import { StatusSegments } from '../status-segments.tsx';
import classes from './units.module.css';

/** What is done or overdue: what a share on time is a share of. */
export const dueStatuses = ['done_on_time', 'done_late', 'under_way_overdue'] as const satisfies readonly TaskStatus[];

export const sumOf = (counts: StatusCounts, statuses: readonly TaskStatus[]): number =>
  statuses.reduce((sum, status) => sum + counts[status], 0);

/** Periods by status as one bar, as long as its part of the longest beside it; the numbers stand in the same row. */
export function StatusBarOf({
  counts,
  statuses,
  most,
}: {
  counts: StatusCounts;
  statuses: readonly TaskStatus[];
  /** What the longest of the bars stands for. */
  most: number;
}) {
  const width = `${most === 0 ? 0 : (100 * sumOf(counts, statuses)) / most}%`;
  return (
    <span aria-hidden className={classes['bar']} style={{ width }}>
      <StatusSegments counts={counts} statuses={statuses} />
    </span>
  );
}
