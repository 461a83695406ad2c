import { shiftDay, yearOf } from '@mangnon/domain/kernel/day.ts';
import { isWorkingDay } from '@mangnon/domain/law/calendar/working-days.ts';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { getToday } from '../../platform/today.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { calendarQuery, toCalendar } from './calendar.queries.ts';
import classes from './calendar.module.css';
import { CountDays } from './count-days.tsx';
import { DayDialog, type EditedDay } from './day.dialog.tsx';
import { DayTable } from './day-table.tsx';
import { ExportCalendar, ImportCalendar } from './exchange.tsx';
import { YearPicture } from './year-picture.tsx';

const route = getRouteApi('/frame/lich-lam-viec');

/** A year at a glance, its days with source and trust, and counting of working days. */
export function CalendarPage() {
  const t = useText();
  const navigate = route.useNavigate();
  const { nam } = route.useSearch();
  const { data, error, refetch } = useQuery(calendarQuery);
  const [edited, setEdited] = useState<EditedDay | null>(null);
  const year = nam ?? yearOf(getToday());
  if (data === undefined) {
    return (
      <>
        <PageHeading title={t('calendar.title', { year: String(year) })} />
        {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      </>
    );
  }
  const calendar = toCalendar(data);
  const known = calendar.years.get(year);
  const days = data.days.filter(({ day }) => yearOf(day) === year);
  const open = data.open.filter(({ from }) => yearOf(from) === year);
  const go = (to: number) => void navigate({ search: { nam: to }, replace: true });
  return (
    <>
      <PageHeading
        title={t('calendar.title', { year: String(year) })}
        state={
          known === undefined ? t('calendar.unknown') : t(`calendar.state.${known.status}`, { count: countWork() })
        }
        action={
          <>
            <ExportCalendar year={year} />
            {data.can.edit ? <ImportCalendar /> : null}
          </>
        }
      />
      <Group gap="xs" mb="sm">
        <Button variant="default" onClick={() => go(year - 1)}>
          {t('calendar.year', { year: String(year - 1) })}
        </Button>
        <Button variant="default" onClick={() => go(year + 1)}>
          {t('calendar.year', { year: String(year + 1) })}
        </Button>
        {data.can.edit ? (
          <Button variant="default" onClick={() => setEdited({ day: null, year })}>
            {t('calendar.add')}
          </Button>
        ) : null}
      </Group>
      {open.length > 0 ? (
        <Notice tone="doubt" title={t('calendar.open', { count: open.length })}>
          <ul className={classes['open']}>
            {open.map(({ from, to, name, note }) => (
              <li key={from}>
                {from === to
                  ? t('calendar.open.day', { name, day: formatDay(from) })
                  : t('calendar.open.days', { name, from: formatDay(from), to: formatDay(to) })}{' '}
                {note}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <CountDays calendar={calendar} />
      {known === undefined ? (
        <EmptyState title={t('calendar.unknown')}>{t('calendar.unknown.text')}</EmptyState>
      ) : (
        <>
          <YearPicture calendar={calendar} year={year} />
          <DayTable days={days} {...(data.can.edit ? { onEdit: (day) => setEdited({ day, year }) } : {})} />
        </>
      )}
      {edited ? <DayDialog edited={edited} seen={data.revision} onClose={() => setEdited(null)} /> : null}
    </>
  );

  function countWork(): number {
    let count = 0;
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = shiftDay(day, 1)) {
      if (isWorkingDay(calendar, day)) count += 1;
    }
    return count;
  }
}
