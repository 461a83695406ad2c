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

export async function findInvitation(
  database: Kysely<DB> | Transaction<DB>,
  codeHash: Buffer,
): Promise<InvitationRow | null> {
  const row = await database
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
    ])
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return row ?? null;
}

/** Spends the code and sets the first password, together; `false` where something else came first. */
export async function spendInvitation(
  database: Transaction<DB>,
  { id, accountId }: Pick<InvitationRow, 'id' | 'accountId'>,
  passwordHash: string,
  now: Date,
): Promise<boolean> {
  const spent = await database
    .updateTable('invitation')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (spent.numUpdatedRows !== 1n) return false;
  const set = await database
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('id', '=', accountId)
    .where('password_hash', 'is', null)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return set.numUpdatedRows === 1n;
}
