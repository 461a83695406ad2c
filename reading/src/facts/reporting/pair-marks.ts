import type { ReportingDuty } from '@mangnon/domain/plans/extraction.ts';
import { inferPeriod, type Mark, type Period } from './periods.ts';

export interface Regime {
  readonly period: Period;
  readonly due: ReportingDuty['due'];
  /** The printed due day the period was taken from, where the sentence names no period. */
  readonly inferredFrom: { readonly start: number; readonly end: number } | null;
}

type Due = Extract<Mark, { kind: 'due' }>;
type PeriodMark = Extract<Mark, { kind: 'period' }>;

/**
 * Pairs the periods of a clause with its due days: «6 tháng (trước ngày 10/6), năm (trước ngày 10/12)», «6 tháng,
 * năm trước ngày 15/6 và 15/12», «trước ngày 15/6 (báo cáo 6 tháng) và trước ngày 15/12 (báo cáo năm)».
 * @param carried the period of the clause before, which holds on where this one names only a day
 */
export function pairMarks(marks: readonly Mark[], carried: Period | null): Regime[] {
  const periods = marks.filter((mark) => mark.kind === 'period');
  const dues = marks.filter((mark) => mark.kind === 'due');
  if (periods.length === 0) return inferAll(dues, carried);
  if (dues.length === 0) return dropRepeats(periods.map(({ period }) => ({ period, due: null, inferredFrom: null })));
  const runs = listRuns(marks);
  const dueFirst = runs[0]?.kind === 'due';
  const regimes: Regime[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    const partner = runs[at + 1];
    if (run === undefined) break;
    const leads = (run.kind === 'due') === dueFirst;
    if (!leads) continue;
    const [periodRun, dueRun] =
      run.kind === 'period' ? [run.marks, partner?.marks ?? []] : [partner?.marks ?? [], run.marks];
    regimes.push(
      ...pairRun(
        periodRun.filter((mark) => mark.kind === 'period'),
        dueRun.filter((mark) => mark.kind === 'due'),
      ),
    );
  }
  return dropRepeats(regimes);
}

interface Run {
  readonly kind: Mark['kind'];
  readonly marks: Mark[];
}

function listRuns(marks: readonly Mark[]): Run[] {
  const runs: Run[] = [];
  for (const mark of marks) {
    const last = runs.at(-1);
    if (last?.kind === mark.kind) last.marks.push(mark);
    else runs.push({ kind: mark.kind, marks: [mark] });
  }
  return runs;
}

function pairRun(periods: readonly PeriodMark[], dues: readonly Due[]): Regime[] {
  if (periods.length === 0) return inferAll(dues, null);
  const [only] = periods;
  if (periods.length === 1 && only !== undefined && dues.length > 1) {
    const months = new Set(dues.map(({ month }) => month));
    if (only.period === 'year' && months.size === dues.length) return inferAll(dues, null);
    return dues.map((due) => ({ period: only.period, due: toDue(due), inferredFrom: null }));
  }
  if (periods.length === dues.length) {
    return periods.map(({ period }, at) => ({ period, due: toDue(dues[at]), inferredFrom: null }));
  }
  const free = [...dues];
  const matched = periods.map(({ period }) => {
    const at = free.findIndex(({ month }) => month !== null && inferPeriod(month) === period);
    return { period, due: at < 0 ? null : toDue(free.splice(at, 1)[0]), inferredFrom: null };
  });
  const last = matched.at(-1);
  const [unmatched] = free;
  if (last !== undefined && last.due === null && unmatched !== undefined) last.due = toDue(unmatched);
  return matched;
}

/** One single day («trước ngày 05/7/2026») is one report, not a regime, unless it closes the year or returns. */
function inferAll(dues: readonly Due[], carried: Period | null): Regime[] {
  if (carried !== null && dues.length === 1) return [{ period: carried, due: toDue(dues[0]), inferredFrom: null }];
  const isRow = dues.filter(({ month }) => month !== null).length > 1;
  return dropRepeats(
    dues.flatMap((due): Regime[] => {
      if (due.returns === 'month') return [{ period: 'month', due: null, inferredFrom: null }];
      if (due.returns === 'quarter') return [{ period: '3_months', due: null, inferredFrom: null }];
      if (due.month === null) return [];
      if (!isRow && due.returns === 'year') return [{ period: 'year', due: toDue(due), inferredFrom: null }];
      if (!isRow && due.month < 11) return [];
      return [{ period: inferPeriod(due.month), due: toDue(due), inferredFrom: { start: due.start, end: due.end } }];
    }),
  );
}

/** «Hằng năm, … báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12»: the year stands twice and counts once. */
export function dropRepeats<Item extends { readonly period: Period; readonly due: ReportingDuty['due'] }>(
  items: readonly Item[],
): Item[] {
  const isSame = (a: Item, b: Item): boolean =>
    a.period === b.period && a.due?.month === b.due?.month && a.due?.day === b.due?.day;
  return items.filter((item, at) => {
    if (item.due === null && items.some((other) => other.period === item.period && other.due !== null)) return false;
    return items.findIndex((other) => isSame(other, item)) === at;
  });
}

function toDue(due: Due | undefined): ReportingDuty['due'] {
  return due === undefined || due.month === null || !due.isPossible ? null : { month: due.month, day: due.day };
}
