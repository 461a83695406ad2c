import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter } from '../kernel/period.ts';
import { shiftDay } from '../kernel/day.ts';
import { readSeedCalendar } from '../law/calendar/seed-calendar.ts';
import { reportCalendars } from './period-rule.ts';
import { readPeriodLaw } from './read-period-law.ts';
import { findPeriods, leavesTimeToReport, type ReportPeriod } from './report-period.ts';

const law = readPeriodLaw();
const years = fc.integer({ min: 2019, max: 2099 });

function ruleOf(id: string) {
  const rule = law.rules.find((one) => one.id === id);
  if (!rule) throw new Error(`No rule ${id}`);
  return rule;
}

function daysOf({ cutStart, cutEnd }: ReportPeriod): string[] {
  const days: string[] = [];
  for (let day = cutStart; day <= cutEnd; day = dayAfter(day)) days.push(day);
  return days;
}

test.each([
  ['administrative.month', 2, 'Tháng 3/2026', '2026-02-15', '2026-03-14'],
  ['administrative.month', 0, 'Tháng 1/2026', '2025-12-15', '2026-01-14'],
  ['administrative.quarter', 0, 'Quý I/2026', '2025-12-15', '2026-03-14'],
  ['administrative.half', 1, '6 tháng cuối năm 2026', '2026-06-15', '2026-12-14'],
  ['administrative.nine_months', 0, '9 tháng năm 2026', '2025-12-15', '2026-09-14'],
  ['administrative.year', 0, 'Năm 2026', '2025-12-15', '2026-12-14'],
  ['statistical.month', 1, 'Tháng 2/2028', '2028-02-01', '2028-02-29'],
  ['statistical.year', 0, 'Năm 2026', '2026-01-01', '2026-12-31'],
])('%s, number %i: %s from %s to %s', (id, at, label, cutStart, cutEnd) => {
  expect(findPeriods(ruleOf(id), 2026 + (label.endsWith('2028') ? 2 : 0))[at]).toMatchObject({
    label,
    cutStart,
    cutEnd,
  });
});

test('the months of a calendar add up exactly to each longer period', () => {
  fc.assert(
    fc.property(fc.constantFrom(...reportCalendars), years, (calendar, year) => {
      const months = findPeriods(ruleOf(`${calendar}.month`), year);
      for (const rule of law.rules.filter((one) => one.calendar === calendar)) {
        for (const [at, period] of findPeriods(rule, year).entries()) {
          const parts = months.slice(at * rule.months, (at + 1) * rule.months);
          expect(parts.flatMap(daysOf)).toEqual(daysOf(period));
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('no day is left out or counted twice, over the turn of the year too', () => {
  const repeated = law.rules.filter((one) => one.kind !== 'nine_months');
  fc.assert(
    fc.property(fc.constantFrom(...repeated), years, (rule, year) => {
      const periods = [year, year + 1].flatMap((one) => findPeriods(rule, one));
      for (const [at, period] of periods.slice(1).entries()) {
        expect(period.cutStart).toBe(dayAfter(periods[at]?.cutEnd ?? ''));
      }
    }),
  );
});

test('a due day leaves the working day the law asks for', () => {
  // 14/06/2024 is a Friday: Monday is the first working day after it.
  const leaves = (days: number) =>
    leavesTimeToReport(readSeedCalendar(), law.floor, '2024-06-14', shiftDay('2024-06-14', days));
  expect([1, 2, 3, 4].map(leaves)).toEqual([false, false, false, true]);
});
