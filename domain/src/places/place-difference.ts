import { isSameValue } from '../kernel/same-value.ts';
import type { Place, Succession } from './place.ts';
import type { PlaceSet } from './place-change.ts';

export interface Changed<Item> {
  readonly before: Item;
  readonly after: Item;
}

/** What must be written to come from one set to another. Units are never removed. */
export interface PlaceDifference {
  readonly addedPlaces: readonly Place[];
  readonly changedPlaces: readonly Changed<Place>[];
  readonly addedSuccessions: readonly Succession[];
  readonly changedSuccessions: readonly Changed<Succession>[];
  readonly removedSuccessions: readonly Succession[];
}

export function findDifference(before: PlaceSet, after: PlaceSet): PlaceDifference {
  const places = compare(before.places, after.places);
  const successions = compare(before.successions, after.successions);
  return {
    addedPlaces: places.added,
    changedPlaces: places.changed,
    addedSuccessions: successions.added,
    changedSuccessions: successions.changed,
    removedSuccessions: [...before.successions].filter(([key]) => !after.successions.has(key)).map(([, step]) => step),
  };
}

function compare<Item>(before: ReadonlyMap<string, Item>, after: ReadonlyMap<string, Item>) {
  const added: Item[] = [];
  const changed: Changed<Item>[] = [];
  for (const [key, item] of after) {
    const known = before.get(key);
    if (known === undefined) added.push(item);
    else if (known !== item && !isSameValue(known, item)) changed.push({ before: known, after: item });
  }
  return { added, changed };
}

/** Ids of the units a difference says something about, each once. */
export function listConcernedIds(difference: PlaceDifference): string[] {
  const { addedPlaces, changedPlaces, addedSuccessions, changedSuccessions, removedSuccessions } = difference;
  const steps = [...addedSuccessions, ...changedSuccessions.map(({ after }) => after), ...removedSuccessions];
  const units = [...addedPlaces, ...changedPlaces.map(({ after }) => after)];
  return [...new Set([...units.map(({ id }) => id), ...steps.flatMap(({ fromId, toId }) => [fromId, toId])])];
}

/** The units whose search words a difference touches: those added or renamed, and all below a renamed one. */
export function findTouched(after: PlaceSet, { addedPlaces, changedPlaces }: PlaceDifference): Place[] {
  const renamed = changedPlaces.filter(
    ({ before, after: now }) =>
      before.name !== now.name ||
      before.type !== now.type ||
      before.parentId !== now.parentId ||
      !isSameValue(before.changes, now.changes),
  );
  const touched = new Set([...addedPlaces, ...renamed.map((change) => change.after)].map(({ id }) => id));
  if (renamed.length === 0) return [...touched].flatMap((id) => after.places.get(id) ?? []);
  return [...after.places.values()].filter((unit) => {
    for (let one: Place | undefined = unit; one; one = one.parentId ? after.places.get(one.parentId) : undefined) {
      if (touched.has(one.id)) return true;
    }
    return false;
  });
}
