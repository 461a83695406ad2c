import { shiftDay, weekdayOf, yearOf } from '../../kernel/day.ts';
import type { Refusal } from '../../kernel/result.ts';
import type { Calendar } from './calendar.ts';

/** Longer than any holiday with what surrounds it; beyond that everything would be in doubt. */
const longestOpen = 31;

/** Everything wrong with a calendar as a whole; `where` names the day, or the first day of a stretch. */
export function checkCalendar(calendar: Calendar): Refusal[] {
  const wrong: Refusal[] = [];
  for (const { day, kind } of calendar.days.values()) {
    const isRest = calendar.weeklyRest.includes(weekdayOf(day));
    const say = (code: string) => wrong.push({ code, where: day, details: { day: write(day) } });
    if (!calendar.years.has(yearOf(day))) say('calendar.year_missing');
    if (kind === 'working_saturday' && !isRest) say('calendar.work_on_working_day');
    if (kind === 'day_off_by_swap' && isRest) say('calendar.swap_on_rest_day');
  }
  for (const { from, to, name } of calendar.open.values()) {
    if (to < from) wrong.push({ code: 'calendar.open_ends_before', where: from, details: { name } });
    if (to > shiftDay(from, longestOpen)) {
      wrong.push({ code: 'calendar.open_too_long', where: from, details: { name, limit: longestOpen } });
    }
  }
  return wrong;
}

function write(day: string): string {
  return day.split('-').toReversed().join('/');
}
