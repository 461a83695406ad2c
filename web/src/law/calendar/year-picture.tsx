import { shiftDay, weekdayOf } from '@mangnon/domain/kernel/day.ts';
import type { Calendar } from '@mangnon/domain/law/calendar/calendar.ts';
import { useText } from '../../platform/language.tsx';
import type { MessageKey } from '../../platform/messages.ts';
import { getToday } from '../../platform/today.ts';
import classes from './calendar.module.css';

type Mark = 'holiday' | 'day_off_by_swap' | 'working_saturday' | 'rest' | 'open' | 'work';

const legend = ['holiday', 'day_off_by_swap', 'working_saturday', 'open', 'rest'] as const;

/** Twelve months; what is special has a shape as well as a colour. Everything in it stands in the table below. */
export function YearPicture({ calendar, year }: { calendar: Calendar; year: number }) {
  const t = useText();
  return (
    <section className={classes['section']}>
      <h2>{t('calendar.picture')}</h2>
      <ul className={classes['legend']}>
        {legend.map((mark) => (
          <li key={mark}>
            <span className={classes['day']} data-mark={mark} aria-hidden />
            {t(`calendar.mark.${mark}`)}
          </li>
        ))}
      </ul>
      <div className={classes['months']}>
        {Array.from({ length: 12 }, (_, month) => (
          <Month key={month} calendar={calendar} year={year} month={month + 1} />
        ))}
      </div>
    </section>
  );
}

function Month({ calendar, year, month }: { calendar: Calendar; year: number; month: number }) {
  const t = useText();
  const today = getToday();
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const days: string[] = [];
  for (let day = first; day.startsWith(first.slice(0, 7)); day = shiftDay(day, 1)) days.push(day);
  return (
    <div className={classes['month']}>
      <h3>{t('calendar.month', { month })}</h3>
      <div className={classes['grid']} aria-hidden>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <span key={weekday} className={classes['weekday']}>
            {t(`calendar.weekday.short.${weekday}` as MessageKey)}
          </span>
        ))}
        {days.map((day, at) => (
          <span
            key={day}
            className={classes['day']}
            data-mark={markOf(calendar, day)}
            {...(day === today ? { 'data-today': true } : {})}
            {...(at === 0 ? { style: { gridColumnStart: weekdayOf(day) } } : {})}
            title={calendar.days.get(day)?.name}
          >
            {Number(day.slice(8))}
          </span>
        ))}
      </div>
    </div>
  );
}

function markOf(calendar: Calendar, day: string): Mark {
  const entry = calendar.days.get(day);
  if (entry !== undefined) return entry.kind;
  for (const { from, to } of calendar.open.values()) if (from <= day && day <= to) return 'open';
  return calendar.weeklyRest.includes(weekdayOf(day)) ? 'rest' : 'work';
}
