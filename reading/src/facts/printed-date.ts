/** A date as printed, possibly with parts left blank: «ngày tháng năm 2021», «ngày 28 tháng 9 năm 2020», «28/9/2020». */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  /** ISO date, or its known part: 2020-10, 2021; null where not even the year is known. */
  readonly known: string | null;
  readonly complete: boolean;
  /** The calendar has no such day or month; `known` then holds what is left without it. */
  readonly impossible: boolean;
}

const gap = '[\\s.…_]{0,24}';
const longForm = `ngày${gap}(\\d{1,2})?${gap}tháng${gap}(\\d{1,2})?${gap},?${gap}năm${gap}(\\d{4})?`;
const shortForm = `(?:ngày\\s{0,3})?(?<![\\d/])(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\5\\s?(\\d{4})(?![\\d/])`;
const monthForm = `tháng${gap}(\\d{1,2})(?:${gap}năm${gap}|/)(\\d{4})(?!\\d)`;
const anyForm = `${longForm}|${shortForm}|${monthForm}`;

/** The first date that begins at `at` or within `within` units after it, in lower-case text. */
export function readDateNear(lower: string, at: number, within: number): PrintedDate | null {
  for (const date of listDates(lower.slice(at, at + within + 80))) {
    if (date.start > within) return null;
    return { ...date, start: date.start + at, end: date.end + at };
  }
  return null;
}

/** Every date of the text in order; lower-case text in, offsets of that text out. */
export function* listDates(lower: string): Generator<PrintedDate> {
  for (const match of lower.matchAll(new RegExp(anyForm, 'gu'))) {
    const [, day1, month1, year1, day2, , month2, year2, month3, year3] = match;
    const parts = composeDate(day1 ?? day2, month1 ?? month2 ?? month3, year1 ?? year2 ?? year3);
    yield { start: match.index, end: match.index + match[0].length, ...parts };
  }
}

/** Puts a date together from its printed parts; a part that cannot be is left out and said to be impossible. */
export function composeDate(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): Pick<PrintedDate, 'known' | 'complete' | 'impossible'> {
  const monthIsWrong = month !== undefined && !isMonth(Number(month));
  const dayIsWrong = day !== undefined && !isDay(Number(day), Number(month ?? 1), Number(year ?? 2000));
  const impossible = monthIsWrong || dayIsWrong;
  if (year === undefined) return { known: null, complete: false, impossible };
  if (month === undefined || monthIsWrong) return { known: year, complete: false, impossible };
  const known = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined || dayIsWrong) return { known, complete: false, impossible };
  return { known: `${known}-${day.padStart(2, '0')}`, complete: true, impossible };
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

export function isDay(day: number, month: number, year: number): boolean {
  return isMonth(month) && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
