import { shiftDay, weekdayOf, yearOf } from '../../kernel/day.ts';
import type { Calendar, OpenStretch } from './calendar.ts';

/** Why a counted day may still move: a stretch not decided yet, or a year nothing is known of. */
export type Uncertainty =
  { readonly kind: 'open'; readonly stretch: OpenStretch } | { readonly kind: 'unknown_year'; readonly year: number };

/** A day that was counted out, with everything on the way to it that is not decided yet. */
export interface CountedDay {
  readonly day: string;
  readonly crosses: readonly Uncertainty[];
}

/** Whether offices work on the day (ISO), as far as it is decided. */
export function isWorkingDay(calendar: Calendar, day: string): boolean {
  const entry = calendar.days.get(day);
  if (entry !== undefined) return entry.kind === 'working_saturday';
  return !calendar.weeklyRest.includes(weekdayOf(day));
}

/**
 * The `count`-th working day after `from`, or before it where `count` is below zero; `from` itself is not counted,
 * whatever it is. Zero gives `from`. Throws where no working day comes in a year: a calendar without any is a mistake.
 */
export function addWorkingDays(calendar: Calendar, from: string, count: number): CountedDay {
  if (!Number.isInteger(count)) throw new Error(`${count} working days cannot be counted`);
  const step = Math.sign(count);
  let day = from;
  for (let left = Math.abs(count); left > 0; left -= 1) day = stepToWorkingDay(calendar, shiftDay(day, step), step);
  return { day, crosses: findUncertainties(calendar, from, day) };
}

/** The day itself where offices work on it, else the first working day after it. */
export function nextWorkingDay(calendar: Calendar, day: string): CountedDay {
  const next = stepToWorkingDay(calendar, day, 1);
  return { day: next, crosses: findUncertainties(calendar, day, next) };
}

/** How many working days lie after `from` up to and with `to`; below zero, and with `from` left out, where `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  const step = from <= to ? 1 : -1;
  let counted = 0;
  for (let day = from; day !== to;) {
    day = shiftDay(day, step);
    if (isWorkingDay(calendar, day)) counted += step;
  }
  return counted;
}

/** What is not decided between two days, both included and in whatever order. */
export function findUncertainties(calendar: Calendar, one: string, other: string): Uncertainty[] {
  const [first, last] = one <= other ? [one, other] : [other, one];
  const years = Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, at) => yearOf(first) + at);
  return [
    ...years.filter((year) => !calendar.years.has(year)).map((year): Uncertainty => ({ kind: 'unknown_year', year })),
    ...[...calendar.open.values()]
      .filter(({ from, to }) => from <= last && first <= to)
      .map((stretch): Uncertainty => ({ kind: 'open', stretch })),
  ];
}

function stepToWorkingDay(calendar: Calendar, from: string, step: number): string {
  let day = from;
  for (let tried = 0; tried <= 366; tried += 1) {
    if (isWorkingDay(calendar, day)) return day;
    day = shiftDay(day, step);
  }
  throw new Error(`the calendar has no working day in the year from ${from}`);
}
