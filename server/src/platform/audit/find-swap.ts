import type { LinkedRow } from './audit-chain.queries.ts';
import { isLinked } from './link-hash.ts';

/** More broken rows than this are no longer held against one another, two by two. */
const most = 200;

/**
 * Two rows of a chain whose places, or whose words, were exchanged: the only exchange after which both are linked
 * again. `broken` are the indexes of rows that are not linked; `null` where no exchange mends them.
 */
export function findSwap(rows: readonly LinkedRow[], broken: readonly number[]): readonly [number, number] | null {
  const tried = broken.slice(0, most);
  for (const [order, one] of tried.entries()) {
    for (const other of tried.slice(order + 1)) {
      if (mends(rows, one, other, true) || mends(rows, one, other, false)) return [one, other];
    }
  }
  return null;
}

/** `whole`: the rows took their hashes along; else only their words were exchanged. */
function mends(rows: readonly LinkedRow[], one: number, other: number, whole: boolean): boolean {
  const [a, b] = [rows[one], rows[other]];
  if (a === undefined || b === undefined) return false;
  const mended = [...rows];
  mended[one] = { ...b, seq: a.seq, hash: whole ? b.hash : a.hash };
  mended[other] = { ...a, seq: b.seq, hash: whole ? a.hash : b.hash };
  return [one, one + 1, other, other + 1].every((at) => isLinked(mended, at));
}
