import type { LinkedCell, LinkedCells } from './link-cells.ts';

/** How far a cell may go down, and what one step of it costs where the cell would have to be withheld for it. */
export interface MoveCell {
  readonly least: number;
  readonly cost: number;
}

/** Find whole steps for the cells so that each link keeps its sum, the target goes its way, and the steps cost least. */
export interface MoveProblem {
  readonly cells: readonly MoveCell[];
  readonly links: readonly (readonly { readonly at: number; readonly sign: 1 | -1 }[])[];
  readonly target: { readonly at: number; readonly by: number };
}

/**
 * Solves a problem of linear programming over whole numbers; `null` where there is no solution. It comes from outside, as the
 * rules know no library, and is not trusted: what it answers is added up again here.
 */
export type SolveMove = (problem: MoveProblem) => readonly number[] | null;

/**
 * Another truth: counts nobody can tell from the true ones by what is published, where the cell at `target` is `by` greater or
 * smaller. Published cells that differ in it have to be withheld.
 * @returns the counts of all cells, or `null` where no such counts are to be had.
 */
export function findOtherCounts(
  system: LinkedCells,
  target: number,
  by: number,
  solve: SolveMove,
): readonly number[] | null {
  const reached = findReached(system, target);
  const inside = new Map(reached.map((at, place) => [at, place]));
  const links = new Set(reached.flatMap((at) => system.cells[at]?.links ?? []));
  const steps = solve({
    cells: reached.map((at) => {
      const cell = system.cells[at];
      return { least: -(cell?.count ?? 0), cost: cell?.standing === 'open' ? costOf(cell) : 0 };
    }),
    links: [...links]
      .toSorted((one, other) => one - other)
      .map((number) =>
        (system.links[number] ?? []).flatMap(({ at, sign }) => {
          const place = inside.get(at);
          return place === undefined ? [] : [{ at: place, sign }];
        }),
      ),
    target: { at: inside.get(target) ?? 0, by },
  });
  if (steps === null) return null;
  const counts = system.cells.map((cell, at) => {
    const place = inside.get(at);
    return cell.count + (place === undefined ? 0 : Math.round(steps[place] ?? 0));
  });
  return counts[target] === (system.cells[target]?.count ?? 0) + by && isPossible(system, counts) ? counts : null;
}

/** What withholding a cell takes from the reader: a step of a great total costs more than one of a small part. */
export function costOf(cell: LinkedCell): number {
  return 33 - Math.clz32(cell.count + 1);
}

/** Whether these counts keep every link, are whole and not below zero, and leave what is known as it is. */
function isPossible(system: LinkedCells, counts: readonly number[]): boolean {
  return (
    counts.every((count) => Number.isSafeInteger(count) && count >= 0) &&
    system.cells.every((cell, at) => cell.standing !== 'public' || counts[at] === cell.count) &&
    system.links.every((link) => link.reduce((sum, { at, sign }) => sum + sign * (counts[at] ?? 0), 0) === 0)
  );
}

/** The cells a step of one can be felt in; what is public passes nothing on. */
function findReached(system: LinkedCells, from: number): number[] {
  const reached = new Set([from]);
  for (const at of reached) {
    for (const number of system.cells[at]?.links ?? []) {
      for (const term of system.links[number] ?? []) {
        if (system.cells[term.at]?.standing !== 'public') reached.add(term.at);
      }
    }
  }
  return [...reached].toSorted((one, other) => one - other);
}
