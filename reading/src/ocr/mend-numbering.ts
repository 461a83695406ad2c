import type { PageContent, PageRule, PageWord } from '../files/page-content.ts';

const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
const letters = 'abcdđeghiklmnopqrstuvxy';

/** The first word of a line, the one after it, and the last of the line before. */
interface LineHead {
  readonly page: number;
  readonly word: number;
  readonly text: string;
  readonly next: string;
  readonly before: string;
}

/**
 * Mends the numbers that lines begin with where the count shows what was printed: of I, II, II, IV the third is III;
 * after a) and b) what looks like «ở)» is c); after «Điều 1.» stands «Điều 2.» and not «Điều 2,». A number that is
 * repeated without a gap after it stays as it was read: offices do repeat numbers.
 */
export function mendNumbering(pages: readonly PageContent[]): PageContent[] {
  const heads = pages.flatMap((page, at) => lineHeads(page, at));
  const mended = pages.map((page) => [...page.words]);
  const setText = (page: number, word: number, text: string) => {
    const words = mended[page] as PageWord[];
    words[word] = { ...(words[word] as PageWord), text };
  };
  for (const { page, word, text } of [...mendRoman(heads), ...mendSlashed(heads), ...mendLetters(heads)])
    setText(page, word, text);
  for (const { page, word, text } of mendArticles(heads)) setText(page, word + 1, text);
  return pages.map((page, at) => ({ ...page, words: mended[at] as PageWord[] }));
}

function mendRoman(heads: readonly LineHead[]): LineHead[] {
  const numbered = heads.filter(
    ({ text, next, before }) =>
      (/^(?:[IVX]{1,6}|L|H|IH|HI|LH)\.$/.test(text) ||
        (/^(?:[IVX]{1,6}|L)$/.test(text) &&
          !/(?:^|\P{L})(?:quý|mục|phần|lục|chương|loại|cấp|đoạn|số|lần)$/iu.test(before))) &&
      /^\p{Lu}/u.test(next),
  );
  const mended: LineHead[] = [];
  let last = 0;
  for (const [at, head] of numbered.entries()) {
    const read = printedAs(head.text, last + 1);
    const value = valueOf(read);
    const after = valueOf(printedAs(numbered[at + 1]?.text ?? '', value + 1));
    const wanted = roman(last + 1);
    if (value === last && after > last + 1 && after <= last + 4 && lostStrokes(read, wanted)) {
      last += 1;
      mended.push({ ...head, text: `${wanted}.` });
    } else if (`${read}.` !== head.text) {
      // Misread or without its dot a number counts where it is the next one, or begins a count that goes on.
      if (value !== last + 1 && !(value === 1 && after === 2)) continue;
      last = value;
      mended.push({ ...head, text: `${read}.` });
    } else last = value;
  }
  return mended;
}

/** Of «1/», «1/», «2/», «II/» the first is «I/»: nothing is counted from one twice running. */
function mendSlashed(heads: readonly LineHead[]): LineHead[] {
  const slashed = heads.filter(({ text }) => /^(?:\d{1,2}|[IVX]{1,5})\/$/.test(text));
  const second = slashed.findIndex(({ text }) => text === 'II/');
  return slashed
    .slice(0, Math.max(0, second))
    .filter(({ text }, at) => text === '1/' && slashed[at + 1]?.text === '1/')
    .map((head) => ({ ...head, text: 'I/' }));
}

/**
 * A heading «L» is an I whose foot was read with it, an «H» two strokes that touch; of «LH» one stroke may stand in both
 * letters: it is II where that is the number looked for.
 */
function printedAs(text: string, wanted: number): string {
  const bare = text.replace('.', '');
  return bare === 'LH' && wanted === 2 ? 'II' : bare.replace('L', 'I').replace('H', 'II');
}

function mendLetters(heads: readonly LineHead[]): LineHead[] {
  const mended: LineHead[] = [];
  let last = -1;
  for (const head of heads) {
    const letter = /^(\p{Ll})\)$/u.exec(head.text)?.[1];
    if (letter === undefined) continue;
    const known = letters.indexOf(letter);
    const wanted = letters[last + 1];
    if (known < 0 && last >= 0 && wanted !== undefined) mended.push({ ...head, text: `${wanted})` });
    last = known < 0 ? last + 1 : known;
  }
  return mended;
}

function mendArticles(heads: readonly LineHead[]): LineHead[] {
  const mended: LineHead[] = [];
  let last = 0;
  for (const head of heads) {
    const [, number, sign] = (head.text === 'Điều' && /^(\d{1,3})([.:,])$/.exec(head.next)) || [];
    if (number === undefined || Number(number) !== last + 1) continue;
    last += 1;
    if (sign === ',' && last > 1) mended.push({ ...head, text: `${number}.` });
  }
  return mended;
}

/** A number alone in its cell of a table heads no line: it is written there without a dot. */
function lineHeads({ words, rules }: PageContent, page: number): LineHead[] {
  const uprights = rules.filter((rule) => rule.right - rule.left < 3);
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    const next = words[at + 1];
    if (!next || !isBeside(word, next) || (before && isBeside(before, word))) return [];
    if (/^[IVXL]/.test(word.text) && uprights.some((rule) => standsBetween(rule, word, next))) return [];
    return [{ page, word: at, text: word.text, next: next.text, before: before?.text ?? '' }];
  });
}

function isBeside(one: PageWord, next: PageWord): boolean {
  return next.left >= one.right - one.size && Math.abs(next.baseline - one.baseline) < 0.5 * one.size;
}

function standsBetween(rule: PageRule, one: PageWord, next: PageWord): boolean {
  const height = one.baseline - 0.3 * one.size;
  return rule.left > one.left && rule.right < next.right && rule.top < height && rule.bottom > height;
}

function lostStrokes(read: string, wanted: string): boolean {
  const rest = (number: string) => number.replaceAll('I', '');
  return wanted.length > read.length && rest(wanted) === rest(read);
}

function valueOf(number: string): number {
  let sum = 0;
  for (let at = 0; at < number.length; at += 1) {
    const value = values[number[at] ?? ''] ?? 0;
    sum += value < (values[number[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

function roman(number: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  return 'X'.repeat(Math.floor(number / 10)) + (ones[number % 10] ?? '');
}
