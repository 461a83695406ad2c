import type { Calendar } from '@mangnon/domain/law/calendar/calendar.ts';
import { addWorkingDays, type Uncertainty } from '@mangnon/domain/law/calendar/working-days.ts';
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { DayBox } from '../../platform/day-box.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { getToday } from '../../platform/today.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './calendar.module.css';

/** Longer counts cross years that nobody has decided anything about. */
const most = 500;

/** From a day so many working days on, and what on the way is not decided yet. */
export function CountDays({ calendar }: { calendar: Calendar }) {
  const t = useText();
  const [from, setFrom] = useState(getToday());
  const [count, setCount] = useState<number | string>(5);
  const wanted = typeof count === 'number' && Number.isInteger(count) && Math.abs(count) <= most ? count : null;
  const counted = wanted === null ? null : addWorkingDays(calendar, from, wanted);
  return (
    <section className={classes['section']}>
      <h2>{t('calendar.count')}</h2>
      <div className={classes['count']}>
        <DayBox label={t('calendar.count.from')} value={from} onDay={setFrom} />
        <NumberInput
          label={t('calendar.count.days')}
          value={count}
          onChange={setCount}
          min={-most}
          max={most}
          allowDecimal={false}
          w={150}
          hideControls
        />
      </div>
      <output>
        {counted === null || wanted === null
          ? t('calendar.count.wrong', { most })
          : t('calendar.count.is', { count: wanted, from: formatDay(from), day: formatDay(counted.day) })}
      </output>
      {counted !== null && counted.crosses.length > 0 ? (
        <Notice tone="doubt" title={t('calendar.count.crosses')}>
          <p>{counted.crosses.map(tell).join('; ')}</p>
        </Notice>
      ) : null}
    </section>
  );

  function tell(one: Uncertainty): string {
    return one.kind === 'unknown_year'
      ? t('calendar.count.year', { year: String(one.year) })
      : t('calendar.open.days', {
          name: one.stretch.name,
          from: formatDay(one.stretch.from),
          to: formatDay(one.stretch.to),
        });
  }
}
