import type { Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';

/** A recovery found by its code: of two officers (`recovery`), or of the operator at the server (`operator_recovery`). */
interface Spent {
  readonly table: 'recovery' | 'operator_recovery';
  readonly id: string;
  readonly accountId: string;
}

/**
 * Spends a recovery and puts the new password in the place of the old one; `false` where something else came first: it
 * was used, withdrawn or is over, or the account was disabled.
 */
export async function spendRecovery(
  database: Transaction<DB>,
  { table, id, accountId }: Spent,
  passwordHash: string,
  now: Date,
): Promise<boolean> {
  const spent = await database
    .updateTable(table)
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (spent.numUpdatedRows !== 1n) return false;
  const set = await database
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return set.numUpdatedRows === 1n;
}
