import { useMediaQuery } from '@mantine/hooks';
import { formatDay } from '../../../platform/format.ts';
import { useText } from '../../../platform/language.tsx';
import { statusShapes } from '../../../tasks/status-mark.tsx';
import colours from '../../../tasks/status-colours.module.css';
import { SourceButton } from '../plan-source.tsx';
import { groupByMonth, type Timeline, type TimelineRow } from './arrange-timeline.ts';
import { SentenceState } from './sentence-state.tsx';
import classes from './views.module.css';

const share = (part: number) => `${Math.round(part * 10_000) / 100}%`;

/** Bars from start to due day along the months, with today's line; on a phone the same as a list by month. */
export function TaskTimeline({ timeline }: { timeline: Timeline }) {
  const t = useText();
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  if (narrow) return <MonthList rows={timeline.rows} />;
  const { rows, months, today } = timeline;
  // Names of months that would run into one another are left out: six at most.
  const step = Math.ceil(months.length / 6);
  return (
    <>
      <p className={classes['soft']}>{t('planViews.legend')}</p>
      <table className={classes['timeline']} aria-label={t('planViews.timeline')}>
        <thead>
          <tr>
            <th scope="col">{t('plan.tasks.column.task')}</th>
            <th scope="col">
              <span className="for-screen-readers">{t('planViews.when')}</span>
              <span aria-hidden className={classes['months']}>
                {months
                  .filter((_month, at) => at % step === 0)
                  .map(({ month, at }) => (
                    <span key={month} style={{ left: share(at) }}>
                      {t('planViews.month.short', { month: Number(month.slice(5)), year: month.slice(2, 4) })}
                    </span>
                  ))}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.task.id}>
              <th scope="row">
                <SourceButton factId={row.task.id} hasSource={row.task.span !== null}>
                  {row.task.text}
                </SourceButton>
              </th>
              <td>
                <span className={classes['facts']}>
                  {row.dueOn === null ? t('tasks.due.none') : t('plan.due.to', { to: formatDay(row.dueOn) })}
                  {'. '}
                  <SentenceState given={row.given} />
                </span>
                <span aria-hidden className={classes['track']}>
                  {months.map(({ month, at }) => (
                    <i key={month} className={classes['line']} style={{ left: share(at) }} />
                  ))}
                  <Bar row={row} />
                  <i className={classes['today']} style={{ left: share(today) }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Bar({ row: { bar, done, status } }: { row: TimelineRow }) {
  if (bar === null) return null;
  return (
    <>
      <b
        className={`${colours['filled']} ${classes['bar']}`}
        data-status={status ?? 'not_given'}
        style={{ left: share(bar.from), width: share(Math.max(0, bar.to - bar.from)) }}
      />
      {done === null ? null : (
        <b className={classes['done']} style={{ left: share(done) }}>
          {status === null ? '' : statusShapes[status]}
        </b>
      )}
    </>
  );
}

function MonthList({ rows }: { rows: readonly TimelineRow[] }) {
  const t = useText();
  return groupByMonth(rows).map(([month, own]) => (
    <section key={month} className={classes['month']}>
      <h3>
        {month === ''
          ? t('plan.tasks.undated')
          : t('planViews.month', { month: Number(month.slice(5)), year: month.slice(0, 4) })}
      </h3>
      <ul>
        {own.map(({ task, dueOn, given }) => (
          <li key={task.id}>
            <SourceButton factId={task.id} hasSource={task.span !== null}>
              {task.text}
            </SourceButton>
            <span className={classes['facts']}>
              {dueOn === null ? '' : `${t('plan.due.to', { to: formatDay(dueOn) })}. `}
              <SentenceState given={given} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
