import { inkThreshold } from './gray-picture.ts';
import type { GrayPicture } from './gray-picture.ts';
import type { RecognisedLine, RecognisedWord } from './read-hocr.ts';

const strokesAlone = /^(?=.*[IlL|!H])[Il1|!LH]{1,3}[.,:;]?$/;
const counted = /^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)$/u;

/**
 * Recognition loses strokes of «III.», the number of a heading: they are counted in the picture. A number of
 * strokes alone that begins a line before a title, or follows «Phần», gets those that are missing.
 */
export function addLostStrokes(page: GrayPicture, lines: readonly RecognisedLine[]): RecognisedLine[] {
  const threshold = inkThreshold(page);
  return lines.map((line) => {
    const at = counted.test(line.words[0]?.text ?? '') ? 1 : 0;
    const word = line.words[at];
    const next = line.words[at + 1];
    if (!word || !strokesAlone.test(word.text)) return line;
    if (at === 0 && !/^\p{Lu}/u.test(next?.text ?? '')) return line;
    const read = word.text.replace(/[.,:;]$/, '').replaceAll('H', 'II').length;
    const seen = countStrokes(page, line, word, next, threshold);
    if (seen <= read || seen > 3) return line;
    const end = /[.,:;L]$/.test(word.text) ? '.' : '';
    const words = [...line.words];
    words[at] = { ...word, text: 'I'.repeat(seen) + end };
    return { ...line, words };
  });
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
