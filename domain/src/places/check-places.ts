import type { Refusal } from '../kernel/result.ts';
import type { Place, Succession } from './place.ts';
import { makePlaceBook, type PlaceBook } from './place-book.ts';

/** Shares of one old unit may differ from one by this much (they are rounded in the sources). */
const weightTolerance = 0.001;

/**
 * What is wrong with a set of places and successions, each with the place it concerns: unknown ids, two units with
 * one code at one time, a unit outside its parent's validity, shares that do not add up to one, successions in a circle.
 */
export function checkPlaces(places: readonly Place[], successions: readonly Succession[]): Refusal[] {
  const book = makePlaceBook(places, successions);
  return [
    ...findBadDates(places),
    ...findOverlaps(book),
    ...findBadParents(places, book),
    ...findUnknownEnds(successions, book),
    ...findBadWeights(book),
    ...findCircles(book),
  ];
}

function findBadDates(places: readonly Place[]): Refusal[] {
  return places
    .filter(({ validFrom, validTo }) => validFrom !== null && validTo !== null && validTo < validFrom)
    .map(({ id }) => ({ code: 'places.ends_before_begin', where: id }));
}

function findOverlaps(book: PlaceBook): Refusal[] {
  return [...book.byCode.values()].flatMap((units) => {
    const ordered = units.toSorted((one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? ''));
    return ordered.flatMap((unit, at) => {
      const next = ordered[at + 1];
      if (next === undefined || (unit.validTo !== null && unit.validTo < (next.validFrom ?? ''))) return [];
      return [{ code: 'places.code_twice', where: next.id, details: { code: unit.code, other: unit.id } }];
    });
  });
}

function findBadParents(places: readonly Place[], book: PlaceBook): Refusal[] {
  return places.flatMap((unit): Refusal[] => {
    if (unit.parentId === null) return [];
    const parent = book.byId.get(unit.parentId);
    if (parent === undefined) return [{ code: 'places.unknown_place', where: unit.id, details: { id: unit.parentId } }];
    const begins = (unit.validFrom ?? '') >= (parent.validFrom ?? '');
    const ends = parent.validTo === null || (unit.validTo !== null && unit.validTo <= parent.validTo);
    return begins && ends ? [] : [{ code: 'places.outside_parent', where: unit.id, details: { parent: parent.id } }];
  });
}

function findUnknownEnds(successions: readonly Succession[], book: PlaceBook): Refusal[] {
  return successions.flatMap(({ fromId, toId }) =>
    [fromId, toId]
      .filter((id) => !book.byId.has(id))
      .map((id) => ({ code: 'places.unknown_place', where: `${fromId} > ${toId}`, details: { id } })),
  );
}

function findBadWeights(book: PlaceBook): Refusal[] {
  return [...book.after].flatMap(([fromId, steps]): Refusal[] => {
    const weighted = steps.filter(({ weight }) => weight !== null);
    if (weighted.length === 0) return [];
    if (weighted.length < steps.length) return [{ code: 'places.weight_missing', where: fromId }];
    const sum = weighted.reduce((total, { weight }) => total + (weight ?? 0), 0);
    if (Math.abs(sum - 1) <= weightTolerance) return [];
    return [{ code: 'places.weights_not_one', where: fromId, details: { sum: Number(sum.toFixed(3)) } }];
  });
}

function findCircles(book: PlaceBook): Refusal[] {
  const done = new Set<string>();
  const circles: Refusal[] = [];
  for (const start of book.after.keys()) {
    const path = new Set<string>();
    const stack: { id: string; leaving: boolean }[] = [{ id: start, leaving: false }];
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      if (step.leaving) {
        path.delete(step.id);
        done.add(step.id);
      } else if (path.has(step.id)) {
        circles.push({ code: 'places.succession_circle', where: step.id });
      } else if (!done.has(step.id)) {
        path.add(step.id);
        stack.push({ id: step.id, leaving: true });
        for (const { toId } of book.after.get(step.id) ?? []) stack.push({ id: toId, leaving: false });
      }
    }
  }
  return circles;
}
