import type { TargetPage } from '@mangnon/domain/law/target.api.ts';

interface Point {
  readonly year: number;
  readonly value: number;
}

export interface TargetChart {
  readonly years: readonly number[];
  /** Runs of years without a gap: between two runs nothing is drawn. */
  readonly runs: readonly (readonly Point[])[];
  readonly path: readonly Point[];
  readonly goal: number | null;
  readonly least: number;
  readonly most: number;
}

/** What the picture of a target shows; null where there is nothing to draw. */
export function chartOf({ values, path, standing, target, start }: TargetPage): TargetChart | null {
  const told = values.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]));
  const begun =
    start !== null && start.value !== null && start.year !== null && told.every(({ year }) => year !== start.year)
      ? [{ year: start.year, value: start.value }]
      : [];
  const points = [...begun, ...told].sort((one, other) => one.year - other.year);
  if (points.length === 0) return null;
  const ends = [...points.map(({ year }) => year), ...(target.year === null ? [] : [target.year])];
  const first = Math.min(...ends);
  const years = Array.from({ length: Math.max(...ends) - first + 1 }, (_, at) => first + at);
  const runs: Point[][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last?.at(-1)?.year === point.year - 1) last.push(point);
    else runs.push([point]);
  }
  const all = [...points, ...path].map(({ value }) => value).concat(standing.goal === null ? [] : [standing.goal]);
  return { years, runs, path, goal: standing.goal, least: Math.min(0, ...all), most: Math.max(...all, 1e-9) };
}
