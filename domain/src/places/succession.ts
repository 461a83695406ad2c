import { stoodOn, type Place, type Succession } from './place.ts';
import type { PlaceBook } from './place-book.ts';

/** How much of the old unit a unit of today holds: all of it, a known share, or a part of unknown size. */
export interface Cover {
  readonly place: Place;
  readonly kind: 'same' | 'whole' | 'part' | 'unknown';
  /** Share of the old unit, 0 to 1; null where no source gives one. */
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

/**
 * Which units of `day` cover the unit `id`, following successions as long as they lie before that day. A unit that
 * still stands covers itself. A unit of which no successor is known gives an empty list, never a guess. A circle in
 * the data ends the walk; `checkPlaces` names it.
 */
export function findCover(book: PlaceBook, id: string, day: string): Cover[] {
  const start = book.byId.get(id);
  if (start === undefined) return [];
  const found = new Map<string, Cover>();
  const open: (Cover & { readonly steps: number })[] = [{ place: start, kind: 'same', weight: 1, steps: 0 }];
  for (let cover = open.pop(); cover !== undefined; cover = open.pop()) {
    if (stoodOn(cover.place, day)) {
      const { place, kind, weight } = cover;
      found.set(place.id, addCovers(found.get(place.id), { place, kind, weight }));
      continue;
    }
    if (cover.steps === mostSteps) continue;
    for (const step of book.after.get(cover.place.id) ?? []) {
      const place = book.byId.get(step.toId);
      if (place === undefined || step.on > day) continue;
      open.push({
        place,
        kind: joinKinds(cover.kind, step.kind),
        weight: joinWeights(cover, step),
        steps: cover.steps + 1,
      });
    }
  }
  return [...found.values()].toSorted((one, other) => one.place.code.localeCompare(other.place.code));
}

function addCovers(known: Cover | undefined, more: Cover): Cover {
  if (known === undefined) return more;
  const weight = known.weight === null || more.weight === null ? null : known.weight + more.weight;
  return { place: more.place, kind: weight === 1 ? 'whole' : 'part', weight };
}

/** What went into this unit when it began: its predecessors with how they came in. */
export function findPredecessors(book: PlaceBook, id: string): { place: Place; succession: Succession }[] {
  return (book.before.get(id) ?? []).flatMap((step) => {
    const found = book.byId.get(step.fromId);
    return found === undefined ? [] : [{ place: found, succession: step }];
  });
}

export type Comparability = 'same' | 'sum' | 'estimate' | 'not_comparable';

/**
 * Whether a figure of the unit `id` can be set beside figures of earlier units: `same` when it always stood so,
 * `sum` when whole units went into it, `estimate` when parts with known shares did, `not_comparable` when a part of
 * unknown size or an unknown succession is among them.
 */
export function compareWithBefore(book: PlaceBook, id: string): Comparability {
  const steps = book.before.get(id) ?? [];
  if (steps.length === 0) return 'same';
  if (steps.some(({ kind, weight }) => kind === 'unknown' || (kind === 'part' && weight === null))) {
    return 'not_comparable';
  }
  return steps.every(({ kind }) => kind === 'whole') ? 'sum' : 'estimate';
}
