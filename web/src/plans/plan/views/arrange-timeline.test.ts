import { noCounts } from '@mangnon/domain/tasks/task-status.ts';
import { expect, it } from 'vitest';
import type { PlanTask } from '../arrange-tasks.ts';
import { arrangeTimeline, groupByMonth } from './arrange-timeline.ts';

const task = (id: string, due: PlanTask['due']): PlanTask => ({
  id,
  text: id,
  section: 'I',
  lead: [],
  coordinating: [],
  due,
  span: null,
});
const tasks = [
  task('printed', { from: null, to: '2026-06-30', text: 'trước ngày 30/6/2026' }),
  task('given', { from: null, to: '2026-06-30', text: 'trước ngày 30/6/2026' }),
  task('bare', null),
];
const given = {
  planTaskId: 'given',
  startsOn: '2026-03-01',
  dueOn: '2026-04-01',
  doneOn: '2026-03-16',
  counts: { ...noCounts, done_on_time: 1 },
};

it('lays sentences along whole months, the days given to units before those that are printed', () => {
  const { rows, months, today } = arrangeTimeline(tasks, [given], '2026-05-16');
  expect(months.map(({ month }) => month)).toEqual(['2026-03', '2026-04', '2026-05', '2026-06']);
  expect(rows[0]).toMatchObject({ dueOn: '2026-06-30', status: null, done: null });
  expect(rows[0]?.bar?.from).toBe(rows[0]?.bar?.to);
  expect(rows[1]?.bar).toEqual({ from: 0, to: months[1]?.at });
  expect(rows[1]?.done).toBeCloseTo(15 / 122);
  expect(rows[1]?.status).toBe('done_on_time');
  expect(rows[2]?.bar).toBeNull();
  expect(today).toBeGreaterThan(months[2]?.at ?? 1);
  expect(groupByMonth(rows).map(([month, own]) => [month, own.map((row) => row.task.id)])).toEqual([
    ['2026-04', ['given']],
    ['2026-06', ['printed']],
    ['', ['bare']],
  ]);
});

it('draws every month of a line over the turn of a year once', () => {
  const { months } = arrangeTimeline([], [{ ...given, dueOn: '2027-02-10' }], '2026-11-30');
  expect(months).toHaveLength(1);
  const long = arrangeTimeline(tasks.slice(1, 2), [{ ...given, dueOn: '2027-02-10' }], '2026-11-30').months;
  expect(long.map(({ month }) => month)).toHaveLength(12);
  expect(new Set(long.map(({ month }) => month)).size).toBe(12);
});
