import type { Target } from '@mangnon/domain/plans/extraction.ts';
import { lowerText } from '../lower-text.ts';
import { blankCitations, listClauses, type Clause } from './clauses.ts';
import { readComparator } from './comparators.ts';
import { readCountedNoun } from './counted-nouns.ts';
import { isTargetCount, isTargetShare, type TargetContext } from './is-target.ts';
import { listCounts, listLevels, listShares, type Measure } from './measures.ts';
import { readLeads, readYears, shareYears, type Placed } from './share-years.ts';

/** A target read from one line; offsets are those of the line. */
export interface ReadTarget extends Omit<Target, 'owner' | 'span'> {
  readonly start: number;
  readonly end: number;
  /** Where the figure itself stands. */
  readonly figure: { readonly start: number; readonly end: number };
}

/** False where no figure stands in a passage from `lowerText`: most lines are passed by with this one look. */
export function mayHoldTarget(lower: string): boolean {
  return /\d|ít nhất|tối thiểu|không dưới/.test(lower);
}

/**
 * The targets of one line of a plan, in order. A sentence with two years gives two targets.
 * @param text one paragraph, list item or table cell as printed
 * @param context what surrounds it: see {@link TargetContext}
 * @param printed the same text from `lowerText`
 */
export function readTargets(text: string, context: TargetContext, printed = lowerText(text)): ReadTarget[] {
  if (!mayHoldTarget(printed)) return [];
  const lower = blankCitations(text, printed);
  const clauses = listClauses(lower);
  const placed = place(lower, listMeasures(lower, clauses, context));
  return shareYears(placed, readLeads(lower, clauses), context.year).flatMap(({ item, years }) => {
    const [start, end] = trimClause(text, item);
    return (years.length === 0 ? [null] : years).map((year) => ({
      text: text.slice(start, end).replace(/\s{2,}|[\t\u2028\u00a0]/g, ' '),
      comparator: item.comparator,
      value: item.measure.value,
      value_to: item.measure.valueTo,
      unit: item.measure.unit,
      year,
      start,
      end,
      figure: { start: item.measure.start, end: item.measure.end },
    }));
  });
}

interface Found {
  readonly measure: Measure;
  readonly clause: Clause;
}

function listMeasures(lower: string, clauses: readonly Clause[], context: TargetContext): Found[] {
  const shares = [...listShares(lower), ...listLevels(lower)];
  const counts = listCounts(lower).filter(
    ({ start, end }) => !shares.some((share) => start < share.end && share.start < end),
  );
  const found: Found[] = [];
  let at = 0;
  for (const measure of [...shares, ...counts].toSorted((a, b) => a.start - b.start)) {
    while (at < clauses.length - 1 && measure.start >= (clauses[at]?.end ?? 0)) at += 1;
    const clause = clauses[at] ?? { start: 0, end: lower.length };
    const before = lower.slice(Math.max(clause.start, measure.start - 400), measure.start);
    const after = lower.slice(measure.end, Math.min(clause.end, measure.end + 200));
    if (measure.unit !== '') {
      if (isTargetShare(before, after, context)) found.push({ measure, clause });
      continue;
    }
    const noun = readCountedNoun(after);
    const last = found.at(-1);
    const counted = last?.clause === clause && !/[%‰/]/.test(last.measure.unit) ? last.measure : null;
    if (counted !== null && isNextStep(lower.slice(counted.end, measure.start), after)) {
      found.push({ measure: { ...measure, unit: noun?.noun ?? counted.unit }, clause });
      continue;
    }
    if (noun === null || isQualifier(before)) continue;
    // «từ 30 đến 40 xã»: «từ» belongs to the range; elsewhere it says where something begins.
    if (!isTargetCount(measure.valueTo === null ? before : before.replace(/từ\s*$/, ''), after, noun, context))
      continue;
    found.push({ measure: { ...measure, unit: noun.noun }, clause });
  }
  return found;
}

/** «12 nhà vào năm 2025 và 18 vào năm 2030»: the same count a step further. */
function isNextStep(between: string, after: string): boolean {
  return (
    /năm 20\d\d(?:,| và|, và)(?: đạt| có| tăng lên)?\s*$/u.test(between) &&
    /^ (?:\p{L}+ ){0,3}?(?:vào |đến )?(?:cuối |hết )?năm 20\d\d/u.test(after)
  );
}

/** «100% thôn tổ chức ít nhất một hoạt động»: the least that each must have for the share to count, no second target. */
function isQualifier(before: string): boolean {
  return /\d\s?%(?:[^%,;]|, (?=(?:phường|thị trấn|thị xã|thành phố|đặc khu|thôn|bản|tổ dân phố|khu phố|đơn vị|trường|cơ sở) )){2,120}(?:ít nhất|tối thiểu)(?: là| có| được)?\s*$/u.test(
    before,
  );
}

/** Reads each figure with the words around it; no more than a few hundred of them count. */
function place(lower: string, found: readonly Found[]): Placed[] {
  const placed: Placed[] = [];
  found.forEach(({ measure, clause }, index) => {
    const last = placed.at(-1);
    const lastEnd = last?.measure.end ?? 0;
    const next = found[index + 1]?.measure;
    const after = lower.slice(measure.end, Math.min(clause.end, next?.start ?? clause.end, measure.end + 600));
    const before = lower.slice(Math.max(clause.start, lastEnd, measure.start - 600), measure.start);
    const isAlike = last !== undefined && last.measure.unit === measure.unit && measure.start - lastEnd < 140;
    const continues = isAlike && isContinued(lower.slice(lastEnd, measure.start), after);
    const inherited = continues || (isAlike && isSameChange(before, after)) ? last.comparator : null;
    const comparator = readComparator(before, after, measure.value, inherited);
    const isFirst = last === undefined || lastEnd <= clause.start;
    const isLast = next === undefined || next.start >= clause.end;
    placed.push({ measure, clause, comparator, continues, ...readYears(before, after, isFirst, isLast) });
  });
  return placed;
}

const glue =
  /\([^()]{0,60}\)|\[\d+\]|\/ ?năm|(?<!\p{L})(?:trẻ đẻ sống|trẻ em|trẻ|dân|vào|đến|tới|trong|cuối|hết|năm|giai đoạn|và|lần lượt|tương ứng|mỗi năm|hằng năm|của|là|duy trì|đạt|trên|dưới|xuống|còn|lên|phấn đấu|sẽ|mức|tăng|giảm|hơn|ít nhất|không quá)(?!\p{L})|\d{4}|[\s,;:./-]/gu;

const onlyYear = /^\s*(?:trẻ em |trẻ )?(?:\((?:năm )?\d{4}|(?:vào |đến |trong )?(?:hết |cuối )?năm \d{4}|vào \d{4})/u;

/** Nothing but years and joining words stands between two figures, and the second brings no noun of its own. */
function isContinued(between: string, after: string): boolean {
  if (/\d{4}.*(?:[,;]| và)\s*$/u.test(between) && onlyYear.test(after)) return true;
  if (between.replace(glue, '') !== '') return false;
  const standsAlone =
    /^\s*(?:$|[,;.)]|và |vào |đến |năm |trong |\(|trẻ (?:em |đẻ sống )?(?:vào|năm|đến)|tương ứng|lần lượt)/u.test(
      after,
    );
  return standsAlone || (/\d{4}/.test(between) && !/;/.test(between));
}

/** «Giảm 5% số vụ …, 10% số trẻ em …»: one verb for both figures, each with the number it changes. */
function isSameChange(between: string, after: string): boolean {
  return /^ (?:số|tỷ lệ|tổng số) [^,;]{1,80}(?:,| và) ?$/u.test(between) && /^ (?:số|tỷ lệ|tổng số) /u.test(after);
}

const longestClause = 500;

/** The clause of a figure without its bullet; of one that never ends, no more than the words around the figure. */
function trimClause(text: string, { clause, measure }: Placed): [number, number] {
  let start = Math.max(clause.start, measure.start - longestClause);
  let end = Math.min(clause.end, measure.end + longestClause);
  while (start > clause.start && start < measure.start && /\S/.test(text.charAt(start - 1))) start += 1;
  while (end < clause.end && end > measure.end && /\S/.test(text.charAt(end))) end -= 1;
  while (start < measure.start && /[\s;.,+•*-]/.test(text.charAt(start))) start += 1;
  while (end > measure.end && /[\s;.,]/.test(text.charAt(end - 1))) end -= 1;
  return [start, end];
}
