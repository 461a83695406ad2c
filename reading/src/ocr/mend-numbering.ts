import type { PageContent, PageWord } from '../files/page-content.ts';

const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

interface Heading {
  readonly page: number;
  readonly word: number;
  readonly number: string;
  readonly value: number;
}

/**
 * Gives Roman numbers of headings the strokes that recognition lost, where the count shows it: of I, II, II, IV the
 * third is III. A number that is repeated without a gap after it stays as it was read; offices do repeat numbers.
 */
export function mendNumbering(pages: readonly PageContent[]): PageContent[] {
  const headings = pages.flatMap((page, at) => headingsOf(page.words, at));
  const mended = pages.map((page) => [...page.words]);
  let before = 0;
  for (const [at, { page, word, number, value }] of headings.entries()) {
    const after = headings[at + 1]?.value ?? 0;
    const wanted = roman(before + 1);
    const isRepeated = value === before && after > before + 1 && after <= before + 4;
    if (!isRepeated || !lostStrokes(number, wanted)) {
      before = value;
      continue;
    }
    before += 1;
    const words = mended[page] as PageWord[];
    const old = words[word] as PageWord;
    words[word] = { ...old, text: old.text.replace(number, wanted) };
  }
  return pages.map((page, at) => ({ ...page, words: mended[at] as PageWord[] }));
}

/** The words that begin a line, are a Roman number with its dot, and have a title after them. */
function headingsOf(words: readonly PageWord[], page: number): Heading[] {
  return words.flatMap((word, at) => {
    const number = /^([IVX]{1,6})\.$/.exec(word.text)?.[1];
    const before = words[at - 1];
    const after = words[at + 1];
    if (number === undefined || !after || !isBeside(word, after) || !/^\p{Lu}/u.test(after.text)) return [];
    return before && isBeside(before, word) ? [] : [{ page, word: at, number, value: valueOf(number) }];
  });
}

function isBeside(one: PageWord, next: PageWord): boolean {
  return next.left >= one.right - one.size && Math.abs(next.baseline - one.baseline) < 0.5 * one.size;
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
