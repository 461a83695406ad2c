import { expect, it } from 'vitest';
import { takeOutRules } from './find-rules.ts';

const unit = 0.36;

/** White paper, 800 by 800 points of a scan at 200 dpi, with one black bar; how much of it stays, and the lines found. */
function scan(left: number, top: number, width: number, height: number) {
  const pixels = new Uint8Array(800 * 800).fill(245);
  for (let y = top; y < top + height; y += 1) pixels.fill(20, y * 800 + left, y * 800 + left + width);
  const rules = takeOutRules({ width: 800, height: 800, pixels }, unit);
  return { rules: rules.length, kept: pixels.filter((shade) => shade < 100).length / (width * height) };
}

it.each([
  ['a line of a table', 300, 200, 3, 400],
  ['a thick line of a table', 300, 200, 9, 400],
  ['a short line between two cells', 300, 200, 3, 90],
  ['a level line', 100, 200, 500, 3],
  ['a block of black', 300, 200, 60, 100],
])('takes out %s', (_, ...bar) => {
  expect(scan(...bar)).toMatchObject({ kept: 0 });
  expect(scan(...bar).rules).toBeGreaterThan(0);
});

it.each([
  ['a letter of 40 points', 300, 200, 10, 78],
  ['a bold letter of 72 points', 300, 200, 28, 132],
  ['a letter of 14 points', 300, 200, 4, 26],
])('leaves the stroke of %s', (_, ...bar) => {
  expect(scan(...bar)).toEqual({ rules: 0, kept: 1 });
});
