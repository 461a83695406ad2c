import { randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DB } from '../database/schema.generated.ts';
import { insertDataKey, type KeySubject, type StoredKey } from './data-keys.queries.ts';
import type { KeyCache } from './key-cache.ts';
import type { KeyHolder } from './key-holder.ts';
import { keepNewestVersion } from './key-versions.queries.ts';

/** What opens data keys: the holder of the key-encryption key, and a short memory. */
export interface OpenedKeys {
  readonly holder: KeyHolder;
  readonly cache: KeyCache;
}

/** A wrapped key opens only as the key of this id and subject: two rows whose bytes were exchanged open neither. */
export function aboutDataKey(id: string, kind: string, subjectId: string): readonly string[] {
  return ['data key', id, kind, subjectId];
}

/** Makes the subject's key in the caller's transaction and gives its id; `null` where it has had one already. */
export async function createDataKey(
  transaction: Transaction<DB>,
  { holder, cache }: OpenedKeys,
  subject: KeySubject,
  now: Date,
): Promise<string | null> {
  const version = await keepNewestVersion(transaction);
  const [id, key] = [randomUUID(), randomBytes(32)];
  const wrapped = await holder.wrap(version, key, aboutDataKey(id, subject.kind, subject.id));
  const inserted = await insertDataKey(transaction, { id, subject, wrapped, version }, now);
  if (!inserted) return null;
  cache.keep(id, wrapped, key);
  return id;
}

/** The key itself; `null` where it was destroyed or its wrapped bytes are not what was stored. */
export async function unwrapDataKey(
  { holder, cache }: OpenedKeys,
  { id, subject_kind, subject_id, wrapped, kek_version }: StoredKey,
): Promise<Buffer | null> {
  if (wrapped === null) return null;
  const remembered = cache.find(id, wrapped);
  if (remembered !== null) return remembered;
  const key = await holder.unwrap(kek_version, wrapped, aboutDataKey(id, subject_kind, subject_id));
  if (key !== null) cache.keep(id, wrapped, key);
  return key;
}

/** The same key wrapped by another version. Throws where it does not open: somebody changed the row. */
export async function wrapAnew(opened: OpenedKeys, stored: StoredKey, version: number): Promise<Buffer> {
  const key = await unwrapDataKey(opened, stored);
  if (key === null) throw new Error(`the data key ${stored.id} does not open`);
  return opened.holder.wrap(version, key, aboutDataKey(stored.id, stored.subject_kind, stored.subject_id));
}
