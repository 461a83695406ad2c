import type { Transaction } from 'kysely';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { DB } from '../database/schema.generated.ts';
import { createDataKey, unwrapDataKey, type OpenedKeys } from './data-keys.ts';
import { findDataKeys, keepDataKey, lockCurrentKey, type KeySubject, type StoredKey } from './data-keys.queries.ts';
import { keyIdOf, openCell, sealCell, type CellPlace } from './sealed-cell.ts';

export interface SealedCell {
  readonly place: CellPlace;
  readonly sealed: Buffer;
}

/**
 * Seals and opens fields within one transaction. A key found or used for sealing is kept by that transaction:
 * destroying or replacing it waits until the transaction ends, so nothing is ever sealed under a key just gone.
 */
export interface Sealer {
  /** Makes the key of a child or case. Refuses `keys.destroyed` where one stood before: destroying is for good. */
  createKey(subject: KeySubject): Promise<Result<string>>;
  /** The id of the key new fields of the subject are sealed under. Throws where it never had one. */
  findKey(subject: KeySubject): Promise<Result<string>>;
  /** Refuses `keys.destroyed`, `keys.cannot_open` (the key's own row was tampered with). */
  seal(keyId: string, place: CellPlace, text: string): Promise<Result<Buffer>>;
  /** Refuses `keys.destroyed`, `keys.cannot_open`; never gives part of a text. */
  open(place: CellPlace, sealed: Buffer): Promise<Result<string>>;
  /** Like `open` for many, in their order, with one statement. */
  openAll(cells: readonly SealedCell[]): Promise<Result<string>[]>;
}

/** Somebody replaced the key since it was found: the whole action is done again, as after any other clash. */
class KeyReplaced extends Error {
  readonly code = '40001';
}

/** `opened` is `null` where no key is set: everything is refused with `keys.not_set_up`. */
export function sealerIn(transaction: Transaction<DB>, opened: OpenedKeys | null, now: Date): Sealer {
  const kept = new Map<string, StoredKey>();
  const destroyed = refuse('keys.destroyed');
  const notSetUp = refuse('keys.not_set_up');

  async function keep(keyId: string): Promise<StoredKey> {
    const stored = kept.get(keyId) ?? (await keepDataKey(transaction, keyId));
    if (stored === undefined) throw new Error(`there is no data key ${keyId}`);
    if (stored.replaced_at !== null) throw new KeyReplaced(`the data key ${keyId} was replaced`);
    kept.set(keyId, stored);
    return stored;
  }

  async function openAll(cells: readonly SealedCell[]): Promise<Result<string>[]> {
    if (opened === null) return cells.map(() => notSetUp);
    const ids = new Set(cells.map(({ sealed }) => keyIdOf(sealed)).filter((id) => id !== null));
    const found = ids.size === 0 ? [] : await findDataKeys(transaction, [...ids]);
    const keys = new Map(found.map((stored) => [stored.id, stored]));
    return Promise.all(
      cells.map(async ({ place, sealed }) => {
        const stored = keys.get(keyIdOf(sealed) ?? '');
        if (stored?.wrapped === null) return destroyed;
        const key = stored === undefined ? null : await unwrapDataKey(opened, stored);
        const text = key === null ? null : openCell(key, place, sealed);
        return text === null ? cannotOpen(place) : accept(text);
      }),
    );
  }

  return {
    openAll,
    async open(place, sealed) {
      const [result] = await openAll([{ place, sealed }]);
      return result ?? cannotOpen(place);
    },
    async createKey(subject) {
      if (opened === null) return notSetUp;
      const id = await createDataKey(transaction, opened, subject, now);
      return id === null ? destroyedOrThrow(await lockCurrentKey(transaction, subject, 'share'), subject) : accept(id);
    },
    async findKey(subject) {
      if (opened === null) return notSetUp;
      // A second look: the first one may have waited for somebody who replaced the key.
      const stored =
        (await lockCurrentKey(transaction, subject, 'share')) ?? (await lockCurrentKey(transaction, subject, 'share'));
      if (stored === undefined) throw new Error(`${subject.kind} ${subject.id} has no key`);
      kept.set(stored.id, stored);
      return stored.wrapped === null ? destroyed : accept(stored.id);
    },
    async seal(keyId, place, text) {
      if (opened === null) return notSetUp;
      const stored = await keep(keyId);
      if (stored.wrapped === null) return destroyed;
      const key = await unwrapDataKey(opened, stored);
      return key === null ? cannotOpen(place) : accept(sealCell(key, keyId, place, text));
    },
  };
}

function destroyedOrThrow(stored: StoredKey | undefined, { kind, id }: KeySubject): Result<string> {
  if (stored?.wrapped === null) return refuse('keys.destroyed');
  throw new Error(`${kind} ${id} has a key already`);
}

function cannotOpen({ table, column, rowId }: CellPlace): Result<never> {
  return refuse('keys.cannot_open', { where: `${table}.${column}`, details: { column, rowId } });
}
