import type { EntryCode } from '@mangnon/domain/access/accounts.api.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import { drawEntryCode, hashEntryCode } from './handed-code.ts';
import { insertInvitation, withdrawInvitations } from './invitations.queries.ts';

/** 72 hours: over a weekend, and no longer. */
export const codeLife = 72 * 3_600_000;

/** A new code for the account, in the place of any before. It is in the answer alone, and kept nowhere. */
export async function invite(accountId: string, { actor, database, now }: TransactionContext): Promise<EntryCode> {
  const code = drawEntryCode();
  const expiresAt = new Date(now.getTime() + codeLife);
  await withdrawInvitations(database, accountId, now);
  await insertInvitation(database, { accountId, codeHash: hashEntryCode(code), by: actor.accountId, expiresAt }, now);
  return { code, expiresAt: expiresAt.toISOString() };
}
