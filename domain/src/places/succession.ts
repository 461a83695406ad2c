import { findStanding, stoodOn, type Place, type Succession } from './place.ts';
import type { PlaceBook } from './place-book.ts';

/** How much of one unit another holds: all of it, a known share, or a part of unknown size. */
export interface Cover {
  readonly place: Place;
  readonly kind: 'same' | 'whole' | 'part' | 'unknown';
  /** Share of the older unit that lies in the younger, 0 to 1; null where no source gives one. */
  readonly weight: number | null;
}

/** No unit has changed hands so often; a circle in the data ends here. */
const mostSteps = 16;

function joinKinds(first: Cover['kind'], second: Succession['kind']): Cover['kind'] {
  if (second === 'unknown' || first === 'unknown') return 'unknown';
  return first === 'part' || second === 'part' ? 'part' : 'whole';
}

function joinWeights(first: Cover, step: Succession): number | null {
  const before = first.kind === 'same' || first.kind === 'whole' ? 1 : first.weight;
  const here = step.kind === 'whole' ? 1 : step.weight;
  return before === null || here === null ? null : before * here;
}

function addCovers(known: Cover | undefined, more: Cover): Cover {
  if (known === undefined) return more;
  const weight = known.weight === null || more.weight === null ? null : Math.min(1, known.weight + more.weight);
  const kind = known.kind === 'unknown' || more.kind === 'unknown' ? 'unknown' : 'part';
  // Shares are rounded in the sources: two halves that meet again make the whole.
  return weight !== null && weight > 0.999
    ? { place: more.place, kind: 'whole', weight: 1 }
    : { place: more.place, kind, weight };
}

type Walk = Cover & { readonly steps: number };

function walk(start: Place, isThere: (unit: Place) => boolean, next: (cover: Walk) => readonly Cover[]): Cover[] {
  const found = new Map<string, Cover>();
  const open: Walk[] = [{ place: start, kind: 'same', weight: 1, steps: 0 }];
  for (let cover = open.pop(); cover !== undefined; cover = open.pop()) {
    const { place, kind, weight, steps } = cover;
    if (isThere(place)) found.set(place.id, addCovers(found.get(place.id), { place, kind, weight }));
    else if (steps < mostSteps) open.push(...next(cover).map((step) => ({ ...step, steps: steps + 1 })));
  }
  return [...found.values()].toSorted((one, other) => one.place.code.localeCompare(other.place.code));
}

/**
 * Which units of `day` cover the unit `id`, following successions as long as they lie before that day. A unit that
 * still stands covers itself. A unit of which no successor is known gives an empty list, never a guess. A circle in
 * the data ends the walk; `checkPlaces` names it.
 */
export function findCover(book: PlaceBook, id: string, day: string): Cover[] {
  const start = book.byId.get(id);
  if (start === undefined) return [];
  return walk(
    start,
    (unit) => stoodOn(unit, day),
    (cover) =>
      (book.after.get(cover.place.id) ?? []).flatMap((step) => {
        const place = book.byId.get(step.toId);
        if (place === undefined || step.on > day) return [];
        return [{ place, kind: joinKinds(cover.kind, step.kind), weight: joinWeights(cover, step) }];
      }),
  );
}

export interface UnitsHere {
  readonly units: readonly Cover[];
  /** False where our sources do not reach back to that day: the units are then the earliest known, not those of the day. */
  readonly known: boolean;
}

/**
 * What was here on a day: the units that stood then on the ground of the unit `id`, whether the day lies before, in or
 * after its time. Looking back, kind and weight say how much of the older unit lies in this one.
 */
export function findUnitsHere(book: PlaceBook, id: string, day: string): UnitsHere {
  const start = book.byId.get(id);
  if (start === undefined) return { units: [], known: false };
  const standing = findStanding(start, day);
  if (standing === 'stood' || standing === 'ended') return { units: findCover(book, id, day), known: true };
  const units = walk(
    start,
    (unit) => findStanding(unit, day) === 'stood' || findStanding(unit, day) === 'unknown',
    (cover) =>
      (book.before.get(cover.place.id) ?? []).flatMap((step) => {
        const place = book.byId.get(step.fromId);
        if (place === undefined || step.on <= day) return [];
        return [{ place, kind: joinKinds(cover.kind, step.kind), weight: joinWeights(cover, step) }];
      }),
  );
  return { units, known: units.every(({ place }) => stoodOn(place, day)) };
}

/** One step of a succession, seen from one end: the unit at the other, and how it went over. */
export interface PlaceStep {
  readonly place: Place;
  readonly succession: Succession;
}

/** What went into this unit when it began: its predecessors with how they came in. */
export function findPredecessors(book: PlaceBook, id: string): PlaceStep[] {
  return (book.before.get(id) ?? []).flatMap((step) => {
    const found = book.byId.get(step.fromId);
    return found === undefined ? [] : [{ place: found, succession: step }];
  });
}

/** What became of this unit: its successors with how it went into them. */
export function findSuccessors(book: PlaceBook, id: string): PlaceStep[] {
  return (book.after.get(id) ?? []).flatMap((step) => {
    const found = book.byId.get(step.toId);
    return found === undefined ? [] : [{ place: found, succession: step }];
  });
}
