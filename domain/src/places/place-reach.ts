import { listConcernedIds, type PlaceDifference } from './place-difference.ts';
import { makePlaceBook, type PlaceBook } from './place-book.ts';
import type { PlaceSet } from './place-change.ts';
import type { Place } from './place.ts';

/** The places somebody's posts reach for one operation, by row rule (access/posts.ts). */
export interface PlaceReach {
  readonly own: ReadonlySet<string>;
  readonly below: ReadonlySet<string>;
  readonly nation: boolean;
}

/**
 * Whether a unit lies where the posts reach: it is an own place or lies in a place below which they reach. An older unit
 * that went whole into another counts as that one, so that the ground of a commune before its merger is reached too.
 */
export function isInReach(book: PlaceBook, unit: Place, { own, below, nation }: PlaceReach): boolean {
  if (nation) return true;
  const seen = new Set<string>();
  const open: { readonly unit: Place; readonly itself: boolean }[] = [{ unit, itself: true }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const { id, parentId } = step.unit;
    if (below.has(id) || (step.itself && own.has(id))) return true;
    // Once as the unit itself and once as what lies above it: the two are not reached by the same rule.
    const key = `${id} ${step.itself}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const next of (book.after.get(id) ?? []).filter(({ kind }) => kind === 'whole')) {
      const successor = book.byId.get(next.toId);
      if (successor !== undefined) open.push({ unit: successor, itself: step.itself });
    }
    const above = parentId === null ? undefined : book.byId.get(parentId);
    if (above !== undefined) open.push({ unit: above, itself: false });
  }
  return false;
}

/**
 * The units a difference touches that the posts do not reach; empty when all of it may be written. What stands is
 * judged as it is stored, so that an act cannot move a unit into one's reach; what is new, by the unit above it.
 */
export function findOutsideReach(
  before: PlaceSet,
  after: PlaceSet,
  difference: PlaceDifference,
  reach: PlaceReach,
): Place[] {
  const book = makePlaceBook([...before.places.values()], [...before.successions.values()]);
  const isOutside = (id: string): boolean => {
    const stored = before.places.get(id);
    if (stored !== undefined) return !isInReach(book, stored, reach);
    const added = after.places.get(id);
    // Nobody's: that there is no such unit is for `checkPlaces` to say.
    if (added === undefined) return false;
    return added.parentId === null ? !reach.nation : isOutside(added.parentId);
  };
  const newParents = difference.changedPlaces.flatMap((change) =>
    change.before.parentId === change.after.parentId ? [] : (change.after.parentId ?? []),
  );
  return [...new Set([...listConcernedIds(difference), ...newParents])]
    .filter(isOutside)
    .flatMap((id) => after.places.get(id) ?? []);
}
