import { expect, test } from 'vitest';
import { readDayText } from './day-text.ts';

test.each([
  ['1/7/2025', '2025-07-01'],
  [' 30/06/2025 ', '2025-06-30'],
  ['30.06.2025', '2025-06-30'],
  ['2025-06-30', '2025-06-30'],
  ['31/02/2025', null],
  ['2025', null],
  ['', null],
])('%s', (text, day) => expect(readDayText(text)).toBe(day));
