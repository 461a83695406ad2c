import type { Figure, FigureState } from './figure.ts';
import type { Formula } from './indicator.ts';

/** What the database added up for one figure: of units that told, in one period, wherever they lie. */
export interface Sums {
  readonly due: number;
  /** Of the reports that were due, those sent once; null where it was not asked. */
  readonly sent: number | null;
  /** Accepted ones that say something here; of a rate, on both sides. */
  readonly told: number;
  /** Of those told: that it does not concern the unit; of a rate, on either side. */
  readonly notApplicable: number;
  /** Of those told: with a number; of a rate, with two. */
  readonly units: number;
  /** Null where no unit gave a number. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** ISO moment; null where nothing was told. */
  readonly lastEntry: string | null;
}

export const noSums: Sums = {
  due: 0,
  sent: 0,
  told: 0,
  notApplicable: 0,
  units: 0,
  numerator: null,
  denominator: null,
  lastEntry: null,
};

/** A figure as it is shown: without the units it lacks, which the page names once. */
export interface ShownFigure {
  readonly state: FigureState;
  readonly amount: number | null;
  readonly estimate: boolean;
  readonly completeness: {
    readonly due: number;
    /** Null where it was not asked. */
    readonly sent: number | null;
    readonly accepted: number;
    readonly lastEntry: string | null;
  };
}

const plus = (one: number | null, other: number | null) => (one === null ? other : other === null ? one : one + other);
const later = (one: string | null, other: string | null) =>
  one === null || (other !== null && other > one) ? other : one;

/** The sums of several places or of several lists together. A sum of silence stays silence. */
export function addSums(all: readonly Sums[]): Sums {
  return all.reduce(
    (sum, one) => ({
      due: sum.due + one.due,
      sent: sum.sent === null || one.sent === null ? null : sum.sent + one.sent,
      told: sum.told + one.told,
      notApplicable: sum.notApplicable + one.notApplicable,
      units: sum.units + one.units,
      numerator: plus(sum.numerator, one.numerator),
      denominator: plus(sum.denominator, one.denominator),
      lastEntry: later(sum.lastEntry, one.lastEntry),
    }),
    noSums,
  );
}

/** One side of the figure, as the rules for the map of today take it (todays-map.ts). */
export function sideOf(sums: Sums, side: 'numerator' | 'denominator'): Figure {
  const amount = sums[side];
  const { due, sent, told: accepted, lastEntry, notApplicable } = sums;
  const state = amount !== null ? 'number' : due > 0 && notApplicable === due ? 'not_applicable' : 'no_report';
  return {
    state,
    amount,
    estimate: false,
    completeness: { due, sent: sent ?? 0, accepted, missing: [], lastEntry },
    rows: [],
  };
}

/**
 * The figure of a formula from what was added up: the same answer as `sumFigures`, `computeRate` and `computeChange` give
 * unit by unit. A rate is sum over sum of the units that told both sides, and has no value over nothing.
 */
export function figureOfSums(formula: Formula, sums: Sums): ShownFigure {
  const { due, sent, lastEntry, notApplicable, units, numerator, denominator } = sums;
  if (formula.kind === 'count' || formula.kind === 'unknown') {
    const { state, amount } = sideOf(sums, 'numerator');
    const completeness = { due, sent, accepted: sums.told, lastEntry };
    const apart = formula.kind === 'count' && formula.overPlaces === 'none' && Math.max(due, sums.told) > 1;
    if (apart) return { state: 'not_added', amount: null, estimate: false, completeness };
    return { state, amount, estimate: false, completeness };
  }
  const completeness = { due: Math.max(units, due - notApplicable), sent, accepted: units, lastEntry };
  return { ...computeQuotient(formula, numerator, denominator), estimate: false, completeness };
}

/** Sum over sum, by the formula; `no_report` where a side is silent. */
export function computeQuotient(
  formula: Extract<Formula, { kind: 'ratio' | 'change' }>,
  numerator: number | null,
  denominator: number | null,
): { readonly state: FigureState; readonly amount: number | null } {
  if (numerator === null || denominator === null) return { state: 'no_report', amount: null };
  if (denominator === 0) return { state: 'no_base', amount: null };
  const amount =
    formula.kind === 'ratio' ? (numerator / denominator) * formula.factor : (numerator / denominator) * 100 - 100;
  return { state: 'number', amount };
}
