import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftDay, weekdayOf } from '../../kernel/day.ts';
import { readSeedCalendar } from './seed-calendar.ts';
import {
  addWorkingDays,
  findUncertainties,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  type Uncertainty,
} from './working-days.ts';

const calendar = readSeedCalendar();
const tell = (found: readonly Uncertainty[]) =>
  found.map((one) => (one.kind === 'open' ? one.stretch.from : String(one.year)));

describe('weekdays', () => {
  test.each([
    ['2026-11-30', 1],
    ['2026-12-06', 7],
    ['2024-02-29', 4],
    ['1969-12-31', 3],
  ])('%s', (day, weekday) => expect(weekdayOf(day)).toBe(weekday));
});

// Weekdays on which offices are closed, and days of weekly rest on which they work, counted by hand from the Labour Code
// and the notice of each year.
describe('the civil service works on weekdays but', () => {
  test.each([
    [2021, '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03', ''],
    [2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02', ''],
    [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04', ''],
    [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
    [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24', '01-10 08-22'],
    // Only what is fixed: Tết day 1 is a Saturday, and the decisions of the year are not out.
    [2027, '01-01 04-16 04-30 05-03 09-02 11-24', ''],
  ])('%i', (year, off, worked) => {
    const closed: string[] = [];
    const open: string[] = [];
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = shiftDay(day, 1)) {
      const isRest = weekdayOf(day) > 5;
      if (!isRest && !isWorkingDay(calendar, day)) closed.push(day.slice(5));
      if (isRest && isWorkingDay(calendar, day)) open.push(day.slice(5));
    }
    expect({ closed: closed.join(' '), open: open.join(' ') }).toEqual({ closed: off, open: worked });
  });
});

describe('counting', () => {
  test.each([
    // from, working days, the day
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-20', 2, '2026-11-25'],
    ['2026-11-30', 5, '2026-12-07'],
    ['2026-08-21', 1, '2026-08-22'],
    ['2026-08-28', 1, '2026-09-03'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-01-01', 1, '2026-01-05'],
    ['2026-01-09', 1, '2026-01-10'],
    ['2025-04-25', 2, '2025-04-28'],
    ['2025-04-29', 1, '2025-05-05'],
    ['2026-11-25', -1, '2026-11-23'],
    ['2026-02-23', -2, '2026-02-12'],
    ['2026-09-03', -1, '2026-08-28'],
    ['2026-11-28', 0, '2026-11-28'],
  ])('%s and %i', (from, count, day) => expect(addWorkingDays(calendar, from, count).day).toBe(day));

  test.each([
    ['2026-11-28', '2026-11-30'],
    ['2026-11-24', '2026-11-25'],
    ['2026-08-22', '2026-08-22'],
    ['2026-02-14', '2026-02-23'],
  ])('the next working day from %s is %s', (from, day) => expect(nextWorkingDay(calendar, from).day).toBe(day));

  test.each([
    ['2026-02-13', '2026-02-23', 1],
    ['2026-02-23', '2026-02-13', -1],
    ['2026-08-17', '2026-09-04', 12],
    ['2026-11-20', '2026-11-20', 0],
  ])('between %s and %s', (from, to, count) => expect(workingDaysBetween(calendar, from, to)).toBe(count));
});

describe('what is not decided yet', () => {
  test.each([
    ['2027-01-25', 5, []],
    ['2027-01-25', 10, ['2027-02-03']],
    ['2027-02-11', 1, ['2027-02-03']],
    ['2027-02-12', 1, []],
    ['2027-08-30', 4, ['2027-09-01']],
    ['2026-11-20', 3, ['2026-11-23']],
    ['2035-12-28', 10, ['2036']],
  ])('a count of days from %s by %i crosses %j', (from, count, crossed) =>
    expect(tell(addWorkingDays(calendar, from, count).crosses)).toEqual(crossed),
  );

  test('backwards as well', () =>
    expect(tell(addWorkingDays(calendar, '2027-02-15', -4).crosses)).toEqual(['2027-02-03']));

  test('a year nobody knows', () =>
    expect(tell(findUncertainties(calendar, '2019-12-01', '2021-01-05'))).toEqual(['2019', '2020']));
});

describe('properties', () => {
  const day = fc.integer({ min: 0, max: 5000 }).map((days) => shiftDay('2021-01-01', days));
  const count = fc.integer({ min: -120, max: 120 }).filter((n) => n !== 0);

  test('what is counted out counts back to the same number', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const { day: to } = addWorkingDays(calendar, from, n);
        expect(isWorkingDay(calendar, to)).toBe(true);
        expect(workingDaysBetween(calendar, from, to)).toBe(n);
      }),
    );
  });

  test('two counts one after the other are their sum', () => {
    const positive = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(day, positive, positive, (from, one, other) => {
        const twice = addWorkingDays(calendar, addWorkingDays(calendar, from, one).day, other).day;
        expect(twice).toBe(addWorkingDays(calendar, from, one + other).day);
      }),
    );
  });

  test('the next working day is the day itself or counted from the day before', () => {
    fc.assert(
      fc.property(day, (from) => {
        const next = nextWorkingDay(calendar, from).day;
        expect(next).toBe(addWorkingDays(calendar, shiftDay(from, -1), 1).day);
        expect(nextWorkingDay(calendar, next).day).toBe(next);
      }),
    );
  });
});
