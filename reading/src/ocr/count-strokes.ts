import { inkThreshold } from './gray-picture.ts';
import type { GrayPicture } from './gray-picture.ts';
import type { RecognisedLine, RecognisedWord } from './read-hocr.ts';

const strokesAlone = /^(?=.*[IlL|!H])[Il1|!LH]{1,3}[.,:;]?$/;
const counted = /^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)$/u;
/** «PHẦN]I»: the number was read as one word with what it counts. */
const joined = /^(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)(?=.*[\]Il|!])[\]Il1|!]{1,4}[.,:;]?$/u;

/**
 * Recognition loses strokes of «III.», the number of a heading or a quarter: they are counted in the picture. A
 * number of strokes alone that begins a line before a title, or follows «Phần» or «Quý», gets those that are missing.
 * Where it was read as one word with «Phần», the gap between the two parts them.
 */
export function addLostStrokes(page: GrayPicture, lines: readonly RecognisedLine[]): RecognisedLine[] {
  const threshold = inkThreshold(page);
  return lines.map((read) => {
    const line = partJoined(page, read, threshold);
    const words = line.words.map((word, at) => {
      const place = placeOf(line, at);
      if (place === null || !strokesAlone.test(word.text)) return word;
      const known = word.text.replace(/[.,:;]$/, '').replaceAll('H', 'II').length;
      const seen = countStrokes(page, line, word, line.words[at + 1], threshold);
      if (seen <= known || seen > 3) return word;
      const sign = /[.,:;]$/.exec(word.text)?.[0] ?? '';
      const end = place === 'quarter' ? sign : sign !== '' || word.text.endsWith('L') ? '.' : '';
      return { ...word, text: 'I'.repeat(seen) + end };
    });
    return { ...line, words };
  });
}

/** What a number at this place of a line would count; null where none is looked for. */
function placeOf({ words }: RecognisedLine, at: number): 'heading' | 'quarter' | null {
  const before = words[at - 1]?.text ?? '';
  if (/^\(?[Qq]uý$/u.test(before)) return 'quarter';
  if (at === 1) return counted.test(before) ? 'heading' : null;
  return at === 0 && /^\p{Lu}/u.test(words[1]?.text ?? '') ? 'heading' : null;
}

/** A line whose first word is «PHẦN]I» with «PHẦN» and «I», where a gap is seen; its strokes are counted after. */
function partJoined(page: GrayPicture, line: RecognisedLine, threshold: number): RecognisedLine {
  const [word, ...rest] = line.words;
  const name = joined.exec(word?.text ?? '')?.[1];
  if (!word || name === undefined) return line;
  const gap = widestGap(page, line, word, threshold);
  // Letters stand closer than a seventh of their line's height.
  if (gap.to - gap.from < 0.15 * line.height) return line;
  const end = /[.,:;]$/.test(word.text) ? '.' : '';
  const parts = [
    { ...word, text: name, right: gap.from },
    { ...word, text: `I${end}`, left: gap.to },
  ];
  return { ...line, words: [...parts, ...rest] };
}

/** The widest stretch without ink between the letters of a word. */
function widestGap(page: GrayPicture, line: RecognisedLine, word: RecognisedWord, threshold: number) {
  const bottom = line.baseline + line.slope * (word.left - line.left);
  const from = Math.max(0, Math.round(bottom - 0.65 * line.height));
  const to = Math.min(page.height, Math.round(bottom));
  const widest = { from: 0, to: 0 };
  let ink = Infinity;
  for (let x = Math.max(0, Math.round(word.left)); x < Math.min(page.width, Math.round(word.right)); x += 1) {
    let y = from;
    while (y < to && (page.pixels[y * page.width + x] as number) >= threshold) y += 1;
    if (y === to) continue;
    if (x - ink > widest.to - widest.from) Object.assign(widest, { from: ink, to: x });
    ink = x + 1;
  }
  return widest;
}

/** Upright strokes in the middle of the letters' height, where neither serifs nor the dot reach. */
function countStrokes(
  page: GrayPicture,
  line: RecognisedLine,
  word: RecognisedWord,
  next: RecognisedWord | undefined,
  threshold: number,
): number {
  const left = Math.max(0, Math.round(word.left) - 4);
  const until = Math.min(word.right + (word.right - word.left), next ? next.left - 6 : Infinity, page.width);
  const bottom = line.baseline + line.slope * (word.left - line.left);
  // A capital is about seven tenths of a line's height. A slanting stroke is nowhere dark from end to end.
  const from = Math.max(0, Math.round(bottom - 0.45 * line.height));
  const to = Math.min(page.height, Math.round(bottom - 0.2 * line.height));
  let strokes = 0;
  let inStroke = false;
  for (let x = left; x < Math.round(until); x += 1) {
    let dark = 0;
    for (let y = from; y < to; y += 1) if ((page.pixels[y * page.width + x] as number) < threshold) dark += 1;
    const isDark = dark > 0.85 * (to - from);
    if (isDark && !inStroke) strokes += 1;
    inStroke = isDark;
  }
  return strokes;
}
