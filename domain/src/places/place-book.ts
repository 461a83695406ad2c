import { stoodOn, type Place, type Succession } from './place.ts';

/** All places and successions, looked up by id, code, parent and succession. */
export interface PlaceBook {
  readonly byId: ReadonlyMap<string, Place>;
  readonly byCode: ReadonlyMap<string, readonly Place[]>;
  readonly children: ReadonlyMap<string, readonly Place[]>;
  readonly after: ReadonlyMap<string, readonly Succession[]>;
  readonly before: ReadonlyMap<string, readonly Succession[]>;
}

function group<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [item]);
    else members.push(item);
  }
  return groups;
}

export function makePlaceBook(places: readonly Place[], successions: readonly Succession[]): PlaceBook {
  return {
    byId: new Map(places.map((unit) => [unit.id, unit])),
    byCode: group(places, ({ code }) => code),
    children: group(places, ({ parentId }) => parentId),
    after: group(successions, ({ fromId }) => fromId),
    before: group(successions, ({ toId }) => toId),
  };
}

/** The unit that had this code on that day, if any. */
export function findByCode(book: PlaceBook, code: string, day: string): Place | undefined {
  return book.byCode.get(code)?.find((unit) => stoodOn(unit, day));
}
