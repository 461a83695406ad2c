import { shareDone, taskStatuses, totalOf, type StatusCounts } from '@mangnon/domain/tasks/task-status.ts';
import { getRouteApi } from '@tanstack/react-router';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { StatusMark, statusShapes } from '../status-mark.tsx';
import { StatusSegments } from '../status-segments.tsx';
import classes from './tasks.module.css';

const route = getRouteApi('/frame/nhiem-vu');

/** All periods by status as one bar, with what it says in a sentence above; its figures stand below it, for ears too. */
export function StatusBar({ counts }: { counts: StatusCounts }) {
  const t = useText();
  const { language } = useLanguage();
  const search = route.useSearch();
  const all = totalOf(counts);
  const { part, of } = shareDone(counts, 'due');
  const said = (value: number) => formatNumber(value, language);
  const finding =
    of === 0
      ? t('taskList.finding.none')
      : t('taskList.finding', { part: said(part), of: said(of) }) +
        (counts.done_late === 0 ? '' : t('taskList.finding.late', { late: said(counts.done_late) }));
  return (
    <div>
      <p className={classes['finding']}>{finding}.</p>
      <p className={classes['soft']}>{t('taskList.finding.rest', { all: said(all) })}</p>
      <div aria-hidden className={classes['bar']}>
        <StatusSegments counts={counts} label={(status) => (counts[status] * 25 > all ? statusShapes[status] : null)} />
      </div>
      <ul className={classes['legend']}>
        {taskStatuses.map((status) => (
          <li key={status}>
            <PageLink to="/nhiem-vu" search={{ ...search, tinhTrang: status }} replace>
              <StatusMark status={status} />
            </PageLink>
            <span>{said(counts[status])}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
