import { taskStatuses, totalOf } from '@mangnon/domain/tasks/task-status.ts';
import { useText } from '../../../platform/language.tsx';
import { StatusMark } from '../../../tasks/status-mark.tsx';
import type { TimelineRow } from './arrange-timeline.ts';
import classes from './views.module.css';

/** How the periods of a sentence stand: the status alone where all stand alike, else how many in each. */
export function SentenceState({ given }: { given: TimelineRow['given'] }) {
  const t = useText();
  if (given === null) return <span className={classes['soft']}>{t('planViews.notGiven')}</span>;
  const there = taskStatuses.filter((status) => given.counts[status] > 0);
  const all = totalOf(given.counts);
  return (
    <>
      {there.map((status) => (
        <span key={status} className={classes['state']}>
          <StatusMark status={status} />
          {all === 1 ? null : ` ${t('planViews.of', { count: given.counts[status], all })}`}
        </span>
      ))}
    </>
  );
}
