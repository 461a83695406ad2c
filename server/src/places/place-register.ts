import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Place, Succession } from '@mangnon/domain/places/place.ts';
import { readSeedPlaces, type SeedTexts } from '@mangnon/domain/places/seed-places.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import {
  analyzePlaces,
  claimSeed,
  insertPlaces,
  putSearchRows,
  putSuccessions,
  replaceNames,
} from './write-places.queries.ts';
import { makeSearchRows } from './write-places.ts';

const seedFolder = new URL('../../../database/seed/places/', import.meta.url);

/**
 * Takes the units of database/seed/places into the database, once for each version of the files. What is there stays
 * as it is: an officer may have put it right. Copies of the program starting at once do it one after the other.
 */
export async function updatePlaceRegister(database: Kysely<DB>): Promise<void> {
  const texts = await readSeedTexts();
  const checksum = createHash('sha256').update(JSON.stringify(texts)).digest('hex');
  await database.transaction().execute(async (transaction) => {
    if (!(await claimSeed(transaction, checksum))) return;
    const { places, successions } = readSeedPlaces(texts);
    await addPlaces(transaction, places, successions);
    await analyzePlaces(transaction);
  });
}

/** Adds units that are not there yet with their successions. The units above them must be among them. */
export async function addPlaces(
  database: Transaction<DB>,
  places: readonly Place[],
  successions: readonly Succession[],
): Promise<void> {
  const added = await insertPlaces(database, places);
  const byId = new Map(places.map((unit) => [unit.id, unit]));
  const newUnits = places.filter(({ id }) => added.has(id));
  await replaceNames(database, newUnits);
  const known = successions.filter(({ fromId, toId }) => added.has(fromId) && added.has(toId));
  await putSuccessions(database, known, { replace: false });
  await putSearchRows(database, makeSearchRows(byId, newUnits));
}

async function readSeedTexts(): Promise<SeedTexts> {
  const read = (name: string) => readFile(new URL(`${name}.csv`, seedFolder), 'utf8');
  return {
    before: await read('units-before-2025-07'),
    from: await read('units-from-2025-07'),
    successions: await read('successions-2025-07'),
  };
}
