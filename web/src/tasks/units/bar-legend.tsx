import type { TaskStatus } from '@mangnon/domain/tasks/task-status.ts';
import { StatusMark } from '../status-mark.tsx';
import classes from './units.module.css';

/** What the colours of the bars mean. */
export function BarLegend({ statuses }: { statuses: readonly TaskStatus[] }) {
  return (
    <ul className={classes['legend']}>
      {statuses.map((status) => (
        <li key={status}>
          <StatusMark status={status} />
        </li>
      ))}
    </ul>
  );
}
