import { leaveApart, sumFigures, type Figure } from './figure.ts';
import type { CountFormula } from './indicator.ts';

/** A unit and the units that report through it, as the chain stood in the period. */
export interface UnitTree {
  readonly unit: string;
  readonly below: readonly UnitTree[];
}

/**
 * The figure of a unit: its own, where it reports itself, and those of all below it. `figureOf` gives the own figure of
 * a unit, undefined where it owes none. Each row opens to what it is made of in turn, down to the reports.
 */
export function addOverPlaces(
  tree: UnitTree,
  figureOf: (unit: string) => Figure | undefined,
  rule: CountFormula['overPlaces'],
): Figure {
  const own = figureOf(tree.unit);
  if (tree.below.length === 0 && own !== undefined) return own;
  const rows = [
    ...(own === undefined ? [] : [{ of: tree.unit, figure: own }]),
    ...tree.below.map((below) => ({ of: below.unit, figure: addOverPlaces(below, figureOf, rule) })),
  ];
  const [only] = rows;
  if (rule === 'none' && rows.length === 1 && only !== undefined) return only.figure;
  return rule === 'sum' ? sumFigures(rows) : leaveApart(rows);
}
