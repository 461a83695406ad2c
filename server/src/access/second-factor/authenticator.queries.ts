import type { Kysely, Transaction } from 'kysely';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { RecoveryCodes } from './recovery-codes.ts';

type Database = Kysely<DB> | Transaction<DB>;

export interface AuthenticatorRow {
  readonly secret_sealed: Buffer | null;
  readonly next_secret_sealed: Buffer | null;
  readonly last_step: number | null;
  readonly recovery_salt: Buffer;
}

const columns = ['secret_sealed', 'next_secret_sealed', 'last_step', 'recovery_salt'] as const;

export async function findAuthenticator(database: Database, accountId: string): Promise<AuthenticatorRow | null> {
  const row = await database
    .selectFrom('authenticator')
    .select(columns)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row ?? null;
}

/** Locked until the end of the transaction: of two who send one code at once, the second finds it spent. */
export async function lockAuthenticator(
  database: Transaction<DB>,
  accountId: string,
): Promise<AuthenticatorRow | null> {
  const row = await database
    .selectFrom('authenticator')
    .select(columns)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Puts down the secret of an app on its way in; one that stands stays good. */
export async function keepNextSecret(database: Transaction<DB>, accountId: string, sealed: Buffer): Promise<void> {
  await database
    .insertInto('authenticator')
    .values({ account_id: accountId, next_secret_sealed: sealed, recovery_salt: Buffer.alloc(16) })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ next_secret_sealed: sealed }))
    .execute();
}

/** The new app takes the place of the one before, with new codes on paper. */
export async function confirmSecret(
  database: Transaction<DB>,
  accountId: string,
  confirmed: { readonly sealed: Buffer; readonly step: number; readonly recovery: RecoveryCodes },
  now: Date,
): Promise<void> {
  const { sealed, step, recovery } = confirmed;
  await database
    .updateTable('authenticator')
    .set({
      secret_sealed: sealed,
      next_secret_sealed: null,
      confirmed_at: now,
      last_step: step,
    })
    .where('account_id', '=', accountId)
    .execute();
  await replaceRecoveryCodes(database, accountId, recovery);
}

/** New codes on paper for an account, with or without an app; those before them are void. */
export async function replaceRecoveryCodes(
  database: Transaction<DB>,
  accountId: string,
  recovery: RecoveryCodes,
): Promise<void> {
  await database
    .insertInto('authenticator')
    .values({ account_id: accountId, recovery_salt: recovery.salt })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ recovery_salt: recovery.salt }))
    .execute();
  await database.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  const codes = recovery.hashes.map((code_hash) => ({ account_id: accountId, code_hash }));
  await database.insertInto('recovery_code').values(codes).execute();
}

export async function spendStep(database: Transaction<DB>, accountId: string, step: number): Promise<void> {
  await database.updateTable('authenticator').set({ last_step: step }).where('account_id', '=', accountId).execute();
}

/** `false` where there is no such code, or it was used before. */
export async function spendRecoveryCode(
  database: Transaction<DB>,
  accountId: string,
  codeHash: string,
  now: Date,
): Promise<boolean> {
  const spent = await database
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}
