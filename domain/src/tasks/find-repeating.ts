type Often = 'month' | 'quarter' | 'half_year' | 'year';

/** Words that end in «hàng» and stand before a time by chance: «ngân hàng năm 2026». */
const noGoods = String.raw`(?<!\p{L})(?<!(?:khách|ngân|cửa|mặt|đơn|nhà|bán|giao|xếp|kho|đặt|nguồn) )`;
const each = `${noGoods}(?:hằng|hàng|mỗi|định kỳ)`;
const counted = String.raw`(?<!\p{L})(?:một|0?1) lần ?(?:/|mỗi|trong) ?`;
const perTime = ' ?(?:/|một|0?1) ?lần';

/** Of one word for a time, no date («hàng tháng 5») and no number of months («3 tháng/lần»). */
const named = (word: string) =>
  String.raw`(?:${each}|${counted}) ?${word}(?! \d| hiếm)|(?<!(?:\d|ba|sáu) )${word}${perTime}`;
const months = (number: string) => String.raw`${each} (?:${number}) tháng|(?<!\p{L})(?:${number}) tháng${perTime}`;

/** From the most often to the least: a sentence that names several is done as often as the first of them. */
const waysToSay: readonly (readonly [Often, RegExp])[] = [
  ['month', wordsOf(named('tháng'))],
  ['quarter', wordsOf(`${named('quý')}|${months('0?3|ba')}`)],
  ['half_year', wordsOf(`${named('nửa năm')}|${months('0?6|sáu')}`)],
  ['year', wordsOf(`${named('năm')}|${months('12')}`)],
];

function wordsOf(pattern: string): RegExp {
  return new RegExp(String.raw`(?:${pattern})(?!\p{L})`, 'gu');
}

/** Nobody is paid by the task: «trợ cấp hằng tháng», «dự toán ngân sách hằng năm» tell of the money. */
const money = /(?:trợ cấp|phụ cấp|thu nhập|lương|dự toán|ngân sách|kinh phí|học bổng)(?: \p{L}+){0,3}$/u;

/**
 * How often a sentence says it is done: «hằng tháng», «mỗi quý», «6 tháng một lần», «01 lần/năm», the most often where it
 * names several; null where it says nothing of it. A proposal: a person sees the sentence beside it.
 */
export function findRepeating(sentence: string): Often | null {
  const words = sentence.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ');
  const found = waysToSay.find(([, way]) =>
    [...words.matchAll(way)].some(({ index }) => !money.test(words.slice(0, index).trimEnd())),
  );
  return found?.[0] ?? null;
}
