import type { Clause } from './clauses.ts';
import type { Comparator } from './comparators.ts';
import type { Measure } from './measures.ts';
import { listYears } from './years.ts';

/** A figure with what was read around it. */
export interface Placed {
  readonly measure: Measure;
  readonly clause: Clause;
  readonly comparator: Comparator;
  /** Belongs to the same measure as the figure before it: «90% vào năm 2025 và 95% vào năm 2030». */
  readonly continues: boolean;
  readonly years: readonly number[];
  /** «… vào năm 2025 và duy trì đến năm 2030»: all its years hold for all figures of its row. */
  readonly isKept: boolean;
}

/**
 * The years that stand with a figure: those after it up to the last comma or «và» before the next figure, those
 * before it since the last such mark. With «duy trì đến năm 2030» both count.
 */
export function readYears(
  before: string,
  after: string,
  isFirst: boolean,
  isLast: boolean,
): Pick<Placed, 'years' | 'isKept'> {
  const ahead = listYears(before).filter(({ start }) => start >= (isFirst ? 0 : lastJoin(before)));
  const upTo = isLast ? after.length : lastJoin(after);
  const behind = listYears(after).filter(({ start }) => start < upTo);
  const isKept = /duy trì|giữ vững/.test(after.slice(0, upTo));
  const all = behind.length === 0 || isKept ? [...ahead, ...behind] : behind;
  return { years: [...new Set(all.flatMap((printed) => printed.years))], isKept };
}

function lastJoin(words: string): number {
  return Math.max(words.lastIndexOf(','), words.lastIndexOf(' và '), 0);
}

interface Lead {
  readonly at: number;
  readonly years: readonly number[];
}

const openingWords =
  /[\s\d.,:;+•*()-]|phấn đấu|mục tiêu|cụ thể|chỉ tiêu|đến|vào|hết|cuối|trong|tới|từ nay|hằng năm|mỗi năm/g;

/** «Đến năm 2025, …; …»: a year that opens a clause holds for the clauses after it, until another opens one. */
export function readLeads(lower: string, clauses: readonly Clause[]): Lead[] {
  return clauses.flatMap((clause) => {
    const opening = lower.slice(clause.start, Math.min(clause.end, clause.start + 90));
    // «Hằng năm, giảm 5% …» holds for each year, not for the one an earlier sentence opened with.
    if (/^[\s+•*-]*(?:phấn đấu )?(?:hằng năm|mỗi năm)/.test(opening)) return [{ at: clause.start, years: [] }];
    const [first] = listYears(opening);
    if (first === undefined || opening.slice(0, first.start).replace(openingWords, '') !== '') return [];
    return [{ at: clause.start, years: first.years }];
  });
}

/** Gives each figure its years: its own, those named for its row of figures, those of the line's opening, the heading's. */
export function shareYears(
  placed: readonly Placed[],
  leads: readonly Lead[],
  headingYear: number | null,
): { readonly item: Placed; readonly years: readonly number[] }[] {
  const shared = placed.map((item) => [...item.years]);
  for (let end = placed.length - 1; end > 0; end -= 1) {
    let start = end;
    while (start > 0 && placed[start]?.continues === true) start -= 1;
    if (start < end) zipOrPassOn(shared, start, end, placed[end]?.isKept === true);
    end = Math.max(start, 0);
  }
  const inherited = headingYear === null ? [] : [headingYear];
  let next = 0;
  return placed.map((item, index) => {
    const own = shared[index] ?? [];
    while ((leads[next]?.at ?? Infinity) <= item.measure.start) next += 1;
    const lead = leads[next - 1]?.years;
    return { item, years: own.length > 0 ? own : (lead ?? inherited) };
  });
}

/** «lần lượt đạt 90% và 95% vào năm 2025 và 2030» pairs; «10%, 5% vào năm 2025» holds for both. */
function zipOrPassOn(shared: number[][], start: number, end: number, isKept: boolean): void {
  const row = shared.slice(start, end + 1);
  const full = isKept ? undefined : row.find((years) => years.length === row.length);
  if (full !== undefined && row.every((years) => years === full || years.length === 0)) {
    row.forEach((_, at) => {
      shared[start + at] = full.slice(at, at + 1);
    });
    return;
  }
  for (let at = end - 1; at >= start; at -= 1) {
    if (shared[at]?.length === 0) shared[at] = [...(shared[at + 1] ?? [])];
  }
}
