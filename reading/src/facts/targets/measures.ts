/** A quantity printed in a sentence, with its unit; whether it is a target is decided elsewhere. */
export interface Measure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly valueTo: number | null;
  /** `%`, `‰`, `/100.000`; empty for a count, whose noun is read later. */
  readonly unit: string;
}

const number = '\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,4})?|\\d{1,9}(?:[.,]\\d{1,4})?';
const share = '%|‰|phần trăm|phần nghìn';
const base = '1\\.000\\.000|100\\.000|10\\.000|1\\.000|100 000|10 000|1 000|100000|10000|1000';
const to = '\\s{0,2}(?:-|÷|đến|tới)\\s{0,2}';
const counted = '(?: ?(?:ca|trường hợp|vụ|trẻ|trẻ em|bà mẹ|người)){0,2}';
const startsHere = '(?<![\\p{L}\\p{N}/]|\\d[.,])';

const measurePattern = new RegExp(
  `${startsHere}(${number})\\s?(?:${share})?${to}(${number})\\s?(${share})` +
    `|${startsHere}(${number})\\s?(${share})` +
    `|${startsHere}(${number})(?:${to}(${number}))?${counted}\\s?(?:/|trên)\\s?(${base})(?![\\d.])`,
  'gu',
);

/** Shares and rates in lower-case text, in order: «98,5%», «từ 5% đến 7%», «5-7%», «550/100.000». */
export function listShares(lower: string): Measure[] {
  if (!/[%‰]|phần (?:trăm|nghìn)|(?:\/|trên)\s?1/.test(lower)) return [];
  return [...lower.matchAll(measurePattern)].map((match) => {
    const [printed, from, upTo, rangeUnit, single, singleUnit, rate, rateTo, rateBase] = match;
    const first = from ?? single ?? rate ?? '';
    const second = upTo ?? rateTo;
    return {
      start: match.index,
      end: match.index + printed.length,
      value: readNumber(first),
      valueTo: second === undefined ? null : readNumber(second),
      unit: rateBase === undefined ? unitOfShare(rangeUnit ?? singleUnit ?? '%') : `/${groupThousands(rateBase)}`,
    };
  });
}

const basePattern = new RegExp(`(?:trên|/|tính trên) ?(${base})(?= (?:trẻ|dân|người|bà mẹ|ca))`, 'u');
const levelPattern = new RegExp(
  `(?:xuống|còn|dưới|là|đạt|mức|và|,) (?!(?:19|20)\\d\\d)(${number})(?= ?(?:$|[,;.()]|vào |năm |và |đến năm ))`,
  'gu',
);

/** «tỷ suất … trên 1.000 trẻ đẻ sống xuống 12,5 vào năm 2025 và 10 vào năm 2030»: levels whose base stands before them. */
export function listLevels(lower: string): Measure[] {
  const found = basePattern.exec(lower);
  if (found === null || found[0].startsWith('/')) return [];
  const unit = found[1] === '1.000' || found[1] === '1000' ? '‰' : `/${groupThousands(found[1] ?? '')}`;
  return [...lower.matchAll(levelPattern)].flatMap((match) => {
    const printed = match[1] ?? '';
    const start = match.index + match[0].length - printed.length;
    return start < found.index
      ? []
      : [{ start, end: start + printed.length, value: readNumber(printed), valueTo: null, unit }];
  });
}

const countPattern = new RegExp(
  `${startsHere}(${number})(?:${to}(${number}))?(?:/\\d{1,4}(?<=(?:ít nhất|tối thiểu) \\d{1,4}/\\d{1,4}))?(?= {1,2}\\p{L})`,
  'gu',
);
const spelled: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, bốn: 4, mười: 10 };
const spelledPattern = /(?<=(?:ít nhất|tối thiểu|không dưới) (?:là |có )?)(một|hai|ba|bốn|mười)(?= \p{L})/gu;

/** Numbers followed by a word: «02 lớp tập huấn», «1.200 trẻ em», «ít nhất một điểm vui chơi». */
export function listCounts(lower: string): Measure[] {
  const inFigures = [...lower.matchAll(countPattern)]
    .filter((match) => !isBase(lower, match.index, match[1]))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      value: readNumber(match[1] ?? ''),
      valueTo: match[2] === undefined ? null : readNumber(match[2]),
      unit: '',
    }));
  const inWords = [...lower.matchAll(spelledPattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: spelled[match[0]] ?? 0,
    valueTo: null,
    unit: '',
  }));
  return [...inFigures, ...inWords].toSorted((a, b) => a.start - b.start);
}

/** «trên 1.000 trẻ đẻ sống» is the base of a rate, not a count. */
function isBase(lower: string, at: number, printed: string | undefined): boolean {
  return /^1[.0]*0$/.test(printed ?? '') && /(?:trên|\/|phần) ?$/.test(lower.slice(Math.max(0, at - 6), at));
}

/**
 * A number as Vietnamese prints it: «98,5» has a decimal comma, «15.000» a point between thousands; a point
 * before anything but three digits is the decimal point of a keyboard set to English.
 */
export function readNumber(printed: string): number {
  const isGrouped = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(printed);
  return Number((isGrouped ? printed.replaceAll('.', '') : printed).replace(',', '.'));
}

function unitOfShare(printed: string): string {
  return printed === '‰' || printed === 'phần nghìn' ? '‰' : '%';
}

function groupThousands(printed: string): string {
  return printed.replace(/\D/g, '').replace(/\B(?=(?:\d{3})+$)/g, '.');
}
