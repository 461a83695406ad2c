import { expect, it } from 'vitest';
import { addLostStrokes } from './count-strokes.ts';
import type { RecognisedLine } from './read-hocr.ts';

/** A line of capitals 30 points high on white paper: stems where told, a slanting stroke where told. */
function page(stems: readonly number[], slanting: readonly number[] = []) {
  const pixels = new Uint8Array(600 * 100).fill(250);
  for (let y = 30; y < 60; y += 1) {
    for (const x of stems) pixels.fill(20, y * 600 + x, y * 600 + x + 5);
    for (const x of slanting) pixels.fill(20, y * 600 + x + (60 - y) / 2, y * 600 + x + (60 - y) / 2 + 3);
  }
  return { width: 600, height: 100, pixels };
}

function line(...texts: readonly string[]): RecognisedLine {
  const words = texts.map((text, at) => ({ text, left: 100 + at * 80, right: 140 + at * 80, confidence: 90 }));
  return { height: 45, baseline: 60, slope: 0, left: 100, top: 28, bottom: 70, words };
}

it.each([
  ['a lost stroke', page([102, 114, 126]), ['II.', 'NHIỆM', 'VỤ'], 'III. NHIỆM VỤ'],
  ['strokes read as H and L', page([102, 114, 126]), ['IL', 'Kinh', 'phí'], 'III. Kinh phí'],
  ['the number of a part', page([182, 194, 206]), ['Phần', 'II'], 'Phần III'],
  ['what stands there', page([102, 114]), ['II.', 'NHIỆM', 'VỤ'], 'II. NHIỆM VỤ'],
  ['a stroke of division', page([102], [118]), ['I', 'MỤC', 'TIÊU'], 'I MỤC TIÊU'],
  ['a number read as one with what it counts', page([100, 110, 134]), ['PHẦN]I'], 'PHẦN I'],
  ['two strokes read so', page([102, 110, 126, 134]), ['PHẦN]I.'], 'PHẦN II.'],
  ['letters that stand close', page([102, 109, 116, 123, 130]), ['PHẦN]I'], 'PHẦN]I'],
  ['the number of a quarter', page([262, 274, 286]), ['trong', 'Quý', 'II,'], 'trong Quý III,'],
  ['a heading and its quarter', page([102, 114, 262, 274, 286]), ['I.', 'Quý', 'II'], 'II. Quý III'],
  ['a quarter as it stands there', page([262, 274]), ['trong', 'Quý', 'II'], 'trong Quý II'],
  ['a number of another list', page([102, 114]), ['1.', 'Sở', 'Y'], '1. Sở Y'],
  ['a number inside a sentence', page([102, 114, 126]), ['II', 'năm', '2026'], 'II năm 2026'],
])('%s', (_, picture, read, wanted) => {
  const [mended] = addLostStrokes(picture, [line(...read)]);
  expect(mended?.words.map((word) => word.text).join(' ')).toBe(wanted);
});
