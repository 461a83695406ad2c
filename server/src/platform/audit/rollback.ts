import type { Finding } from './audit-findings.ts';
import type { Anchor } from './check-chain.ts';
import type { RootContent } from './signed-root.ts';

/** How one head of a root stands against the rows of today. */
export interface HeldHead {
  /** Which root, by its place among the checked ones. */
  readonly root: number;
  readonly chain: string;
  readonly last: number;
  readonly state: 'holds' | 'differs' | 'gone';
}

/** The last root that had to begin anew because the database was behind the root before; 0 where that never happened. */
export function findLiveRoots(roots: readonly RootContent[]): number {
  return Math.max(
    0,
    roots.findLastIndex(({ from }, at) => from === 0 && at > 0),
  );
}

/**
 * Whether what the newest roots have signed is gone as a whole, in several chains at once: then an older state of the
 * database was put back, and it is told once and not for each record.
 */
export function findRollback(
  roots: readonly RootContent[],
  heads: readonly HeldHead[],
  live: number,
  ids: readonly number[],
): Finding | null {
  const end = live > 0 ? live : roots.length;
  const before = heads.filter(({ root }) => root < end);
  const lost = before.filter(({ state }) => state !== 'holds');
  const first = Math.min(...lost.map(({ root }) => root));
  const [from, to] = [roots[first], roots[end - 1]];
  if (from === undefined || to === undefined) return null;
  const several = new Set(lost.map(({ chain }) => chain)).size > 1;
  const wholly = before.every(({ root, state }) => root <= first || state !== 'holds');
  const newest = live > 0 || isNewestGone(roots.slice(first, end), ids);
  if (!several || !wholly || !newest) return null;
  return { kind: 'rolled_back', chain: null, first: from.number, last: to.number, when: to.at };
}

/** Whether the rows missing from these roots can all be newer than those that are left: a backup ends at one moment. */
function isNewestGone(roots: readonly RootContent[], ids: readonly number[]): boolean {
  const [from, through] = [roots[0]?.from ?? 0, roots.at(-1)?.through ?? 0];
  const left = ids.filter((id) => id > from && id <= through);
  const missing = roots.reduce((sum, { rows }) => sum + rows, 0) - left.length;
  const last = left.reduce((most, id) => Math.max(most, id), from);
  return missing > 0 && last + missing <= through;
}

/** What the roots before the last new beginning still saw and is gone, for each chain. */
export function findLostTails(roots: readonly RootContent[], heads: readonly HeldHead[], live: number): Finding[] {
  const lost = heads.filter(({ root, state }) => root < live && state !== 'holds');
  return [...new Set(lost.map(({ chain }) => chain))].map((chain) => {
    const own = heads.filter((head) => head.chain === chain && head.root < live);
    const held = own.findLast(({ state }) => state === 'holds');
    const last = own.at(-1);
    const when = roots[last?.root ?? 0]?.at ?? null;
    return { kind: 'tail_cut', chain, first: (held?.last ?? 0) + 1, last: last?.last ?? 0, when };
  });
}

/** The anchors of each chain, oldest first, out of the roots from `live` on. */
export function gatherAnchors(roots: readonly RootContent[], live: number): Map<string, Anchor[]> {
  const anchors = new Map<string, Anchor[]>();
  for (const { heads, at } of roots.slice(live)) {
    for (const [chain, , last, hash] of heads) {
      const own = anchors.get(chain) ?? [];
      own.push({ last, hash, at });
      anchors.set(chain, own);
    }
  }
  return anchors;
}
