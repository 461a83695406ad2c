import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { DataKey, DB } from '../database/schema.generated.ts';

export type SubjectKind = 'child' | 'case' | 'account' | 'name_search';

/** Whose key it is. */
export interface KeySubject {
  readonly kind: SubjectKind;
  readonly id: string;
}

export type StoredKey = Pick<
  Selectable<DataKey>,
  'id' | 'subject_kind' | 'subject_id' | 'wrapped' | 'kek_version' | 'replaced_at'
>;

const stored = ['id', 'subject_kind', 'subject_id', 'wrapped', 'kek_version', 'replaced_at'] as const;

/** `false` where the subject has a key already, destroyed or not: destroying is for good. */
export async function insertDataKey(
  transaction: Transaction<DB>,
  key: { id: string; subject: KeySubject; wrapped: Buffer; version: number },
  now: Date,
): Promise<boolean> {
  const inserted = await transaction
    .insertInto('data_key')
    .values({
      id: key.id,
      subject_kind: key.subject.kind,
      subject_id: key.subject.id,
      wrapped: key.wrapped,
      kek_version: key.version,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The keys with these ids, as they stand. */
export function findDataKeys(database: Kysely<DB>, ids: readonly string[]): Promise<StoredKey[]> {
  // One array, so that it is one statement however many there are, and planned once.
  return database
    .selectFrom('data_key')
    .select(stored)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}

/** One key, kept as it is until the transaction ends: rotation and destruction wait for who seals under it. */
export function keepDataKey(transaction: Transaction<DB>, id: string): Promise<StoredKey | undefined> {
  return transaction.selectFrom('data_key').select(stored).where('id', '=', id).forShare().executeTakeFirst();
}

/** The key new fields of the subject are sealed under, locked. */
export function lockCurrentKey(
  transaction: Transaction<DB>,
  { kind, id }: KeySubject,
  strength: 'share' | 'update',
): Promise<StoredKey | undefined> {
  const current = transaction
    .selectFrom('data_key')
    .select(stored)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('replaced_at', 'is', null);
  return (strength === 'share' ? current.forShare() : current.forUpdate()).executeTakeFirst();
}

/** The same without a lock, for reading. */
export function findKeyOfSubject(database: Kysely<DB>, { kind, id }: KeySubject): Promise<StoredKey | undefined> {
  return database
    .selectFrom('data_key')
    .select(stored)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
}

export async function markReplaced(transaction: Transaction<DB>, id: string, now: Date): Promise<void> {
  await transaction.updateTable('data_key').set({ replaced_at: now }).where('id', '=', id).execute();
}

/** Overwrites every key of the subject; gives how many there were. */
export async function destroyKeysOf(transaction: Transaction<DB>, subject: KeySubject, now: Date): Promise<number> {
  const destroyed = await transaction
    .updateTable('data_key')
    .set({ wrapped: null, destroyed_at: now })
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('destroyed_at', 'is', null)
    .executeTakeFirst();
  return Number(destroyed.numUpdatedRows);
}

/** Overwrites keys that were replaced before `time`: nothing is sealed under them any more, nobody still reads. */
export async function destroyReplacedKeys(database: Kysely<DB>, time: Date, now: Date): Promise<number> {
  const destroyed = await database
    .updateTable('data_key')
    .set({ wrapped: null, destroyed_at: now })
    .where('replaced_at', '<', time)
    .where('destroyed_at', 'is', null)
    .executeTakeFirst();
  return Number(destroyed.numUpdatedRows);
}

/** Some of the keys wrapped by a version older than `version`, locked; those in use elsewhere are left for later. */
export function takeKeysOlderThan(transaction: Transaction<DB>, version: number, limit: number): Promise<StoredKey[]> {
  return transaction
    .selectFrom('data_key')
    .select(stored)
    .where('kek_version', '<', version)
    .where('destroyed_at', 'is', null)
    .orderBy('kek_version')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function storeWrapped(
  transaction: Transaction<DB>,
  keys: readonly { id: string; wrapped: Buffer }[],
  version: number,
): Promise<void> {
  await sql`
    update data_key set wrapped = fresh.wrapped, kek_version = ${version}
      from (select unnest(${keys.map(({ id }) => id)}::uuid[]) as id,
                   unnest(${keys.map(({ wrapped }) => wrapped)}::bytea[]) as wrapped) as fresh
     where data_key.id = fresh.id`.execute(transaction);
}
