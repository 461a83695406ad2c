import { describe, expect, it } from 'vitest';
import { arrangeCalendar, findFinding, findNextReport, isRepeated } from './report-calendar.ts';
import type { PlanReport } from './report-calendar.ts';

let count = 0;
function report(period: PlanReport['period'], due: PlanReport['due']): PlanReport {
  count += 1;
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  return { id, period, due, from: [], to: null, via: null, span: null };
}
const daysOf = (reports: PlanReport[]) =>
  arrangeCalendar(reports).months.flatMap(({ days }) => days.map(({ month, day }) => `${day}/${month}`));

describe('the reporting year', () => {
  it('has 3, 6, 9 months and year once each when a plan asks for all of them', () => {
    const four = [
      report('3_months', { month: 3, day: 10 }),
      report('6_months', { month: 6, day: 10 }),
      report('9_months', { month: 9, day: 10 }),
      report('year', { month: 12, day: 10 }),
    ];
    expect(daysOf(four)).toEqual(['10/3', '10/6', '10/9', '10/12']);
    expect(isRepeated(four[0]!, four)).toBe(false);
  });

  it.each([
    ['month', { month: 1, day: 25 }, 12],
    ['3_months', { month: 2, day: 5 }, 4],
    ['6_months', { month: 6, day: 15 }, 2],
    ['9_months', { month: 9, day: 15 }, 1],
    ['year', { month: 11, day: 20 }, 1],
  ] as const)('%s alone comes back through the year', (period, due, times) => {
    expect(daysOf([report(period, due)])).toHaveLength(times);
  });

  it('goes over the end of the year', () => {
    expect(daysOf([report('3_months', { month: 12, day: 5 })])).toEqual(['5/3', '5/6', '5/9', '5/12']);
  });

  it('draws nothing for a duty without a day, and counts it', () => {
    const calendar = arrangeCalendar([report('year', null), report('year', { month: 12, day: 1 })]);
    expect([calendar.total, calendar.undated]).toEqual([1, 1]);
  });
});

describe('the sentence above the picture', () => {
  const keyOf = (reports: PlanReport[]) => findFinding(arrangeCalendar(reports));
  it('says what the year is like', () => {
    const yearly = report('year', { month: 12, day: 1 });
    const monthly = report('month', { month: 1, day: 25 });
    expect(keyOf([report('year', null)]).key).toBe('plan.reporting.finding.none');
    expect(keyOf([yearly])).toEqual({ key: 'plan.reporting.finding.one', values: { month: '12' } });
    expect(keyOf([monthly]).key).toBe('plan.reporting.finding.monthly');
    expect(keyOf([yearly, report('6_months', { month: 6, day: 1 })])).toEqual({
      key: 'plan.reporting.finding.even',
      values: { count: 2, months: '6, 12' },
    });
    expect(keyOf([monthly, yearly])).toEqual({
      key: 'plan.reporting.finding',
      values: { count: 13, months: '12', most: 2 },
    });
  });
});

describe('the next report', () => {
  it.each([
    ['2026-06-10', '2026-06-10'],
    ['2026-06-11', '2026-12-10'],
    ['2026-12-11', '2027-06-10'],
  ])('from %s is %s', (today, next) => {
    const calendar = arrangeCalendar([
      report('6_months', { month: 6, day: 10 }),
      report('year', { month: 12, day: 10 }),
    ]);
    expect(findNextReport(calendar, today)).toBe(next);
  });

  it('puts a 31st on the last day of a shorter month', () => {
    const calendar = arrangeCalendar([report('month', { month: 1, day: 31 })]);
    expect(findNextReport(calendar, '2026-02-01')).toBe('2026-02-28');
    expect(findNextReport(calendar, '2028-02-01')).toBe('2028-02-29');
  });
});
