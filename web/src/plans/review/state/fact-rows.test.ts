import { expect, test } from 'vitest';
import { idOf, madeUpDoubt, madeUpTask } from '../testing/made-up-facts.ts';
import { arrangeRows, nextDoubtful, rowBeside, taskAbove } from './fact-rows.ts';
import { countFacts } from './grouping.ts';

const facts = new Map(
  [
    madeUpTask(1, 'Dạy bơi', ['Sở Y tế']),
    madeUpTask(2, 'Rào hố nước', ['Ủy ban nhân dân xã Khe Trúc']),
    madeUpTask(3, 'Tập huấn', ['Sở Y tế']),
    madeUpTask(4, 'Truyền thông', ['Sở Y tế', 'Tỉnh đoàn']),
    madeUpDoubt(8, null),
    madeUpDoubt(9, 3),
  ].map((fact) => [fact.id, fact]),
);
const rows = arrangeRows(facts, null);

test('tasks stand under the agencies that lead them, in the order of the plan', () => {
  expect(rows.groups.map(({ key, tasks }) => [key, tasks.map((task) => task.data.text)])).toEqual([
    ['Sở Y tế', ['Dạy bơi', 'Tập huấn']],
    ['Ủy ban nhân dân xã Khe Trúc', ['Rào hố nước']],
    ['Sở Y tế; Tỉnh đoàn', ['Truyền thông']],
  ]);
});

test('a row that is being edited stays in its group', () => {
  const pinned = arrangeRows(facts, { factId: idOf(2), key: 'Sở Y tế' });
  expect(pinned.groups[0]?.tasks.map((task) => task.data.text)).toEqual(['Dạy bơi', 'Rào hố nước', 'Tập huấn']);
});

test('going from doubt to doubt comes round, and begins at the first', () => {
  expect(rows.doubtful).toEqual([idOf(8), idOf(3)]);
  expect(nextDoubtful(rows, null, 1)).toBe(idOf(8));
  expect(nextDoubtful(rows, idOf(8), 1)).toBe(idOf(3));
  expect(nextDoubtful(rows, idOf(3), 1)).toBe(idOf(8));
  expect(nextDoubtful(rows, idOf(8), -1)).toBe(idOf(3));
});

test('going from row to row stops at the ends', () => {
  expect(rowBeside(rows, idOf(1), 1)).toBe(idOf(3));
  expect(rowBeside(rows, idOf(4), 1)).toBe(idOf(4));
  expect(rowBeside(rows, null, -1)).toBe(idOf(8));
});

test('a task merges only with one of the same agency', () => {
  expect(taskAbove(rows, idOf(3))).toBe(idOf(1));
  expect(taskAbove(rows, idOf(2))).toBeNull();
});

test('the counts of the head line', () => {
  expect(countFacts(facts)).toEqual({ tasks: 4, agencies: 3, targets: 0, reporting: 0, legalBases: 0, openDoubts: 2 });
});
