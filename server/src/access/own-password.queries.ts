import type { Kysely, Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';

interface OwnAccount {
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string | null;
}

export function getOwnAccount(database: Kysely<DB> | Transaction<DB>, accountId: string): Promise<OwnAccount> {
  return database
    .selectFrom('account')
    .select(['login', 'name', 'password_hash as passwordHash'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
}

/** Puts the new hash in the place of the old one. `false` where another change came first. */
export async function replacePasswordHash(
  database: Transaction<DB>,
  accountId: string,
  oldHash: string,
  newHash: string,
): Promise<boolean> {
  const updated = await database
    .updateTable('account')
    .set({ password_hash: newHash })
    .where('id', '=', accountId)
    .where('password_hash', '=', oldHash)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}
