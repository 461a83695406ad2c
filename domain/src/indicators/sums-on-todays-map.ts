import type { Comparability } from '../places/comparability.ts';
import type { PlaceBook } from '../places/place-book.ts';
import { computeQuotient, figureOfSums, noSums, sideOf, type ShownFigure, type Sums } from './figure-of-sums.ts';
import type { Formula } from './indicator.ts';
import { figureOnTodaysMap } from './todays-map.ts';

/**
 * The figure a place of today would have had on `day`, from the sums of the places as they were (figureOnTodaysMap says the
 * rules). Both sides of a rate go over to today's map before one is divided by the other.
 */
export function sumsOnTodaysMap(
  formula: Formula,
  book: PlaceBook,
  id: string,
  day: string,
  sumsOf: (id: string) => Sums | undefined,
): { readonly comparability: Comparability; readonly figure: ShownFigure } {
  const rule = formula.kind === 'count' ? formula.overPlaces : 'sum';
  const map = (side: 'numerator' | 'denominator') =>
    figureOnTodaysMap(
      book,
      id,
      day,
      (of) => {
        const sums = sumsOf(of);
        return sums === undefined ? undefined : sideOf(sums, side);
      },
      rule,
    );
  const up = map('numerator');
  const { comparability, sources } = up;
  const [only] = sources;
  if (comparability === 'same' && only !== undefined) {
    return { comparability, figure: figureOfSums(formula, sumsOf(only.cover.place.id) ?? noSums) };
  }
  const { due, accepted, lastEntry } = up.figure.completeness;
  const asked = sources.every(({ cover }) => sumsOf(cover.place.id)?.sent !== null);
  const sent = asked ? up.figure.completeness.sent : null;
  const completeness = { due, sent, accepted, lastEntry };
  const { state, amount, estimate } = up.figure;
  if (formula.kind === 'count' || formula.kind === 'unknown' || state === 'not_added') {
    return { comparability, figure: { state, amount, estimate, completeness } };
  }
  const down = map('denominator').figure;
  const quotient = computeQuotient(formula, amount, down.amount);
  return { comparability, figure: { ...quotient, estimate: estimate || down.estimate, completeness } };
}
