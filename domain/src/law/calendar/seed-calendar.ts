import { z } from 'zod';
import {
  calendarDay,
  openStretch,
  type Calendar,
  type CalendarDay,
  type CalendarYear,
  type OpenStretch,
} from './calendar.ts';
import { computeHolidays } from './compute-holidays.ts';
import decidedRows from './decided-years.json' with { type: 'json' };
import { holidayLaw, lunarDays } from './holiday-rule.ts';
import lawRows from './holiday-rules.json' with { type: 'json' };
import lunarRows from './lunar-days.json' with { type: 'json' };

const decidedYears = z.array(
  z.strictObject({ year: z.number().int(), days: z.array(calendarDay), open: z.array(openStretch) }),
);

/** As far as plans of today reach; a later version of the files brings more. */
const lastYear = 2035;

const undecided = 'Chưa có thông báo nghỉ Tết, Quốc khánh và hoán đổi của năm này.';

/** Of every calendar: it changes with the law, not from year to year. Monday 1. */
export const weeklyRest: readonly number[] = lawRows.weeklyRest.weekdays;

/** The calendar as the files beside this one begin it. */
export function readSeedCalendar(): Calendar {
  const law = holidayLaw.parse(lawRows);
  const decided = new Map(decidedYears.parse(decidedRows).map((one) => [one.year, one]));
  const years = new Map<number, CalendarYear>();
  const days = new Map<string, CalendarDay>();
  const open = new Map<string, OpenStretch>();
  for (const lunar of lunarDays.parse(lunarRows).filter(({ year }) => year <= lastYear)) {
    const known = decided.get(lunar.year);
    const computed = computeHolidays(law, lunar, known?.days ?? null);
    const status = known === undefined ? 'provisional' : 'decided';
    years.set(lunar.year, { year: lunar.year, status, note: known === undefined ? undecided : null });
    for (const day of computed.days) days.set(day.day, day);
    for (const stretch of [...computed.open, ...(known?.open ?? [])]) open.set(stretch.from, stretch);
  }
  return { weeklyRest, years, days, open };
}
