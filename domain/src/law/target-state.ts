import type { Against, TargetComparator } from './legal-text.ts';

/** Never typed: computed from the figures. */
export const targetStates = ['reached', 'on_way', 'off_way', 'no_figure'] as const;
export type TargetState = (typeof targetStates)[number];

/** Why it stands so, in one word the screen has a sentence for. */
export const targetWhys = [
  'no_value',
  'no_start',
  'limit_met',
  'limit_missed',
  'ahead_of_path',
  'behind_path',
  'year_over',
] as const;
export type TargetWhy = (typeof targetWhys)[number];

export interface TargetGoal {
  readonly comparator: TargetComparator;
  readonly value: number | null;
  readonly valueTo: number | null;
  readonly unit: string;
  readonly year: number | null;
}

export interface YearValue {
  readonly year: number;
  readonly value: number;
}

export interface TargetFigures {
  readonly against: Against;
  /** From where it counts; null where nobody has told. */
  readonly start: YearValue | null;
  /** What counts for each year; a year without a figure is not among them. */
  readonly values: readonly YearValue[];
}

export interface TargetStanding {
  readonly state: TargetState;
  readonly why: TargetWhy;
  readonly latest: YearValue | null;
  readonly goal: number | null;
}

/** Whether more is better. */
export function goesUp(comparator: TargetComparator): boolean {
  return comparator === '>=' || comparator === '>' || comparator === '=' || comparator === 'increase_by';
}

const isChange = (comparator: TargetComparator) => comparator === 'decrease_by' || comparator === 'increase_by';

/**
 * How a target stands. A limit is met by the latest figure or not; «giảm 5 % đến 7 %» counts from its start, or from
 * the year before, and is reached from the smaller of the two on. Before its year a target that is not reached is on
 * the way when the latest figure is no worse than the straight line from start to goal; where no start is known nothing
 * is said.
 */
export function computeStanding(goal: TargetGoal, figures: TargetFigures): TargetStanding {
  const sorted = [...figures.values].sort((one, other) => one.year - other.year);
  const latest = sorted.at(-1) ?? null;
  if (isChange(goal.comparator) && figures.against === 'previous_year') return yearlyChange(goal, sorted, latest);
  const start = figures.start ?? (isChange(goal.comparator) ? null : firstBefore(sorted, latest));
  const limit = limitOf(goal, start);
  if (latest === null) return { state: 'no_figure', why: 'no_value', latest, goal: limit };
  if (limit === null) return { state: 'no_figure', why: 'no_start', latest, goal: limit };
  if (meets(goal.comparator, latest.value, limit)) return { state: 'reached', why: 'limit_met', latest, goal: limit };
  const missed = { state: 'off_way', latest, goal: limit } as const;
  if (goal.year === null) return { ...missed, why: 'limit_missed' };
  if (latest.year >= goal.year) return { ...missed, why: 'year_over' };
  const expected = start === null ? null : onPath(start, { year: goal.year, value: limit }, latest.year);
  if (expected === null) return { state: 'no_figure', why: 'no_start', latest, goal: limit };
  const ahead = goesUp(goal.comparator) ? latest.value >= expected : latest.value <= expected;
  return ahead ? { state: 'on_way', why: 'ahead_of_path', latest, goal: limit } : { ...missed, why: 'behind_path' };
}

/** From start to goal, year by year; empty where one of them is not known. */
export function computePath(goal: TargetGoal, figures: TargetFigures): YearValue[] {
  const { start } = figures;
  const limit = limitOf(goal, start);
  if (start === null || limit === null || goal.year === null || goal.year <= start.year) return [];
  const end = { year: goal.year, value: limit };
  return Array.from({ length: end.year - start.year + 1 }, (_, at) => {
    const year = start.year + at;
    return { year, value: onPath(start, end, year) ?? limit };
  });
}

function yearlyChange(goal: TargetGoal, sorted: readonly YearValue[], latest: YearValue | null): TargetStanding {
  const before = latest === null ? undefined : sorted.find(({ year }) => year === latest.year - 1);
  if (latest === null) return { state: 'no_figure', why: 'no_value', latest, goal: null };
  if (before === undefined) return { state: 'no_figure', why: 'no_start', latest, goal: null };
  const limit = changedBy(goal, before.value);
  const met = meets(goal.comparator, latest.value, limit);
  return { state: met ? 'reached' : 'off_way', why: met ? 'limit_met' : 'limit_missed', latest, goal: limit };
}

function limitOf(goal: TargetGoal, start: YearValue | null): number | null {
  if (!isChange(goal.comparator)) return goal.value;
  return start === null ? null : changedBy(goal, start.value);
}

/** A share of it where the unit is a percentage, else so many of the same unit; a bare direction is no change at all. */
function changedBy({ comparator, value, unit }: TargetGoal, from: number): number {
  const by = value ?? 0;
  const change = unit.trim().startsWith('%') ? (from * by) / 100 : by;
  return comparator === 'decrease_by' ? from - change : from + change;
}

/** Rounding of floating numbers must not decide. */
const tolerance = 1e-9;

function meets(comparator: TargetComparator, value: number, limit: number): boolean {
  const off = tolerance * Math.max(1, Math.abs(limit));
  switch (comparator) {
    case '>':
      return value > limit + off;
    case '<':
      return value < limit - off;
    case '<=':
    case 'decrease_by':
      return value <= limit + off;
    case '>=':
    case '=':
    case 'increase_by':
      return value >= limit - off;
  }
}

function onPath(start: YearValue, end: YearValue, year: number): number | null {
  if (end.year <= start.year) return null;
  return start.value + ((end.value - start.value) * (year - start.year)) / (end.year - start.year);
}

/** Where nobody told a start, the first figure is one, if there is a later one. */
function firstBefore(sorted: readonly YearValue[], latest: YearValue | null): YearValue | null {
  const first = sorted[0];
  return first === undefined || latest === null || first.year === latest.year ? null : first;
}
