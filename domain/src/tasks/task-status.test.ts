import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeStatus, countStatuses, shareDone, taskStatuses, totalOf, type StatusDates } from './task-status.ts';

const of = (dates: Partial<StatusDates>): StatusDates => ({
  startsOn: '2026-03-01',
  dueOn: '2026-06-30',
  doneOn: null,
  cancelledOn: null,
  ...dates,
});

describe('the status of a task period', () => {
  it.each([
    ['the day before it begins', of({}), '2026-02-28', 'not_yet_due_to_start'],
    ['the day it begins', of({}), '2026-03-01', 'under_way_in_time'],
    ['its last day', of({}), '2026-06-30', 'under_way_in_time'],
    ['the day after', of({}), '2026-07-01', 'under_way_overdue'],
    ['without a due day', of({ dueOn: null }), '2031-01-01', 'under_way_in_time'],
    ['done on its last day', of({ doneOn: '2026-06-30' }), '2026-12-01', 'done_on_time'],
    ['done a day late', of({ doneOn: '2026-07-01' }), '2026-12-01', 'done_late'],
    ['done before it began', of({ doneOn: '2026-01-15' }), '2026-01-20', 'done_on_time'],
    ['done, then cancelled', of({ doneOn: '2026-04-01', cancelledOn: '2026-05-01' }), '2026-06-01', 'done_on_time'],
    ['cancelled while overdue', of({ cancelledOn: '2026-08-01' }), '2026-09-01', 'cancelled'],
    ['cancelled before it began', of({ cancelledOn: '2026-01-01' }), '2026-01-02', 'cancelled'],
  ] as const)('%s', (_, dates, today, status) => {
    expect(computeStatus(dates, today)).toBe(status);
  });
});

describe('counts', () => {
  it('add up to what was counted, and each share says of what', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...taskStatuses)), (statuses) => {
        const counts = countStatuses(statuses);
        expect(totalOf(counts)).toBe(statuses.length);
        for (const denominator of ['all', 'not_cancelled', 'due'] as const) {
          const share = shareDone(counts, denominator);
          expect(share.part).toBeLessThanOrEqual(share.of);
          expect(share.denominator).toBe(denominator);
        }
      }),
    );
  });

  it('take out of the denominator what was cancelled, and what is not due', () => {
    const counts = countStatuses([
      'done_on_time',
      'done_late',
      'under_way_overdue',
      'under_way_in_time',
      'not_yet_due_to_start',
      'cancelled',
    ]);
    expect(shareDone(counts, 'all')).toEqual({ part: 2, of: 6, denominator: 'all' });
    expect(shareDone(counts, 'not_cancelled')).toEqual({ part: 2, of: 5, denominator: 'not_cancelled' });
    expect(shareDone(counts, 'due')).toEqual({ part: 2, of: 3, denominator: 'due' });
  });
});
