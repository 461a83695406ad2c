import type { Comparability } from '../places/comparability.ts';
import type { PlaceBook } from '../places/place-book.ts';
import { findUnitsHere, type Cover } from '../places/succession.ts';
import { leaveApart, noDuty, sumFigures, type Figure, type FigureRow } from './figure.ts';
import type { CountFormula } from './indicator.ts';

/** A figure of earlier units, told for a unit of today. */
export interface MappedFigure {
  readonly comparability: Comparability;
  readonly figure: Figure;
  /** The earlier units as they were, with how much of each lies here. */
  readonly sources: readonly { readonly cover: Cover; readonly figure: Figure | undefined }[];
}

const nothing: Figure = { state: 'no_report', amount: null, estimate: false, completeness: noDuty, rows: [] };

function compare(covers: readonly Cover[], known: boolean): Comparability {
  if (covers.length === 0 || !known) return 'unknown';
  if (covers.some(({ kind, weight }) => kind === 'unknown' || weight === null)) return 'not_comparable';
  if (covers.some(({ kind }) => kind === 'part')) return 'estimate';
  return covers.length === 1 ? 'same' : 'sum';
}

function shareOf(figure: Figure, { kind, weight }: Cover): Figure {
  if (kind !== 'part' || weight === null) return figure;
  return { ...figure, amount: figure.amount === null ? null : figure.amount * weight, estimate: true, rows: [] };
}

/**
 * The figure a unit of today would have had in a period before it: units that went whole into it are summed; of units
 * that were split the known share is taken, and the sum is an estimate; where a part has no known share, or nobody
 * knows what stood there, there is no figure. `day` is one on which the units of the period stood, `figureOf` gives the
 * figure of such a unit, undefined where it owed none.
 */
export function figureOnTodaysMap(
  book: PlaceBook,
  id: string,
  day: string,
  figureOf: (id: string) => Figure | undefined,
  rule: CountFormula['overPlaces'],
): MappedFigure {
  const { units, known } = findUnitsHere(book, id, day);
  const sources = units.map((cover) => ({ cover, figure: figureOf(cover.place.id) }));
  const found = compare(units, known);
  const rows = sources.flatMap(({ cover, figure }): FigureRow[] =>
    figure === undefined ? [] : [{ of: cover.place.id, figure: shareOf(figure, cover) }],
  );
  if (found === 'unknown') return { comparability: found, figure: nothing, sources };
  const comparability = rule === 'none' && found !== 'same' ? 'not_comparable' : found;
  const figure = comparability === 'not_comparable' ? leaveApart(rows) : sumFigures(rows);
  return { comparability, figure, sources };
}
