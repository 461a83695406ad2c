import { z } from 'zod';
import { formulaSign } from '../../kernel/workbook/sheet.ts';

/**
 * holiday: a paid day off by law, or made up for one; day_off_by_swap: a weekday off that is worked on another day;
 * working_saturday: that other day, a day of weekly rest on which offices work.
 */
export const dayKind = z.enum(['holiday', 'day_off_by_swap', 'working_saturday']);
export type DayKind = z.infer<typeof dayKind>;

/** decided: all notices are out; provisional: what only a decision can fix is missing. */
export const yearStatus = z.enum(['decided', 'provisional']);
export type YearStatus = z.infer<typeof yearStatus>;

export const calendarTrust = z.enum(['verified', 'secondary', 'unverified']);
export type CalendarTrust = z.infer<typeof calendarTrust>;

/** Words that go into workbooks, where a formula would be run. */
const words = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !formulaSign.test(text));

/** Years a calendar may hold: the Labour Code its rules stand in is in force since the first. */
export const calendarYearNumber = z.number().int().min(2021).max(2100);

const day = z.iso.date();

/** A day that is not what its weekday says. */
export const calendarDay = z.strictObject({
  day,
  kind: dayKind,
  /** As the law or the notice calls it, in Vietnamese. */
  name: words(120),
  /** The text it stands in, and where in it; `null` where there is no article to name. */
  basis: words(200),
  article: words(80).nullable(),
  trust: calendarTrust,
  /** Where it was read. */
  source: words(300).nullable(),
  note: words(500).nullable(),
});
export type CalendarDay = Readonly<z.infer<typeof calendarDay>>;

export const calendarYear = z.strictObject({
  year: calendarYearNumber,
  status: yearStatus,
  note: words(500).nullable(),
});
export type CalendarYear = Readonly<z.infer<typeof calendarYear>>;

/** First and last of days on which a decision still to come may put holidays or swaps. */
export const openStretch = z.strictObject({ from: day, to: day, name: words(120), note: words(500).nullable() });
export type OpenStretch = Readonly<z.infer<typeof openStretch>>;

/** The working calendar of the civil service. A year without an entry in `years` is not known at all. */
export interface Calendar {
  /** Weekdays of weekly rest, Monday 1. */
  readonly weeklyRest: readonly number[];
  readonly years: ReadonlyMap<number, CalendarYear>;
  readonly days: ReadonlyMap<string, CalendarDay>;
  /** By their first day. */
  readonly open: ReadonlyMap<string, OpenStretch>;
}
