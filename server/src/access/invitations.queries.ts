import type { Kysely, Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';

export interface InvitationRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly login: string;
  readonly disabledAt: Date | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export async function insertInvitation(
  database: Transaction<DB>,
  made: { readonly accountId: string; readonly codeHash: Buffer; readonly by: string; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
  await database
    .insertInto('invitation')
    .values({
      account_id: made.accountId,
      code_hash: made.codeHash,
      made_by: made.by,
      made_at: now,
      expires_at: made.expiresAt,
    })
    .execute();
}

/** Takes back whatever code the account has that was not used. */
export async function withdrawInvitations(database: Transaction<DB>, accountId: string, now: Date): Promise<void> {
  await database
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

type Database = Kysely<DB> | Transaction<DB>;

function selectInvitation(database: Database) {
  return database
    .selectFrom('invitation')
    .innerJoin('account', 'account.id', 'invitation.account_id')
    .select([
      'invitation.id',
      'invitation.account_id as accountId',
      'account.name',
      'account.login',
      'account.disabled_at as disabledAt',
      'invitation.expires_at as expiresAt',
      'invitation.used_at as usedAt',
      'invitation.withdrawn_at as withdrawnAt',
    ]);
}

export async function findInvitation(database: Database, codeHash: Buffer): Promise<InvitationRow | null> {
  return (await selectInvitation(database).where('code_hash', '=', codeHash).executeTakeFirst()) ?? null;
}

export async function findInvitationById(database: Database, id: string): Promise<InvitationRow | null> {
  return (await selectInvitation(database).where('invitation.id', '=', id).executeTakeFirst()) ?? null;
}

/** Spends the code; `false` where something else came first. */
export async function spendInvitation(database: Transaction<DB>, id: string, now: Date): Promise<boolean> {
  const spent = await database
    .updateTable('invitation')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

/** `false` where the account has a password, or was disabled in the meantime. */
export async function setFirstPassword(
  database: Transaction<DB>,
  accountId: string,
  passwordHash: string,
): Promise<boolean> {
  const set = await database
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('id', '=', accountId)
    .where('password_hash', 'is', null)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return set.numUpdatedRows === 1n;
}
