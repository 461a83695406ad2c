import { z } from 'zod';
import { isSameValue } from '../../kernel/same-value.ts';
import { accept, refuse, type Result } from '../../kernel/result.ts';
import {
  calendarDay,
  calendarYear,
  openStretch,
  type Calendar,
  type CalendarDay,
  type CalendarYear,
  type OpenStretch,
} from './calendar.ts';

/** One act on the calendar. Putting a day, year or stretch that is there already takes its place. */
export const calendarChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('put_day'), day: calendarDay }),
  z.strictObject({ change: z.literal('remove_day'), day: z.iso.date() }),
  z.strictObject({ change: z.literal('put_year'), year: calendarYear }),
  z.strictObject({ change: z.literal('put_open'), stretch: openStretch }),
  z.strictObject({ change: z.literal('remove_open'), from: z.iso.date() }),
]);
export type CalendarChange = z.infer<typeof calendarChange>;

/** The calendar after these acts, one after another. Refuses to remove what is not there. */
export function applyCalendarChanges(before: Calendar, changes: readonly CalendarChange[]): Result<Calendar> {
  const years = new Map(before.years);
  const days = new Map(before.days);
  const open = new Map(before.open);
  for (const one of changes) {
    switch (one.change) {
      case 'put_day':
        days.set(one.day.day, one.day);
        break;
      case 'remove_day':
        if (!days.delete(one.day)) return refuse('calendar.not_there', { where: one.day, details: { what: one.day } });
        break;
      case 'put_year':
        years.set(one.year.year, one.year);
        break;
      case 'put_open':
        open.set(one.stretch.from, one.stretch);
        break;
      case 'remove_open':
        if (!open.delete(one.from)) {
          return refuse('calendar.not_there', { where: one.from, details: { what: one.from } });
        }
        break;
    }
  }
  return accept({ ...before, years, days, open });
}

export interface CalendarDifference {
  readonly days: readonly CalendarDay[];
  readonly years: readonly CalendarYear[];
  readonly open: readonly OpenStretch[];
  readonly removedDays: readonly string[];
  readonly removedOpen: readonly string[];
}

/** What has to be written to come from one calendar to another. Years are never removed. */
export function findCalendarDifference(before: Calendar, after: Calendar): CalendarDifference {
  const fresh = <Key, Item>(old: ReadonlyMap<Key, Item>, now: ReadonlyMap<Key, Item>) =>
    [...now].filter(([key, item]) => !isSameValue(old.get(key), item)).map(([, item]) => item);
  const gone = (old: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>) =>
    [...old.keys()].filter((key) => !now.has(key));
  return {
    days: fresh(before.days, after.days),
    years: fresh(before.years, after.years),
    open: fresh(before.open, after.open),
    removedDays: gone(before.days, after.days),
    removedOpen: gone(before.open, after.open),
  };
}
