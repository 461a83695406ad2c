import { findIndicator, listIndicators, type Catalogue } from './catalogue.ts';
import type { Finding } from './finding.ts';
import { cellKey, cellName, type FormCell } from './form-cell.ts';
import { amountOf, type Value } from './value.ts';

/** How far a figure may be from what it is set beside before somebody is asked. The product's own; no text sets them. */
export interface CheckBounds {
  /** Against the period before: this many times more or less, and at least so many apart. */
  readonly times: number;
  readonly apart: number;
  /** Against sister units: this many spreads from the middle, where at least so many of them have told. */
  readonly spreads: number;
  readonly sisters: number;
  /** No spread is taken for less than this share of the middle: where all say 100 %, 99 % is not far. */
  readonly leastSpread: number;
}

export const usualBounds: CheckBounds = { times: 2, apart: 10, spreads: 3.5, sisters: 5, leastSpread: 0.05 };

/** Warns where a figure is far from that of the period before, or is missing where there was one. */
export function checkAgainstLast(
  cells: readonly FormCell[],
  before: ReadonlyMap<string, Value>,
  catalogue: Catalogue,
  day: string,
  bounds: CheckBounds = usualBounds,
): Finding[] {
  return cells.flatMap((cell): Finding[] => {
    const where = cellKey(cell);
    const last = before.get(where);
    const one = findIndicator(catalogue, cell.code, day);
    const earlier = last === undefined ? null : amountOf(last);
    if (one === undefined || earlier === null) return [];
    const name = cellName(one, cell.parts, catalogue);
    const warn = (code: Finding['code'], details: Finding['details']): Finding[] => [
      { severity: 'warning', code, where, details: { cell: name, ...details } },
    ];
    if (cell.value.state === 'no_report') return warn('indicators.told_before', {});
    const amount = amountOf(cell.value);
    if (amount === null || Math.abs(amount - earlier) < bounds.apart) return [];
    const [less, more] = amount < earlier ? [amount, earlier] : [earlier, amount];
    return more > less * bounds.times ? warn('indicators.far_from_last', { amount, before: earlier }) : [];
  });
}

function middleOf(sorted: readonly number[]): number {
  const at = Math.floor(sorted.length / 2);
  const upper = sorted[at] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[at - 1] ?? 0) + upper) / 2;
}

/** Middle and spread that a few wild figures do not move: median, and the median distance from it. */
function spreadOf(amounts: readonly number[]): { middle: number; spread: number } {
  const middle = middleOf(amounts.toSorted((one, other) => one - other));
  const distances = amounts.map((amount) => Math.abs(amount - middle)).toSorted((one, other) => one - other);
  return { middle, spread: middleOf(distances) * 1.4826 };
}

/**
 * Looks at the rates a form leads to. A numerator above the denominator it is among is an error. A rate far from those
 * of sister units (`sisters`, by code of the rate) is a warning; counts are not compared, because units differ in size.
 */
export function checkRates(
  cells: readonly FormCell[],
  sisters: ReadonlyMap<string, readonly number[]>,
  catalogue: Catalogue,
  day: string,
  bounds: CheckBounds = usualBounds,
): Finding[] {
  const totals = new Map(
    cells.filter(({ parts }) => Object.keys(parts).length === 0).map((cell) => [cell.code, amountOf(cell.value)]),
  );
  const asked = new Set<string>();
  return listIndicators(catalogue, day).flatMap((one): Finding[] => {
    const { formula, code } = one;
    if (formula.kind !== 'ratio') return [];
    const amount = totals.get(formula.numerator) ?? null;
    const whole = totals.get(formula.denominator) ?? null;
    if (amount === null || whole === null) return [];
    if (formula.within && amount > whole) {
      // Several texts ask for the same share; the officer is told once.
      const pair = `${formula.numerator} ${formula.denominator}`;
      if (asked.has(pair)) return [];
      asked.add(pair);
      const numerator = findIndicator(catalogue, formula.numerator, day)?.name ?? formula.numerator;
      const denominator = findIndicator(catalogue, formula.denominator, day)?.name ?? formula.denominator;
      const details = { numerator, denominator, amount, whole };
      return [{ severity: 'error', code: 'indicators.numerator_above', where: formula.numerator, details }];
    }
    const others = sisters.get(code) ?? [];
    if (whole === 0 || others.length < bounds.sisters) return [];
    const rate = (amount / whole) * formula.factor;
    const { middle, spread } = spreadOf(others);
    const usual = Math.max(spread, Math.abs(middle) * bounds.leastSpread) * bounds.spreads;
    // Where most have none at all, one that has some is no slip of the pen.
    const far = usual > 0 && Math.abs(rate - middle) > usual;
    const details = { cell: one.name, amount: roundTo2(rate), middle: roundTo2(middle) };
    return far ? [{ severity: 'warning', code: 'indicators.far_from_sisters', where: code, details }] : [];
  });
}

function roundTo2(amount: number): number {
  return Math.round(amount * 100) / 100;
}
