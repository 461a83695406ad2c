import type { TaskRow } from '@mangnon/domain/tasks/tasks.api.ts';
import type { ReactNode } from 'react';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { StatusMark } from '../status-mark.tsx';
import { useTaskWords } from '../task-words.ts';
import { formatDay } from '../../platform/format.ts';
import classes from './work.module.css';

/** One part of the work of a person; nothing where the part is empty. */
export function WorkPart({ title, hint, children }: { title: string; hint?: string; children: ReactNode[] }) {
  const t = useText();
  if (children.length === 0) return null;
  return (
    <section className={classes['part']}>
      <h2>
        {title} ({children.length})
      </h2>
      {hint === undefined ? null : <p className={classes['soft']}>{hint}</p>}
      <ul aria-label={t('work.list', { what: title })}>{children}</ul>
    </section>
  );
}

/** One line: what, whose, until when, how it stands. */
export function WorkRow({ row, today, mark }: { row: TaskRow; today: string; mark?: string }) {
  const t = useText();
  const words = useTaskWords();
  const period = words.period(row.period);
  return (
    <li>
      <PageLink to="/nhiem-vu/$taskId" params={{ taskId: row.taskId }} hash={row.periodId}>
        {row.words}
      </PageLink>
      <span>
        {row.unit.name}
        {period === '' ? '' : ` · ${period}`}
      </span>
      <span>
        {words.due(row.dueOn)}
        {row.dueOn === null && row.doneOn === null ? '' : `, ${words.left(row, today)}`}
      </span>
      <span>
        {mark === undefined ? null : <strong>{mark} · </strong>}
        {row.reportedOn === null ? (
          <StatusMark status={row.status} />
        ) : (
          t('work.reported', { day: formatDay(row.reportedOn) })
        )}
        {row.hindrances === null || row.hindrances === 0
          ? null
          : ` · ${t('work.hindrances', { count: row.hindrances })}`}
      </span>
    </li>
  );
}
