import { dayAfter } from '../kernel/period.ts';
import { accept, refuse, type Result } from '../kernel/result.ts';
import { leaveApart, sumFigures, type Figure, type Span } from './figure.ts';
import type { CountFormula } from './indicator.ts';

export interface PeriodFigure extends Span {
  readonly figure: Figure;
}

/**
 * The first day at which periods fail to make up `target` without gap or overlap; null where they do. By their bounds
 * alone: months from the 15th to the 14th make up the quarters of that calendar, and never one of calendar months.
 */
export function findMismatch(periods: readonly Span[], target: Span): string | null {
  let day = target.from;
  for (const { from, to } of periods.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    if (from !== day) return from < day ? from : day;
    day = dayAfter(to);
  }
  return day === dayAfter(target.to) ? null : day;
}

/**
 * The figure of a longer period from shorter ones. `sum` adds them, and is partial where one is missing; `last` takes
 * that of the last one, and never an earlier one in its place; `none` adds nothing, so a longer period has no figure
 * but its own. Refuses periods that do not make up `target`.
 */
export function addOverPeriods(
  periods: readonly PeriodFigure[],
  target: Span,
  rule: CountFormula['overPeriods'],
): Result<Figure> {
  const day = findMismatch(periods, target);
  if (day !== null) {
    return refuse('indicators.periods_do_not_meet', { details: { from: target.from, to: target.to, day } });
  }
  const inOrder = periods.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const rows = inOrder.map(({ from, figure }) => ({ of: from, figure }));
  const last = rows.at(-1);
  if (last === undefined || rows.length === 1) return accept(last?.figure ?? sumFigures([]));
  if (rule === 'sum') return accept(sumFigures(rows));
  return accept(rule === 'last' ? { ...last.figure, rows: [last] } : leaveApart(rows));
}
