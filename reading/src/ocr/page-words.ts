import type { PageWord } from '../files/page-content.ts';
import { isSyllable } from '../files/vietnamese-syllables.ts';
import { mendLine, numberJoined } from './mend-words.ts';
import type { RecognisedLine, RecognisedWord } from './read-hocr.ts';

/**
 * The words recognised on a page, without what is only dirt, a stroke or part of a stamp. `unit` is how long a point
 * of the recognised picture is, in points of the page.
 */
export function wordsOf(lines: readonly RecognisedLine[], unit: number): PageWord[] {
  const heights = lines
    .filter((line) => line.words.length > 3)
    .map((line) => line.height)
    .sort((a, b) => a - b);
  const usual = (heights[Math.floor(heights.length / 2)] ?? 40) * unit;
  return lines.flatMap((line) => {
    const sure = line.words.findLastIndex((word) => word.confidence >= 80);
    const kept = line.words.filter(
      // Before a word that was read surely stands a word, however badly it was read; behind it may be a stamp.
      (word, at) =>
        !isSpeck(word, line) &&
        (isWord(word.text, word.confidence) ||
          (at < sure && /\p{L}{2}/u.test(word.text)) ||
          isHealth(word.text, line.words[at + 1]?.text)),
    );
    const texts = mendLine(kept.map((word) => word.text));
    const own = line.height * unit;
    // The height of a line as recognised wavers; only a real difference counts.
    const size = (own > usual * 1.35 || own < usual * 0.7 ? own : usual) * 0.8;
    return kept.map((word, at): PageWord => ({
      text: texts[at] ?? word.text,
      left: word.left * unit,
      right: word.right * unit,
      baseline: (line.baseline + line.slope * ((word.left + word.right) / 2 - line.left)) * unit,
      size,
      bold: false,
      italic: false,
      spaced: true,
      confidence: Math.max(0, Math.min(1, word.confidence / 100)),
    }));
  });
}

/** A dash or a bullet is wider than an eighth of its line is high; a speck of dirt is not. */
function isSpeck(word: RecognisedWord, line: RecognisedLine): boolean {
  return /^[-–—−~_·•]$/.test(word.text) && word.right - word.left < 0.12 * line.height;
}

/** The Y of «Y tế», which is read as a V or with a sign above: where it is left out the name of the office is another. */
function isHealth(text: string, next = ''): boolean {
  return /^[VYÝỲỶỸỴŸ]$/u.test(text) && /^tế(?!\p{L})/u.test(next);
}

/** What was read with hardly any confidence is kept only where it is spelt as a word or a number can be. */
function isWord(text: string, confidence: number): boolean {
  if (!/[\p{L}\p{N}%‰+–—−~_=«»•·./-]/u.test(text)) return false;
  // The number of the document is a line of its own, read as one word where a stroke of the frame runs into it.
  if (confidence >= 40 || numberJoined.test(text)) return true;
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (confidence < 12 || bare === '') return confidence >= 30 && bare !== '';
  return /^\d+$/.test(bare) || (bare.length > 1 && isSyllable(bare));
}
