import { expect, test } from 'vitest';
import { joinDays } from './agency-words.ts';
import { groupPhone } from './phone-link.tsx';

test.each([
  [[1, 2, 3, 4, 5], [[1, 5]]],
  [
    [7, 1, 3, 2],
    [
      [1, 3],
      [7, 7],
    ],
  ],
  [[6, 6], [[6, 6]]],
  [[], []],
])('days %j', (days, joined) => expect(joinDays(days)).toEqual(joined));

test.each([
  ['111', '111'],
  ['0912345678', '0912 345 678'],
  ['02053812345', '0205 3812 345'],
])('%s reads %s', (phone, read) => expect(groupPhone(phone)).toBe(read));
