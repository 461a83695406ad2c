import { taskStatuses, type StatusCounts, type TaskStatus } from '@mangnon/domain/tasks/task-status.ts';
import type { ReactNode } from 'react';
import colours from './status-colours.module.css';

/** The parts of a bar, each as long as its count; `label` may write into one. */
export function StatusSegments({
  counts,
  statuses = taskStatuses,
  label,
}: {
  counts: StatusCounts;
  statuses?: readonly TaskStatus[];
  label?: (status: TaskStatus) => ReactNode;
}) {
  return statuses
    .filter((status) => counts[status] > 0)
    .map((status) => (
      <span
        key={status}
        className={colours['filled']}
        data-status={status}
        style={{ flexGrow: counts[status], flexBasis: 0 }}
      >
        {label?.(status)}
      </span>
    ));
}
