import type { ReportingDuty } from '@mangnon/domain/plans/extraction.ts';
import { isDay } from '../printed-date.ts';

export type Period = ReportingDuty['period'];

/** A period or a due day as it stands in a sentence on reporting. */
export type Mark =
  | { readonly kind: 'period'; readonly start: number; readonly end: number; readonly period: Period }
  | {
      readonly kind: 'due';
      readonly start: number;
      readonly end: number;
      readonly day: number;
      /** Null for «trước ngày 20 hằng tháng»: the day returns each month. */
      readonly month: number | null;
      /** «15/12 hằng năm» returns each year; «15/12/2023» is one day. */
      readonly returns: 'year' | 'month' | 'quarter' | null;
      readonly year: number | null;
      readonly isPossible: boolean;
    };

const edge = '(?![\\p{L}\\p{N}])';
const start = '(?<![\\p{L}\\p{N}])';
const periodPattern = new RegExp(
  `${start}(?:` +
    `(0?[369]|ba|sáu|chín) tháng(?: đầu năm| cuối năm| một lần)?` +
    `|((?:hằng|mỗi|theo|từng|một|01|1) quý|quý|(?:báo cáo|sơ kết)(?: kết quả)? quý|quý (?:iv|i{1,3})(?! ?(?:năm|/) ?20\\d\\d))` +
    `|((?:hằng|mỗi|từng|01|1|một) tháng|báo cáo(?: kết quả)? tháng(?! ?\\d))` +
    `|((?:hằng|mỗi|cả|cuối|01|1|một) năm|(?:báo cáo|tổng kết|định kỳ|kỳ|đánh giá)(?: kết quả)? năm(?! ?(?:19|20)\\d\\d| \\d)|12 tháng)` +
    `|(năm)(?= ?(?:\\(|\\)|,|;|:|và|gửi|về|trước (?:ngày|\\d)|báo cáo|một lần|$))` +
    `)${edge}`,
  'gu',
);
const wordPeriods: Readonly<Record<string, Period>> = { ba: '3_months', sáu: '6_months', chín: '9_months' };

const duePattern = new RegExp(
  '(?:trước|chậm nhất|muộn nhất|hạn cuối|thời hạn|vào|đến|là|và|,|chậm nhất là|trong)?(?: ?ngày|:)* ?' +
    `${start}(\\d{1,2})(?: ?[/.-] ?(\\d{1,2})(?: ?[/.-] ?(\\d{4}))?| tháng (\\d{1,2})(?: năm (\\d{4}))?)(?![\\d%/])` +
    `( ?(?:hằng|mỗi|của) năm| năm báo cáo| năm sau| cùng năm)?`,
  'gu',
);
const monthlyPattern = new RegExp(
  `(?:trước|chậm nhất|vào|đến)(?: là)?(?: ngày)? ${start}(\\d{1,2})(?: của)? ?(hằng tháng|mỗi tháng|tháng cuối (?:quý|kỳ)|(?:của )?tháng cuối (?:mỗi )?quý|tháng sau|tháng đầu quý sau|tháng cuối)?(?![\\d/.%])(?! tháng)`,
  'gu',
);

/** A bare «năm» is a period only in a row of periods: «6 tháng, năm», «6 tháng (trước ngày 12/6), năm (…)». */
const inRow = /(?:tháng|quý|định kỳ|báo cáo|kỳ|\)|\d|đầu năm)\s*(?:,|;|-|\()?\s*(?:và|hoặc)?\s*$/u;

/** The periods and due days in a lower-case passage, in order. */
export function listMarks(lower: string): Mark[] {
  const dues = listDues(lower);
  const covered = (at: number): boolean => dues.some((due) => at >= due.start && at < due.end);
  const periods = [...lower.matchAll(periodPattern)].flatMap((match): Mark[] => {
    if (covered(match.index)) return [];
    if (match[5] !== undefined && !inRow.test(lower.slice(Math.max(0, match.index - 24), match.index))) return [];
    const [printed, months, quarter, month, year, bareYear] = match;
    const period: Period | undefined = months
      ? (wordPeriods[months] ?? (`${Number(months)}_months` as Period))
      : quarter
        ? '3_months'
        : month
          ? 'month'
          : (year ?? bareYear)
            ? 'year'
            : undefined;
    if (period === undefined) return [];
    return [{ kind: 'period', start: match.index, end: match.index + printed.length, period }];
  });
  return [...dues, ...periods].toSorted((a, b) => a.start - b.start);
}

function listDues(lower: string): Extract<Mark, { kind: 'due' }>[] {
  const found: Extract<Mark, { kind: 'due' }>[] = [];
  if (!/\d/.test(lower)) return found;
  for (const match of lower.matchAll(duePattern)) {
    const [printed, day = '', slashMonth, slashYear, wordMonth, wordYear, yearly] = match;
    const year = slashYear ?? wordYear;
    const month = Number(slashMonth ?? wordMonth);
    if (!isAsked(printed, lower, match.index) && !follows(lower, match.index, found)) continue;
    found.push({
      kind: 'due',
      start: match.index,
      end: match.index + printed.length,
      day: Number(day),
      month,
      returns: yearly === undefined ? null : 'year',
      year: year === undefined ? null : Number(year),
      isPossible: isDay(Number(day), month, Number(year ?? 2024)),
    });
  }
  for (const match of lower.matchAll(monthlyPattern)) {
    const [printed, day = '', unit] = match;
    const end = match.index + printed.length;
    if (found.some((due) => match.index < due.end && due.start < end) || Number(day) > 31) continue;
    const returns = unit === undefined ? null : /quý|kỳ|cuối/.test(unit) ? 'quarter' : 'month';
    found.push({
      kind: 'due',
      start: match.index,
      end,
      day: Number(day),
      month: null,
      returns,
      year: null,
      isPossible: true,
    });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** «trước ngày 15/6», «(ngày 15/6)»; a full date after the number of a document («· ngày 27/02/2026») is its date. */
function isAsked(printed: string, lower: string, at: number): boolean {
  const before = lower.slice(Math.max(0, at - 44), at);
  if (/·[\s,(]*$/.test(before)) return false;
  // «số liệu tính từ ngày 15/12 đến ngày 14/6»: what the report covers, not when it is due.
  if (/(?:^|\s)từ\s*$/.test(before) || (printed.startsWith('đến') && /(?:^|\s)từ ngày [^;.]{1,30}$/.test(before)))
    return false;
  if (/^(?:trước|chậm|muộn|hạn|thời hạn)/.test(printed)) return true;
  return /^(?:ngày|vào ngày|đến ngày|là ngày|trong ngày|: ngày| ngày)/.test(printed) && !/\d{4}/.test(printed);
}

/** A bare «15/12» is a day only in a row of days: «trước ngày 15/6 và 15/12», «15/6 (6 tháng) và 15/12 (năm)». */
function follows(lower: string, at: number, found: readonly { readonly end: number }[]): boolean {
  const last = found.at(-1);
  return (
    last !== undefined &&
    /^[\s,;)]*(?:\([^()]{0,20}(?:tháng|năm|quý)\))?[\s,;()]*(?:và|hoặc|,)?\s*$/u.test(lower.slice(last.end, at))
  );
}

/** The period a due month speaks for, where the sentence does not say: reports fall due at the end of their period. */
export function inferPeriod(month: number): Period {
  if (month === 6 || month === 5 || month === 7) return '6_months';
  if (month === 3 || month === 4) return '3_months';
  if (month === 9 || month === 8) return '9_months';
  return 'year';
}
