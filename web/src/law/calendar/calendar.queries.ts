import type { Calendar } from '@mangnon/domain/law/calendar/calendar.ts';
import { getCalendar, type ShownCalendar } from '@mangnon/domain/law/calendar/calendar.api.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';

export const calendarQuery = queryOptions({
  queryKey: ['working-calendar'],
  queryFn: ({ signal }) => call(getCalendar, { signal }),
});

/** As the rules of the domain ask for it. */
export function toCalendar({ weeklyRest, years, days, open }: ShownCalendar): Calendar {
  return {
    weeklyRest,
    years: new Map(years.map((year) => [year.year, year])),
    days: new Map(days.map((day) => [day.day, day])),
    open: new Map(open.map((stretch) => [stretch.from, stretch])),
  };
}
