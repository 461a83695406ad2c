import type { Calendar } from '../law/calendar/calendar.ts';
import { isWorkingDay } from '../law/calendar/working-days.ts';
import { shiftDay, weekdayOf } from '../kernel/day.ts';
import { vietnamDay } from '../kernel/vietnam-day.ts';
import type { Digest } from './notice-choice.ts';

/** Until when notices go into the mail of those with this choice; hour and weekday are `null` where it asks for none. */
export interface DigestMoment {
  readonly digest: Digest;
  readonly hour: number | null;
  readonly weekday: number | null;
  readonly moment: string;
}

/** Longer than any stretch of days off: Tết with the weekends around it. */
const lookBack = 21;

/**
 * The last instant at which a mail of each choice was due, at `now`. Daily mails go on working days; a weekly one on its
 * weekday, or the first working day of the same week after it, and not at all in a week without one.
 */
export function findDigestMoments(calendar: Calendar, now: Date): DigestMoment[] {
  const today = vietnamDay(now);
  const days = Array.from({ length: lookBack }, (_, back) => shiftDay(today, -back));
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  const last = (hour: number, isDay: (day: string) => boolean) =>
    days
      .filter(isDay)
      .map((day) => instantOf(day, hour))
      .find((moment) => moment <= now);
  const moments = hours.flatMap((hour): DigestMoment[] => {
    const daily = last(hour, (day) => isWorkingDay(calendar, day));
    const weekly = weekdays.flatMap((weekday): DigestMoment[] => {
      const moment = last(hour, (day) => day === findWeeklyDay(calendar, day, weekday));
      return moment === undefined ? [] : [{ digest: 'weekly', hour, weekday, moment: moment.toISOString() }];
    });
    return daily === undefined
      ? weekly
      : [{ digest: 'daily', hour, weekday: null, moment: daily.toISOString() }, ...weekly];
  });
  return [{ digest: 'at_once', hour: null, weekday: null, moment: now.toISOString() }, ...moments];
}

/** The day of the weekly mail in the week of `day`, or `null`. */
function findWeeklyDay(calendar: Calendar, day: string, weekday: number): string | null {
  const monday = shiftDay(day, 1 - weekdayOf(day));
  for (let at = weekday; at <= 7; at += 1) {
    const one = shiftDay(monday, at - 1);
    if (isWorkingDay(calendar, one)) return one;
  }
  return null;
}

function instantOf(day: string, hour: number): Date {
  return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`);
}
