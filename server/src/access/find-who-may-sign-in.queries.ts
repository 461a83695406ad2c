import type { TransactionContext } from '../platform/action/action.ts';

/**
 * The account, where it may be signed in to without its password: not disabled, and not one of the invented people of
 * a demo anywhere but in a demo on this machine.
 */
export async function findWhoMaySignIn(
  { database, caller }: Pick<TransactionContext, 'database' | 'caller'>,
  accountId: string,
  demo: boolean,
): Promise<{ readonly id: string } | null> {
  const account = await database
    .selectFrom('account')
    .select(['id', 'demo'])
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (account === undefined) return null;
  return account.demo && !(demo && caller.loopback) ? null : { id: account.id };
}
