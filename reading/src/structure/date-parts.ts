/** A day of the calendar as ISO text; null for a day that does not exist (31/6, 30/2, month 13). */
export function toIsoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A stretch of time with its year perhaps unsaid; months count from 1, a month of 0 means whole years. */
export interface DatePart {
  readonly kind: 'day' | 'months' | 'years' | 'recurring' | 'whole_year';
  readonly year: number | null;
  readonly endYear: number | null;
  readonly month: number;
  readonly endMonth: number;
  readonly day: number;
  /** Where it stands in the folded text. */
  readonly start: number;
  readonly end: number;
}

const pattern = new RegExp(
  [
    String.raw`(?<halfCount>6|06|sau|9|09|3|03)\s+thang\s+(?<half>dau|cuoi)\s+nam(?:\s+(?<halfYear>\d{4}))?`,
    String.raw`quy\s+(?<quarters>(?:iv|iii|ii|i|[1-4])\b(?:\s*(?:,|-|–|va|den|\+|&)\s*(?:quy\s+)?(?:iv|iii|ii|i|[1-4])\b)*)(?:\s*(?:\/|,?\s*nam|-|,)?\s*(?<quarterYear>(?:19|20)\d\d))?`,
    String.raw`(?:ngay\s+)?(?<day>\d{1,2})\s+thang\s+(?<dayMonth>\d{1,2})(?:\s*,?\s*nam\s+(?<dayYear>\d{4}))?`,
    String.raw`(?<months>\bthang\s+\d{1,2}(?:\s*(?:,|-|–|va|den)\s*(?:thang\s+)?\d{1,2}(?!\s*\/\s*\d{1,2}\b(?!\d))(?!\d))*)(?:\s*(?:\/|,?\s*nam|-)\s*(?<monthsYear>(?:19|20)\d\d))?`,
    String.raw`(?<day2>\d{1,2})\s?[\/.-]\s?(?<dayMonth2>\d{1,2})(?!\d)(?:\s?[\/.-]\s?(?<dayYear2>(?:19|20)\d\d))?`,
    String.raw`(?<monthOnly>\d{1,2})\s?\/\s?(?<monthOnlyYear>(?:19|20)\d\d)`,
    String.raw`(?<fromYear>(?:19|20)\d\d)\s*(?:-|–|den(?:\s+het)?(?:\s+nam)?)\s*(?<toYear>(?:19|20)\d\d)`,
    String.raw`(?<wholeYear>ca\s+nam|trong\s+nam|toan\s+nam)(?:\s+(?<wholeYearYear>(?:19|20)\d\d))?`,
    String.raw`(?<actionMonth>thang\s+hanh\s+dong\s+vi\s+tre\s+em)(?:\s+nam\s+(?<actionYear>(?:19|20)\d\d))?`,
    String.raw`(?<recurring>thuong\s+xuyen|ha[n]g\s+(?:nam|thang|quy|tuan|ngay)|dinh\s+ky|lien\s+tuc)`,
    String.raw`\b(?:nam\s+)?(?<year>(?:19|20)\d\d)\b`,
    String.raw`(?<yearEnd>cuoi\s+nam)`,
  ].join('|'),
  'g',
);

/** All dates, months, quarters and years in a folded text (no accents, small letters, same offsets), in order. */
export function findDateParts(folded: string): DatePart[] {
  return [...folded.matchAll(pattern)].map((match) => toPart(match.groups ?? {}, match.index, match[0].length));
}

function toPart(found: Readonly<Record<string, string | undefined>>, start: number, length: number): DatePart {
  const at = { start, end: start + length, day: 0, month: 0, endMonth: 0, endYear: null };
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  if (found['half']) {
    const count = { sau: 6 }[found['halfCount'] ?? ''] ?? Number(found['halfCount']);
    const first = found['half'] === 'dau';
    const months = first ? { month: 1, endMonth: count } : { month: 13 - count, endMonth: 12 };
    return { ...at, kind: 'months', year: number(found['halfYear']), ...months };
  }
  if (found['quarters']) {
    const quarters = [...found['quarters'].matchAll(/iv|iii|ii|i|[1-4]/g)].map(([word]) => toQuarter(word));
    const months = { month: Math.min(...quarters) * 3 - 2, endMonth: Math.max(...quarters) * 3 };
    return { ...at, kind: 'months', year: number(found['quarterYear']), ...months };
  }
  const day = found['day'] ?? found['day2'];
  if (day !== undefined) {
    const month = Number(found['dayMonth'] ?? found['dayMonth2']);
    const year = number(found['dayYear'] ?? found['dayYear2']);
    return { ...at, kind: 'day', year, month, endMonth: month, day: Number(day) };
  }
  if (found['months'] ?? found['monthOnly']) {
    const months = [...(found['months'] ?? found['monthOnly'] ?? '').matchAll(/\d+/g)].map(Number);
    const year = number(found['monthsYear'] ?? found['monthOnlyYear']);
    return { ...at, kind: 'months', year, month: Math.min(...months), endMonth: Math.max(...months) };
  }
  if (found['fromYear'])
    return { ...at, kind: 'years', year: Number(found['fromYear']), endYear: Number(found['toYear']) };
  if (found['wholeYear']) return { ...at, kind: 'whole_year', year: number(found['wholeYearYear']) };
  if (found['actionMonth']) {
    // Tháng hành động vì trẻ em is June: Luật Trẻ em 102/2016/QH13, Điều 11.
    return { ...at, kind: 'months', year: number(found['actionYear']), month: 6, endMonth: 6 };
  }
  if (found['recurring']) return { ...at, kind: 'recurring', year: null };
  if (found['yearEnd']) return { ...at, kind: 'months', year: null, month: 12, endMonth: 12 };
  return { ...at, kind: 'years', year: Number(found['year']), endYear: Number(found['year']) };
}

function toQuarter(word: string): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[word] ?? Number(word);
}
