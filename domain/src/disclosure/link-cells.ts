import { accept, refuse, type Result } from '../kernel/result.ts';
import { isSmall, type DisclosureRules } from './disclosure-rules.ts';
import type { Cell, EarlierPublication, Publication } from './publication.ts';

/** How a cell stands: known to everybody; shown unless it is withheld; withheld; in no table at all. */
export type Standing = 'public' | 'open' | 'withheld' | 'hidden';

/** Why a cell is withheld: small itself, to protect another one, or because it was withheld before. Never goes out. */
export type Reason = 'small' | 'protects' | 'before';

export interface LinkedCell {
  readonly key: string;
  readonly count: number;
  standing: Standing;
  reason: Reason | null;
  /** Nobody may work it out: it is withheld, or it is small and in no table. */
  guarded: boolean;
  /** The links it stands in. */
  readonly links: number[];
}

/** Places of a link with the sign of each; the counts times the signs come to zero. */
export type SignedLink = readonly { readonly at: number; readonly sign: 1 | -1 }[];

/** Everything that is and was published as one system, in an order that does not depend on how it was given. */
export interface LinkedCells {
  readonly cells: LinkedCell[];
  readonly links: readonly SignedLink[];
}

/** A bound for the patience of one request: 1,452 linked cells took 2.5 s of processor time. */
export const mostCells = 3000;

/**
 * Joins a publication and what went out before into one system.
 * Refuses: what is no count, a known zero that counts, two counts of one cell, a count that is not the earlier one, a link or
 * rate over an unknown cell, totals that are not the sum of their parts, more than `mostCells`.
 */
export function linkCells(
  publication: Publication,
  earlier: readonly EarlierPublication[],
  rules: DisclosureRules,
): Result<LinkedCells> {
  const now = Map.groupBy(publication.cells, (cell) => cell.key);
  const before = Map.groupBy(
    earlier.flatMap((one) => one.cells),
    (cell) => cell.key,
  );
  const withheldBefore = new Set(earlier.flatMap((one) => one.withheld));
  // Somebody may have withheld it once and shown it another time: what was ever shown is known.
  const shownBefore = new Set(
    earlier.flatMap((one) => {
      const withheld = new Set(one.withheld);
      return one.cells.filter((cell) => cell.shown && !withheld.has(cell.key)).map((cell) => cell.key);
    }),
  );
  const keys = [...new Set([...now.keys(), ...before.keys()])].toSorted();
  if (keys.length > mostCells) {
    return refuse('disclosure.too_large', { details: { count: keys.length, most: mostCells } });
  }
  const cells: LinkedCell[] = [];
  for (const key of keys) {
    const wrong = findWrongCount(now.get(key) ?? [], before.get(key) ?? []);
    if (wrong !== null) return wrong;
    const all = [...(now.get(key) ?? []), ...(before.get(key) ?? [])];
    const small = all.some((cell) => isSmall(cell, rules));
    const shown = now.get(key)?.some((cell) => cell.shown) ?? false;
    const known = shownBefore.has(key) || all.some((cell) => cell.knownZero === true);
    cells.push({
      key,
      count: all[0]?.count ?? 0,
      links: [],
      ...stand(known, withheldBefore.has(key), small, shown),
    });
  }
  return addLinks(cells, [publication, ...earlier]);
}

function stand(known: boolean, before: boolean, small: boolean, shown: boolean) {
  if (known) return { standing: 'public', reason: null, guarded: false } as const;
  if (before) return { standing: 'withheld', reason: 'before', guarded: true } as const;
  if (!shown) return { standing: 'hidden', reason: null, guarded: small } as const;
  if (small) return { standing: 'withheld', reason: 'small', guarded: true } as const;
  return { standing: 'open', reason: null, guarded: false } as const;
}

function findWrongCount(now: readonly Cell[], before: readonly Cell[]): Result<never> | null {
  const count = now[0]?.count ?? before[0]?.count;
  for (const cell of [...now, ...before]) {
    const details = { cell: cell.key, count: cell.count };
    if (!Number.isSafeInteger(cell.count) || cell.count < 0) return refuse('disclosure.not_a_count', { details });
    if (cell.knownZero === true && cell.count !== 0) return refuse('disclosure.known_zero_counts', { details });
  }
  const other = now.find((cell) => cell.count !== count);
  if (other !== undefined) {
    return refuse('disclosure.two_counts', { details: { cell: other.key, count, other: other.count } });
  }
  const earlier = before.find((cell) => cell.count !== count);
  return earlier === undefined
    ? null
    : refuse('disclosure.contradicts_earlier', { details: { cell: earlier.key, count } });
}

function addLinks(cells: LinkedCell[], publications: readonly Publication[]): Result<LinkedCells> {
  const places = new Map(cells.map((cell, at) => [cell.key, at]));
  const written = new Map<string, SignedLink>();
  for (const { links, derived } of publications) {
    const used = [...links.flatMap((link) => [link.total, ...link.parts]), ...derived.flatMap((figure) => figure.from)];
    const unknown = used.find((key) => !places.has(key));
    if (unknown !== undefined) return refuse('disclosure.cell_unknown', { details: { cell: unknown } });
    for (const link of links) {
      const total = places.get(link.total) ?? 0;
      const parts = [...new Set(link.parts)].map((key) => places.get(key) ?? 0).toSorted((one, other) => one - other);
      const sum = parts.reduce((sofar, at) => sofar + (cells[at]?.count ?? 0), 0);
      const details = { cell: link.total, count: cells[total]?.count ?? 0, sum };
      if (details.count < sum) return refuse('disclosure.total_below_parts', { details });
      if (details.count > sum) return refuse('disclosure.parts_missing', { details });
      written.set([total, ...parts].join(' '), [
        { at: total, sign: -1 },
        ...parts.map((at) => ({ at, sign: 1 }) as const),
      ]);
    }
  }
  const ordered = [...written].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, link]) => link);
  ordered.forEach((link, number) => {
    for (const { at } of link) cells[at]?.links.push(number);
  });
  return accept({ cells, links: ordered });
}
