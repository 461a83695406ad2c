import type { Kysely } from 'kysely';
import type { DB } from '../database/schema.generated.ts';
import { wrapAnew, type OpenedKeys } from './data-keys.ts';
import { destroyReplacedKeys, storeWrapped, takeKeysOlderThan } from './data-keys.queries.ts';
import { keepNewestVersion, markLeftVersions } from './key-versions.queries.ts';

const batch = 200;

/** A transaction that has read a field of before a replacement has ended long since. */
const replacedKeysStay = 60 * 60_000;

/**
 * Wraps every data key by the newest version, some at a time, each batch a transaction of its own: a kill loses at
 * most one batch of work, and several servers share it out. Fields are read and written all the while. Gives how many
 * keys it wrapped; those locked just now are left to the next call.
 */
export async function rewrapKeys(
  database: Kysely<DB>,
  opened: OpenedKeys,
  now: Date,
  stopping: AbortSignal,
): Promise<number> {
  const isStopping = () => stopping.aborted;
  let wrapped = 0;
  while (!isStopping()) {
    const count = await rewrapBatch(database, opened, now);
    wrapped += count;
    if (count === 0) break;
  }
  await destroyReplacedKeys(database, new Date(now.getTime() - replacedKeysStay), now);
  return wrapped;
}

function rewrapBatch(database: Kysely<DB>, opened: OpenedKeys, now: Date): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const version = await keepNewestVersion(transaction);
    const keys = await takeKeysOlderThan(transaction, version, batch);
    const fresh = await Promise.all(
      keys.map(async (key) => ({ id: key.id, wrapped: await wrapAnew(opened, key, version) })),
    );
    if (fresh.length > 0) await storeWrapped(transaction, fresh, version);
    else await markLeftVersions(transaction, version, now);
    return fresh.length;
  });
}
