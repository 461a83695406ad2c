import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { DB, KeyEncryptionKey } from '../database/schema.generated.ts';

export type StoredVersion = Selectable<KeyEncryptionKey> & {
  /** How many data keys stand under it. */
  readonly keys: number;
};

const lockName = 'mangnon key versions';

/** One copy of the program at a time decides about versions. */
export async function lockVersions(transaction: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${lockName}, 0))`.execute(transaction);
}

/** All versions this database has been under, oldest first. */
export function listStoredVersions(database: Kysely<DB>): Promise<StoredVersion[]> {
  return database
    .selectFrom('key_encryption_key')
    .selectAll()
    .select((row) =>
      row
        .selectFrom('data_key')
        .whereRef('kek_version', '=', 'key_encryption_key.version')
        .where('destroyed_at', 'is', null)
        .select((count) => count.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('keys'),
    )
    .orderBy('version')
    .execute();
}

export async function insertVersion(database: Kysely<DB>, version: number, proof: Buffer, now: Date): Promise<void> {
  await database.insertInto('key_encryption_key').values({ version, proof, first_used_at: now }).execute();
}

/** The version that wraps new keys, kept from being left or retired until the transaction ends. */
export async function keepNewestVersion(transaction: Transaction<DB>): Promise<number> {
  const { version } = await transaction
    .selectFrom('key_encryption_key')
    .select('version')
    .where('retired_at', 'is', null)
    .orderBy('version', 'desc')
    .limit(1)
    .forShare()
    .executeTakeFirstOrThrow();
  return version;
}

/**
 * Notes for each older version that no key stands under it any more. The rows are locked in a statement of their own,
 * so that a key made under an old version by a transaction just ending is seen by the one that looks.
 */
export async function markLeftVersions(transaction: Transaction<DB>, newest: number, now: Date): Promise<void> {
  const older = await transaction
    .selectFrom('key_encryption_key')
    .select('version')
    .where('version', '<', newest)
    .where('left_at', 'is', null)
    .forUpdate()
    .execute();
  if (older.length === 0) return;
  const versions = older.map(({ version }) => version);
  await transaction
    .updateTable('key_encryption_key')
    .set({ left_at: now })
    .where('version', 'in', versions)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('data_key')
            .select('id')
            .whereRef('kek_version', '=', 'key_encryption_key.version')
            .where('destroyed_at', 'is', null),
        ),
      ),
    )
    .execute();
}

/** Gives up versions left before `time` (none newer than `newest`); says which. */
export async function retireVersions(transaction: Transaction<DB>, time: Date, now: Date): Promise<number[]> {
  const left = await transaction
    .selectFrom('key_encryption_key')
    .select('version')
    .where('left_at', '<=', time)
    .where('retired_at', 'is', null)
    .forUpdate()
    .execute();
  const versions: number[] = [];
  for (const { version } of left) {
    const retired = await transaction
      .updateTable('key_encryption_key')
      .set({ retired_at: now })
      .where('version', '=', version)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('data_key').select('id').where('kek_version', '=', version).where('destroyed_at', 'is', null),
          ),
        ),
      )
      .executeTakeFirst();
    if (retired.numUpdatedRows > 0n) versions.push(version);
  }
  return versions;
}
