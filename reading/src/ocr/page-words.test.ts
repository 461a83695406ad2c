import { expect, it } from 'vitest';
import { wordsOf } from './page-words.ts';

function read(...words: readonly (readonly [string, number])[]): string {
  const placed = words.map(([text, confidence], at) => {
    const left = 100 + at * 80;
    return { text, left, right: left + 60, confidence };
  });
  const line = { height: 36, baseline: 60, slope: 0, left: 100, top: 25, bottom: 66, words: placed };
  return wordsOf([line], 0.36)
    .map((word) => word.text)
    .join(' ');
}

it('keeps the Y of «Y tế» however badly it was read', () => {
  expect(read(['Sở', 96], ['Ÿ', 33], ['tế)', 96])).toBe('Sở Y tế)');
  expect(read(['Trạm', 96], ['V', 11], ['tế', 90])).toBe('Trạm Y tế');
});

it('leaves out single letters hardly read and strokes of a stamp', () => {
  expect(read(['kinh', 96], ['tế', 96], ['Ÿ', 33])).toBe('kinh tế');
  expect(read(['Lưu:', 96], ['VT.', 90], ['V', 11])).toBe('Lưu: VT.');
  expect(read(['Nơi', 96], ['nhận', 96], ['«&', 20], ['kxq', 8])).toBe('Nơi nhận');
});

it('keeps the number of a document read as one word', () => {
  expect(read(['-.Số23-KH/HU', 0])).toBe('Số 23-KH/HU');
  expect(read(['-.Số23', 0])).toBe('');
});
