import { expect, it } from 'vitest';
import { readFigure } from './read-fields.ts';

it.each([
  ['1.234,5', 1234.5],
  ['1234,5', 1234.5],
  ['12.5', 12.5],
  ['1.234', 1234],
  ['15 000', 15_000],
  ['-3', -3],
  ['ba', null],
  ['1,2,', null],
])('reads %s', (text, figure) => expect(readFigure(text)).toBe(figure));
