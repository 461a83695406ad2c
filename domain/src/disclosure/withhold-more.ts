import { accept, refuse, type Result } from '../kernel/result.ts';
import { costOf, findOtherCounts, type SolveMove } from './find-move.ts';
import type { LinkedCells } from './link-cells.ts';

/**
 * Withholds further cells until none that is guarded can be worked out within less than `leastWidth`. Each is proven by
 * counts: two possible truths in which it lies that far apart. A cell withheld for another is guarded from then on itself.
 * At the end what turned out not to be needed is shown again. Changes `system`.
 * Refuses `disclosure.cannot_protect` where nothing is left to withhold.
 */
export function withholdMore(system: LinkedCells, leastWidth: number, solve: SolveMove): Result<LinkedCells> {
  const truths: (readonly number[])[] = [system.cells.map((cell) => cell.count)];
  for (;;) {
    const open = findOpen(system, truths, leastWidth);
    if (open === null) break;
    const others = findCheapest(system, open, leastWidth, solve);
    if (others === null) return refuse('disclosure.cannot_protect', { details: { cell: system.cells[open.at]?.key } });
    system.cells.forEach((cell, at) => {
      if (cell.standing === 'open' && others.some((other) => other[at] !== cell.count)) {
        Object.assign(cell, { standing: 'withheld', reason: 'protects', guarded: true });
      }
    });
    truths.push(...others);
  }
  showUnneeded(system, truths, leastWidth);
  return accept(system);
}

interface OpenCell {
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** The guarded cell whose known truths lie nearest together, and of these the first. */
function findOpen(system: LinkedCells, truths: readonly (readonly number[])[], leastWidth: number): OpenCell | null {
  let nearest: OpenCell | null = null;
  system.cells.forEach((cell, at) => {
    if (!cell.guarded) return;
    const { low, high } = rangeOf(truths, at);
    if (high - low < leastWidth && (nearest === null || high - low < nearest.high - nearest.low)) {
      nearest = { at, low, high };
    }
  });
  return nearest;
}

/**
 * Up or down, whichever leaves more to the reader; where neither reaches far enough alone, partly up and partly down.
 * `null` where no two truths lie `leastWidth` apart.
 */
function findCheapest(
  system: LinkedCells,
  { at, low, high }: OpenCell,
  leastWidth: number,
  solve: SolveMove,
): (readonly number[])[] | null {
  const count = system.cells[at]?.count ?? 0;
  const reach = (to: number) => (to < 0 ? null : findOtherCounts(system, at, to - count, solve));
  const up = reach(low + leastWidth);
  if (up !== null && priceOf(system, up) === 0) return [up];
  const down = reach(high - leastWidth);
  if (up !== null && down !== null) return [priceOf(system, down) < priceOf(system, up) ? down : up];
  if (up !== null || down !== null) return [up ?? down ?? []];
  for (let top = low + leastWidth - 1; top > high; top--) {
    const upper = reach(top);
    const lower = upper === null ? null : reach(top - leastWidth);
    if (upper !== null && lower !== null) return [upper, lower];
  }
  return null;
}

function priceOf(system: LinkedCells, counts: readonly number[]): number {
  return system.cells.reduce(
    (sum, cell, at) => sum + (cell.standing === 'open' && counts[at] !== cell.count ? costOf(cell) : 0),
    0,
  );
}

function rangeOf(truths: readonly (readonly number[])[], at: number): { low: number; high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const truth of truths) {
    const count = truth[at] ?? 0;
    if (count < low) low = count;
    if (count > high) high = count;
  }
  return { low, high };
}

/** A cell may be shown again when the others stay apart by the truths alone in which it does not change. */
function showUnneeded(system: LinkedCells, truths: readonly (readonly number[])[], leastWidth: number): void {
  let proofs = truths;
  const candidates = system.cells
    .map((cell, at) => ({ cell, at }))
    .filter(({ cell }) => cell.reason === 'protects')
    .toSorted((one, other) => costOf(other.cell) - costOf(one.cell) || one.at - other.at);
  for (const { cell, at } of candidates) {
    const rest = proofs.filter((truth) => truth[at] === cell.count);
    Object.assign(cell, { standing: 'open', reason: null, guarded: false });
    if (findOpen(system, rest, leastWidth) === null) proofs = rest;
    else Object.assign(cell, { standing: 'withheld', reason: 'protects', guarded: true });
  }
}
