import type { Transaction } from 'kysely';
import { fullName, type Place, type Succession } from '@mangnon/domain/places/place.ts';
import type { PlaceSet } from '@mangnon/domain/places/place-change.ts';
import { findTouched, type PlaceDifference } from '@mangnon/domain/places/place-difference.ts';
import { findPlaceWords } from '@mangnon/domain/places/place-words.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { ChangeWriter } from './change-decisions.queries.ts';
import { keepChanges, type KeptChange } from './place-history.queries.ts';
import {
  checkCodesNow,
  deferCodeCheck,
  deleteSuccessions,
  insertPlaces,
  putSearchRows,
  putSuccessions,
  replaceNames,
  updatePlaces,
  type SearchRow,
} from './write-places.queries.ts';

/**
 * Brings the tables from one checked set to the next, and keeps what stood before in the history: in a number of
 * statements that does not grow with it.
 */
export async function writeDifference(
  database: Transaction<DB>,
  after: PlaceSet,
  difference: PlaceDifference,
  { decisionId, ...writer }: ChangeWriter & { readonly decisionId: string | null },
): Promise<void> {
  const { addedPlaces, changedPlaces, addedSuccessions, changedSuccessions, removedSuccessions } = difference;
  const changed = changedPlaces.map((change) => change.after);
  await deferCodeCheck(database);
  await updatePlaces(database, changed);
  const added = await insertPlaces(database, addedPlaces);
  if (added.size !== addedPlaces.length) throw new Error('a checked set of places overlaps with what is stored');
  await checkCodesNow(database);
  await replaceNames(database, [...addedPlaces, ...changed]);
  await deleteSuccessions(database, removedSuccessions);
  const put = [...addedSuccessions, ...changedSuccessions.map((change) => change.after)];
  await putSuccessions(database, put, { replace: true });
  await putSearchRows(database, makeSearchRows(after.places, findTouched(after, difference)));
  await keepChanges(database, listKeptChanges(after, difference), writer, decisionId);
}

/** What goes into the history: of each unit and succession what stood before and stands after. */
function listKeptChanges(
  after: PlaceSet,
  { addedPlaces, changedPlaces, addedSuccessions, changedSuccessions, removedSuccessions }: PlaceDifference,
): KeptChange[] {
  const nameOf = (id: string) => {
    const unit = after.places.get(id);
    return unit === undefined ? id : `${fullName(unit)} (${unit.code})`;
  };
  const ofUnit = (what: KeptChange['what'], unit: Place, before: Place | null): KeptChange => ({
    what,
    name: nameOf(unit.id),
    placeId: unit.id,
    otherId: null,
    before,
    after: unit,
  });
  const ofStep = (what: KeptChange['what'], before: Succession | null, now: Succession | null): KeptChange[] => {
    const step = now ?? before;
    if (step === null) return [];
    const { fromId: placeId, toId: otherId } = step;
    return [{ what, name: `${nameOf(placeId)} → ${nameOf(otherId)}`, placeId, otherId, before, after: now }];
  };
  return [
    ...addedPlaces.map((unit) => ofUnit('unit_added', unit, null)),
    ...changedPlaces.map((change) => ofUnit('unit_changed', change.after, change.before)),
    ...addedSuccessions.flatMap((step) => ofStep('succession_added', null, step)),
    ...changedSuccessions.flatMap((change) => ofStep('succession_changed', change.before, change.after)),
    ...removedSuccessions.flatMap((step) => ofStep('succession_removed', step, null)),
  ];
}

/** What these units are found by, for which those above them must be at hand. */
export function makeSearchRows(places: ReadonlyMap<string, Place>, units: readonly Place[]): SearchRow[] {
  return units.map((unit) => {
    const line: [Place, ...Place[]] = [unit];
    let above = unit.parentId === null ? undefined : places.get(unit.parentId);
    while (above !== undefined) {
      line.push(above);
      above = above.parentId === null ? undefined : places.get(above.parentId);
    }
    return { id: unit.id, ...findPlaceWords(line) };
  });
}
