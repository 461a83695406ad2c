import { expect, test } from 'vitest';
import { readDay, readDayOfYear, readNumber, readPartOfDay } from './day-text.ts';

test.each([
  ['09/03/2026', '2026-03-09'],
  ['9/3/2026', '2026-03-09'],
  [' 9.3.2026 ', '2026-03-09'],
  ['09032026', '2026-03-09'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2026', null],
  ['31/04/2026', null],
  ['00/01/2026', null],
  ['2026-03-09', null],
  ['3/2026', null],
  ['', null],
])('a day written %j is %j', (text, day) => {
  expect(readDay(text)).toBe(day);
});

test.each([
  ['2021', '2021'],
  ['10/2020', '2020-10'],
  ['13/2020', null],
  ['15/06/2021', '2021-06-15'],
])('a part of a date written %j is %j', (text, part) => {
  expect(readPartOfDay(text)).toBe(part);
});

test('a day of every year', () => {
  expect(readDayOfYear('15/6')).toEqual({ month: 6, day: 15 });
  expect(readDayOfYear('29/2')).toEqual({ month: 2, day: 29 });
  expect(readDayOfYear('31/6')).toBeNull();
});

test.each([
  ['1.234,5', 1234.5],
  ['1.234', 1234],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['90', 90],
  ['1.2.3', null],
  ['chín', null],
  ['', null],
])('a number written %j is %j', (text, number) => {
  expect(readNumber(text)).toBe(number);
});
