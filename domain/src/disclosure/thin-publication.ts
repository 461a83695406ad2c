import { accept, type Result } from '../kernel/result.ts';
import type { DisclosureRules } from './disclosure-rules.ts';
import type { SolveMove } from './find-move.ts';
import { linkCells, type Reason } from './link-cells.ts';
import type { EarlierPublication, Publication } from './publication.ts';
import { withholdMore } from './withhold-more.ts';

/** What goes out. A number that is withheld is `null`, and nothing says for which reason. */
export interface PublicView {
  readonly cells: readonly { readonly key: string; readonly count: number | null }[];
  /** Rates and other figures computed from cells that must not be shown. */
  readonly withheldFigures: readonly string[];
}

export interface Thinned {
  readonly view: PublicView;
  /** For those who answer for it, and for the next publication. Never goes out: it tells small cells from others. */
  readonly withheld: readonly { readonly key: string; readonly reason: Reason }[];
}

/**
 * The one gate in front of every way out. Takes the tables that are to go out together, everything that went out before
 * (with its true counts) and the rules; gives what may be shown. The same input gives the same answer, in whatever order.
 * It protects against the links it is told of: tables that share people must share keys or be linked.
 * The signed report inside the administration does not pass here.
 * Refuses what `linkCells` and `withholdMore` refuse.
 */
export function thinPublication(
  publication: Publication,
  earlier: readonly EarlierPublication[],
  rules: DisclosureRules,
  solve: SolveMove,
): Result<Thinned> {
  const linked = linkCells(publication, earlier, rules);
  if (!linked.ok) return linked;
  const guarded = withholdMore(linked.value, rules.interval.leastWidth, solve);
  if (!guarded.ok) return guarded;
  const shownNow = new Set(publication.cells.filter((cell) => cell.shown).map((cell) => cell.key));
  const known = new Set<string>();
  const cells: { key: string; count: number | null }[] = [];
  const withheld: { key: string; reason: Reason }[] = [];
  for (const cell of guarded.value.cells) {
    const isKnown = cell.standing === 'public' || cell.standing === 'open';
    if (isKnown) known.add(cell.key);
    if (!shownNow.has(cell.key)) continue;
    cells.push({ key: cell.key, count: isKnown ? cell.count : null });
    if (cell.reason !== null) withheld.push({ key: cell.key, reason: cell.reason });
  }
  const figures = publication.derived.filter((figure) => figure.from.some((key) => !known.has(key)));
  return accept({
    view: { cells, withheldFigures: figures.map((figure) => figure.key).toSorted() },
    withheld,
  });
}

/** A publication as it stands before the next one. */
export function asEarlier(publication: Publication, thinned: Thinned): EarlierPublication {
  return { ...publication, withheld: thinned.withheld.map((cell) => cell.key) };
}
