import { describe, expect, it } from 'vitest';
import type { RecognisedLine, RecognisedWord } from './read-hocr.ts';
import { mergeLooks, pictureOfDoubts } from './second-look.ts';

const page = { width: 1000, height: 300, pixels: new Uint8Array(1000 * 300).fill(200) };

function line(top: number, left: number, words: readonly (readonly [string, number])[]): RecognisedLine {
  const placed = words.map(([text, confidence], at): RecognisedWord => {
    const start = left + at * 90;
    return { text, left: start, right: start + 80, confidence };
  });
  return { height: 30, baseline: top + 28, slope: 0, left, top, bottom: top + 34, words: placed };
}

const texts = (lines: readonly RecognisedLine[]) => lines.map(({ words }) => words.map(({ text }) => text).join(' '));

describe('a second look', () => {
  const sure = line(20, 100, [
    ['Kế', 96],
    ['hoạch', 95],
  ]);
  const heading = line(80, 100, [
    ['II.', 93],
    ['KINH', 93],
    ['PHÍ', 93],
  ]);
  const doubtful = line(140, 100, [
    ['giao', 96],
    ['cho', 96],
    ['ngành', 96],
    ['và', 96],
    ['Sở', 93],
    ['V', 40],
    ['tế.', 80],
  ]);
  const lines = [sure, heading, doubtful];
  const look = pictureOfDoubts(page, lines);

  it('is taken at words in doubt, a few around them, and Roman numbers of headings', () => {
    expect(look?.strips.map(({ line: at, from, to }) => [at, from, to])).toEqual([
      [1, 0, 3],
      [2, 3, 7],
    ]);
    expect(pictureOfDoubts(page, [sure])).toBeNull();
  });

  it('counts where it is surer, and where it saw a stroke more; the places stay those of the page', () => {
    const [first, second] = look?.strips ?? [];
    const again = [
      line((first?.toTop ?? 0) + 3, 36, [
        ['III.', 70],
        ['KINH', 93],
        ['PHÍ', 93],
      ]),
      line((second?.toTop ?? 0) + 3, 29, [
        ['và', 96],
        ['Sở', 96],
        ['Y', 92],
        ['tế.', 96],
      ]),
    ];
    const merged = mergeLooks(lines, look ?? { picture: page, strips: [] }, again);
    expect(texts(merged)).toEqual(['Kế hoạch', 'III. KINH PHÍ', 'giao cho ngành và Sở Y tế.']);
    const places = (each: RecognisedLine | undefined) => each?.words.map((word) => Math.round(word.left / 10));
    expect(places(merged[2])).toEqual(places(doubtful));
  });

  it('does not count where it is less sure or saw nothing', () => {
    const [, second] = look?.strips ?? [];
    const again = [
      line((second?.toTop ?? 0) + 3, 36, [
        ['vò', 50],
        ['Số', 50],
        ['X', 30],
        ['tẻ.', 60],
      ]),
    ];
    expect(texts(mergeLooks(lines, look ?? { picture: page, strips: [] }, again))).toEqual(texts(lines));
  });
});
