import { accept, type Result } from '../kernel/result.ts';
import { addOverPeriods, type PeriodFigure } from './add-over-periods.ts';
import { joinCompleteness, type Completeness, type Figure, type Span } from './figure.ts';
import type { CountFormula } from './indicator.ts';

/** Both sides of a rate, as one unit told them. */
export interface Pair {
  readonly of: string;
  readonly numerator: Figure;
  readonly denominator: Figure;
}

export interface Rate {
  readonly state: 'number' | 'no_report' | 'withheld' | 'not_added' | 'no_base';
  /** Sum over sum, times the factor; null unless the state is `number`. */
  readonly amount: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly estimate: boolean;
  /** In pairs: how many were due, sent on both sides, and are in the rate. */
  readonly completeness: Completeness;
  /** Each pair; those that are in the rate add up to numerator and denominator. */
  readonly rows: readonly (Pair & { readonly counts: boolean })[];
}

function pairCompleteness({ numerator, denominator }: Pair, counts: boolean): Completeness {
  const { lastEntry, missing } = joinCompleteness([numerator.completeness, denominator.completeness]);
  const [first] = missing;
  const sent = [numerator, denominator].every(({ completeness: { due, sent: told } }) => due === told);
  const lacks = counts || first === undefined ? [] : [first];
  return { due: 1, sent: sent ? 1 : 0, accepted: counts ? 1 : 0, missing: lacks, lastEntry };
}

/**
 * A rate over several units: the sum of numerators over the sum of denominators, from units that told both. One that
 * told one side alone would bend the rate, so it is left out and named. A base of zero gives no rate. Never a mean of
 * rates: a commune of ten children would weigh as much as one of ten thousand.
 */
export function computeRate(pairs: readonly Pair[], factor: number): Rate {
  const rows = pairs.map((pair) => ({
    ...pair,
    counts: pair.numerator.amount !== null && pair.denominator.amount !== null,
  }));
  const inside = rows.filter(({ counts }) => counts);
  const numerator = inside.reduce((sum, { numerator: { amount } }) => sum + (amount ?? 0), 0);
  const denominator = inside.reduce((sum, { denominator: { amount } }) => sum + (amount ?? 0), 0);
  const asked = rows.filter(({ numerator: up, denominator: down }) => !isLeftOut(up) && !isLeftOut(down));
  const has = (state: Figure['state']) =>
    rows.some(({ numerator: up, denominator: down }) => up.state === state || down.state === state);
  const state = has('withheld')
    ? 'withheld'
    : has('not_added')
      ? 'not_added'
      : inside.length === 0
        ? 'no_report'
        : denominator === 0
          ? 'no_base'
          : 'number';
  return {
    state,
    amount: state === 'number' ? (numerator / denominator) * factor : null,
    numerator,
    denominator,
    estimate: inside.some(({ numerator: up, denominator: down }) => up.estimate || down.estimate),
    completeness: joinCompleteness(asked.map((row) => pairCompleteness(row, row.counts))),
    rows,
  };
}

function isLeftOut({ state }: Figure): boolean {
  return state === 'not_applicable';
}

/** What one unit told of both sides, period by period. */
export interface PairOverPeriods {
  readonly of: string;
  readonly numerator: readonly PeriodFigure[];
  readonly denominator: readonly PeriodFigure[];
}

/**
 * A rate over units and over a longer period. Where both sides are summed over periods, a unit's period enters only with
 * both sides; else each side comes to its figure by its own rule: births of the year over the children at its end.
 * Refuses periods that do not make up `target`.
 */
export function computeRateOverPeriods(
  units: readonly PairOverPeriods[],
  target: Span,
  rules: { readonly numerator: CountFormula['overPeriods']; readonly denominator: CountFormula['overPeriods'] },
  factor: number,
): Result<Rate> {
  const pairs: Pair[] = [];
  for (const { of, numerator, denominator } of units) {
    const up = addOverPeriods(numerator, target, rules.numerator);
    const down = addOverPeriods(denominator, target, rules.denominator);
    if (!up.ok) return up;
    if (!down.ok) return down;
    const below = new Map(denominator.map((one) => [one.from, one]));
    const meet = numerator.every(({ from, to }) => below.get(from)?.to === to);
    if (rules.numerator === 'sum' && rules.denominator === 'sum' && meet) {
      for (const { from, figure } of numerator) {
        const base = below.get(from);
        if (base !== undefined) pairs.push({ of, numerator: figure, denominator: base.figure });
      }
    } else pairs.push({ of, numerator: up.value, denominator: down.value });
  }
  return accept(computeRate(pairs, factor));
}

/**
 * How much a figure rose or fell against the same period of the year before, in per cent: again sum over sum, of the
 * units that told both years. Below zero it fell.
 */
export function computeChange(pairs: readonly Pair[]): Rate {
  const rate = computeRate(pairs, 100);
  return { ...rate, amount: rate.amount === null ? null : rate.amount - 100 };
}
