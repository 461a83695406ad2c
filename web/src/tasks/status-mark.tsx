import type { TaskStatus } from '@mangnon/domain/tasks/task-status.ts';
import { useText } from '../platform/language.tsx';
import classes from './tasks.module.css';

/** Each status has a shape of its own, so that black and white tell it too. */
export const statusShapes: Readonly<Record<TaskStatus, string>> = {
  done_on_time: '●',
  done_late: '◆',
  under_way_in_time: '◐',
  under_way_overdue: '▲',
  not_yet_due_to_start: '○',
  cancelled: '✕',
};

/** How a task period stands: its word, with a shape and a colour. */
export function StatusMark({ status }: { status: TaskStatus }) {
  const t = useText();
  return (
    <span className={classes['status']} data-status={status}>
      <span aria-hidden>{statusShapes[status]}</span> {t(`tasks.status.${status}`)}
    </span>
  );
}
