import { useText } from '../../platform/language.tsx';
import { getToday } from '../../platform/today.ts';
import classes from './calendar-picture.module.css';
import type { ReportCalendar } from './report-calendar.ts';

/** The year in twelve boxes; each report is a bar with its day, so that it reads in black and white too. */
export function CalendarPicture({ calendar }: { calendar: ReportCalendar }) {
  const t = useText();
  const now = Number(getToday().slice(5, 7));
  return (
    <ol className={classes['year']}>
      {calendar.months.map(({ month, days }) => (
        <li
          key={month}
          {...(month === now ? { 'data-now': true } : {})}
          {...(days.length > 0 ? { 'data-due': true } : {})}
        >
          <span className={classes['month']}>
            <span aria-hidden>{t('plan.reporting.month.short', { month })}</span>
            <span className="for-screen-readers">{t('plan.reporting.month', { month })}</span>
            {month === now ? <span className={classes['now']}> {t('plan.reporting.now')}</span> : null}
          </span>
          {days.map(({ reportId, day }) => (
            <span key={reportId} className={classes['day']}>
              {t('plan.reporting.day', { day })}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}
