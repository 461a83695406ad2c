import type { GrayPicture } from './gray-picture.ts';
import type { RecognisedLine, RecognisedWord } from './read-hocr.ts';

/** Words of one line that are to be looked at again: `from` up to and without `to`. */
interface Stretch {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

interface Placed extends Stretch {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the strip's first row stands in the picture of the second look. */
  readonly toTop: number;
}

/** Below this confidence words are often misread. */
const sure = 74;
const around = 2;
const margin = 24;
const spacing = 16;
const numberOfHeading = /^[IVX1l|!]{1,5}[.,:;]?$/;

/**
 * What recognition was not sure of, and the Roman numbers of headings, whose strokes are easily lost, cut out of
 * the page with a few words around and set one below the other, to be recognised again at full width. Null where
 * nothing is in doubt.
 */
export function pictureOfDoubts(page: GrayPicture, lines: readonly RecognisedLine[]): SecondLook | null {
  const doubts = lines.flatMap((line, at) => stretchesOf(line, at));
  if (doubts.length === 0) return null;
  let toTop = margin;
  const strips = doubts.map((doubt): Placed => {
    const strip = { ...doubt, ...boxOf(page, lines[doubt.line] as RecognisedLine, doubt), toTop };
    toTop += strip.bottom - strip.top + spacing;
    return strip;
  });
  const width = Math.max(...strips.map((strip) => strip.right - strip.left)) + 2 * margin;
  const pixels = new Uint8Array(width * (toTop + margin)).fill(255);
  for (const strip of strips) {
    for (let y = strip.top; y < strip.bottom; y += 1) {
      const row = page.pixels.subarray(y * page.width + strip.left, y * page.width + strip.right);
      pixels.set(row, (strip.toTop + y - strip.top) * width + margin);
    }
  }
  return { picture: { width, height: toTop + margin, pixels }, strips };
}

export interface SecondLook {
  readonly picture: GrayPicture;
  readonly strips: readonly Placed[];
}

/** The lines of the first look with the words of the second where it was surer. */
export function mergeLooks(
  lines: readonly RecognisedLine[],
  look: SecondLook,
  again: readonly RecognisedLine[],
): RecognisedLine[] {
  const found = look.strips.map((): RecognisedWord[] => []);
  for (const line of again) {
    const middle = (line.top + line.bottom) / 2;
    const at = look.strips.findIndex(
      (strip) => middle >= strip.toTop && middle <= strip.toTop + strip.bottom - strip.top,
    );
    const strip = look.strips[at];
    if (!strip) continue;
    const across = strip.left - margin;
    found[at]?.push(...line.words.map((word) => ({ ...word, left: word.left + across, right: word.right + across })));
  }
  const merged = lines.map((line) => [...line.words]);
  // From the last to the first: words may come and go.
  for (let at = look.strips.length - 1; at >= 0; at -= 1) {
    const strip = look.strips[at] as Placed;
    const words = merged[strip.line] as RecognisedWord[];
    const second = (found[at] ?? []).toSorted((a, b) => a.left - b.left);
    if (isBetter(words.slice(strip.from, strip.to), second)) {
      words.splice(strip.from, strip.to - strip.from, ...second);
    }
  }
  return lines.map((line, at) => ({ ...line, words: merged[at] as RecognisedWord[] }));
}

function stretchesOf(line: RecognisedLine, at: number): Stretch[] {
  const { words } = line;
  const stretches: { line: number; from: number; to: number }[] = [];
  for (const [index, word] of words.entries()) {
    const heads = index === 0 && numberOfHeading.test(word.text) && /^\p{Lu}/u.test(words[1]?.text ?? '');
    if (word.confidence >= sure && !heads) continue;
    if (word.confidence < sure && !/[\p{L}\p{N}]/u.test(word.text)) continue;
    const from = Math.max(0, index - around);
    const to = Math.min(words.length, index + around + 1);
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = to;
    else stretches.push({ line: at, from, to });
  }
  return stretches;
}

/** A strip is cut in the middle of the gaps between words. */
function boxOf(page: GrayPicture, line: RecognisedLine, { from, to }: Stretch) {
  const [first, last] = [line.words[from] as RecognisedWord, line.words[to - 1] as RecognisedWord];
  const [before, after] = [line.words[from - 1], line.words[to]];
  const left = before ? Math.max((before.right + first.left) / 2, first.left - 12) : first.left - 12;
  const right = after ? Math.min((last.right + after.left) / 2, last.right + 12) : last.right + 12;
  return {
    left: Math.max(0, Math.round(left)),
    right: Math.min(page.width, Math.round(right)),
    top: Math.max(0, Math.round(line.top) - 3),
    bottom: Math.min(page.height, Math.round(line.bottom) + 3),
  };
}

function isBetter(first: readonly RecognisedWord[], second: readonly RecognisedWord[]): boolean {
  if (second.length === 0) return false;
  const [one, two] = [strokesOf(first[0]), strokesOf(second[0])];
  // Recognition loses strokes of «III.», it never adds any.
  if (one > 0 && two > 0 && one !== two) return two > one;
  return doubtOf(second) < doubtOf(first);
}

/** How far a stretch is from being sure, a word at a time: long stretches are not better for being long. */
function doubtOf(words: readonly RecognisedWord[]): number {
  return words.reduce((sum, word) => sum + Math.max(0, 97 - word.confidence) * Math.max(1, word.text.length / 4), 0);
}

/** How many strokes a Roman number of strokes alone has, 0 for anything else. */
function strokesOf(word: RecognisedWord | undefined): number {
  const bare = (word?.text ?? '').replace(/[.,:;]$/, '');
  return /^[Il1|!LH]{1,4}$/.test(bare) && /[IHL|!]/.test(bare) ? bare.replaceAll('H', 'II').length : 0;
}
