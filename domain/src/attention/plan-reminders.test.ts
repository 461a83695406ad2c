import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftDay } from '../kernel/day.ts';
import { readSeedCalendar } from '../law/calendar/seed-calendar.ts';
import { dayOfStep, planSteps, type ReminderStep } from './plan-reminders.ts';

const calendar = readSeedCalendar();
const steps: ReminderStep[] = [-7, -2, 0, 1, 5].map((workingDays) => ({ audience: 'unit', workingDays }));
const stepOf = (due: string, today: string, since = today) =>
  planSteps(calendar, steps, today, since).find(({ day }) => day === due)?.workingDays;

describe('the step that holds for a due day', () => {
  test.each([
    // due, today, working days of the step
    ['2026-12-11', '2026-12-01', undefined],
    ['2026-12-11', '2026-12-02', -7],
    ['2026-12-11', '2026-12-08', -7],
    ['2026-12-11', '2026-12-09', -2],
    ['2026-12-11', '2026-12-11', 0],
    ['2026-12-11', '2026-12-13', 0],
    ['2026-12-11', '2026-12-14', 1],
    ['2026-12-11', '2026-12-18', 5],
    ['2026-12-11', '2026-12-19', undefined],
    // A due day of rest is told on the last working day before it.
    ['2026-12-13', '2026-12-11', 0],
  ])('due %s, today %s', (due, today, workingDays) => expect(stepOf(due, today)).toBe(workingDays));

  test('after a standstill the last step of all that fell into it still comes', () => {
    expect(stepOf('2026-12-01', '2026-12-30', '2026-12-01')).toBe(5);
    expect(stepOf('2026-12-01', '2026-12-30', '2026-12-30')).toBeUndefined();
  });

  test('without steps nothing is told', () => expect(planSteps(calendar, [], '2026-12-01', '2026-12-01')).toEqual([]));

  test('day by day, each due day passes through its steps in order, none left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 1500 }), (offset) => {
        const due = shiftDay('2022-01-01', offset);
        const heard: number[] = [];
        for (let day = shiftDay(due, -25); day <= shiftDay(due, 25); day = shiftDay(day, 1)) {
          const step = stepOf(due, day, shiftDay(day, -1));
          if (step !== undefined && heard.at(-1) !== step) heard.push(step);
        }
        const distinct = steps.filter(
          ({ workingDays }, at) =>
            at === steps.length - 1 ||
            dayOfStep(calendar, due, workingDays) !== dayOfStep(calendar, due, steps[at + 1]?.workingDays ?? 0),
        );
        expect(heard).toEqual(distinct.map(({ workingDays }) => workingDays));
      }),
      { numRuns: 10 },
    );
  });
});
