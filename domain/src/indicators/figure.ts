import { amountOf, isTold, type Value } from './value.ts';

/** First and last day (ISO), both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What one unit said of one figure for one period; what nobody sent is not here. */
export interface Entry extends Span {
  readonly unit: string;
  readonly value: Value;
  /** Only what the receiver accepted enters a figure. */
  readonly accepted: boolean;
  /** Day on which it was entered. */
  readonly enteredOn: string;
}

/** One report that was due. */
export interface Duty extends Span {
  readonly unit: string;
}

/** How complete a figure is: it says how many reports it rests on, and which it lacks. */
export interface Completeness {
  readonly due: number;
  readonly sent: number;
  readonly accepted: number;
  readonly missing: readonly Duty[];
  /** Day of the last entry that was sent; null where none was. */
  readonly lastEntry: string | null;
}

/** `not_added`: the rule of the indicator forbids this sum. `no_base`: a rate over nothing. */
export const figureStates = ['number', 'no_report', 'not_applicable', 'withheld', 'not_added', 'no_base'] as const;
export type FigureState = (typeof figureStates)[number];

/** A figure and what it is made of. Where `amount` is a number and there are rows, the rows add up to it. */
export interface Figure {
  readonly state: FigureState;
  /** Null unless the state is `number`. */
  readonly amount: number | null;
  /** Known shares of split units are in it. */
  readonly estimate: boolean;
  readonly completeness: Completeness;
  readonly rows: readonly FigureRow[];
}

export interface FigureRow {
  /** The unit, or for a figure over periods the first day of the period. */
  readonly of: string;
  readonly figure: Figure;
}

export const noDuty: Completeness = { due: 0, sent: 0, accepted: 0, missing: [], lastEntry: null };

/** The completeness of several figures together. */
export function joinCompleteness(all: readonly Completeness[]): Completeness {
  const add = (of: (one: Completeness) => number) => all.reduce((sum, one) => sum + of(one), 0);
  const entries = all.flatMap(({ lastEntry }) => (lastEntry === null ? [] : [lastEntry]));
  return {
    due: add(({ due }) => due),
    sent: add(({ sent }) => sent),
    accepted: add(({ accepted }) => accepted),
    missing: all.flatMap(({ missing }) => missing),
    lastEntry: entries.length === 0 ? null : entries.reduce((last, day) => (day > last ? day : last)),
  };
}

/**
 * The figure of one report that was due, from what was entered for it; undefined where nothing was. What is sent and
 * not accepted counts as sent, and is not in the figure.
 */
export function figureOfEntry(duty: Duty, entry: Entry | undefined): Figure {
  const told = entry !== undefined && isTold(entry.value);
  const counts = told && entry.accepted;
  const amount = counts ? amountOf(entry.value) : null;
  const missing = counts ? [] : [{ unit: duty.unit, from: duty.from, to: duty.to }];
  return {
    state: counts ? (amount === null ? stateOf(entry.value) : 'number') : 'no_report',
    amount,
    estimate: false,
    completeness: {
      due: 1,
      sent: told ? 1 : 0,
      accepted: counts ? 1 : 0,
      missing,
      lastEntry: told ? entry.enteredOn : null,
    },
    rows: [],
  };
}

function stateOf({ state }: Value): FigureState {
  return state === 'withheld' || state === 'not_applicable' ? state : 'no_report';
}

/**
 * The sum of figures. What has no number adds nothing and shows in the completeness; a withheld one withholds the sum,
 * or it could be worked out; one that may not be added forbids it.
 */
export function sumFigures(rows: readonly FigureRow[]): Figure {
  const figures = rows.map(({ figure }) => figure);
  const completeness = joinCompleteness(figures.map((figure) => figure.completeness));
  const amounts = figures.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const has = (state: FigureState) => figures.some((figure) => figure.state === state);
  const none = (state: FigureState): Figure => ({ state, amount: null, estimate: false, completeness, rows });
  if (has('withheld')) return none('withheld');
  if (has('not_added')) return none('not_added');
  if (amounts.length === 0) {
    const concerned = figures.length === 0 || figures.some(({ state }) => state !== 'not_applicable');
    return none(concerned ? 'no_report' : 'not_applicable');
  }
  return {
    state: 'number',
    amount: amounts.reduce((sum, amount) => sum + amount, 0),
    estimate: figures.some(({ amount, estimate }) => amount !== null && estimate),
    completeness,
    rows,
  };
}

/** The figures side by side, where the rule of the indicator forbids a sum. */
export function leaveApart(rows: readonly FigureRow[]): Figure {
  const completeness = joinCompleteness(rows.map(({ figure }) => figure.completeness));
  return { state: 'not_added', amount: null, estimate: false, completeness, rows };
}
