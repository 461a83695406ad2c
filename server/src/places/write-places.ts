import type { Transaction } from 'kysely';
import type { Place } from '@mangnon/domain/places/place.ts';
import type { PlaceSet } from '@mangnon/domain/places/place-change.ts';
import { findTouched, type PlaceDifference } from '@mangnon/domain/places/place-difference.ts';
import { findPlaceWords } from '@mangnon/domain/places/place-words.ts';
import type { DB } from '../platform/database/schema.generated.ts';
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

/** Brings the tables from one checked set to the next, in a number of statements that does not grow with it. */
export async function writeDifference(
  database: Transaction<DB>,
  after: PlaceSet,
  difference: PlaceDifference,
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
