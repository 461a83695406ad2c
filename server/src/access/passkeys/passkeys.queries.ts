import type { Kysely, Transaction } from 'kysely';
import type { Passkey } from '@mangnon/domain/access/passkeys.api.ts';
import type { DB } from '../../platform/database/schema.generated.ts';

type Database = Kysely<DB> | Transaction<DB>;

/** What is needed of a key to look at its signature. */
export interface StoredPasskey {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly transports: string[];
}

const stored = [
  'id',
  'account_id as accountId',
  'credential_id as credentialId',
  'public_key as publicKey',
  'transports',
] as const;

export async function listPasskeyRows(database: Database, accountId: string): Promise<Passkey[]> {
  const rows = await database
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'last_used_at', 'synced'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ created_at, last_used_at, ...row }) => ({
    ...row,
    createdAt: created_at.toISOString(),
    lastUsedAt: last_used_at?.toISOString() ?? null,
  }));
}

/** All keys of an account, locked until the end of the transaction: of two who remove one, the second sees the first. */
export function lockPasskeys(database: Transaction<DB>, accountId: string): Promise<StoredPasskey[]> {
  return database
    .selectFrom('passkey')
    .select(stored)
    .where('account_id', '=', accountId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** By the name the key gives itself. */
export async function findPasskey(database: Database, credentialId: string): Promise<StoredPasskey | null> {
  const row = await database
    .selectFrom('passkey')
    .select(stored)
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  return row ?? null;
}

export interface NewPasskey {
  readonly accountId: string;
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly signCount: number;
  readonly transports: readonly string[];
  readonly synced: boolean;
  readonly name: string;
}

/** Gives the id, or `null` where this key is registered already. */
export async function insertPasskey(database: Transaction<DB>, key: NewPasskey, now: Date): Promise<string | null> {
  const inserted = await database
    .insertInto('passkey')
    .values({
      account_id: key.accountId,
      credential_id: key.credentialId,
      public_key: Buffer.from(key.publicKey),
      sign_count: key.signCount,
      transports: [...key.transports],
      synced: key.synced,
      name: key.name,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id ?? null;
}

/**
 * Notes a use. The count is compared in the statement that stores it, so that of two answers with one count the second
 * finds it spent. `false`: the key says it has signed no more often than before, so there are two of it (WebAuthn 3,
 * 7.2 step 22). Keys that never count stay at 0.
 */
export async function noteUse(
  database: Transaction<DB>,
  passkeyId: string,
  signCount: number,
  now: Date,
): Promise<boolean> {
  const updated = await database
    .updateTable('passkey')
    .set({ sign_count: signCount, last_used_at: now })
    .where('id', '=', passkeyId)
    .where((row) =>
      row.or([row('sign_count', '<', signCount), row.and([row('sign_count', '=', 0), row.val(signCount === 0)])]),
    )
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

export async function deletePasskey(database: Transaction<DB>, passkeyId: string): Promise<void> {
  await database.deleteFrom('passkey').where('id', '=', passkeyId).execute();
}
