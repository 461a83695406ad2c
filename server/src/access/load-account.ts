import type { AccountPage } from '@mangnon/domain/access/accounts.api.ts';
import type { Operation } from '@mangnon/domain/access/operations.ts';
import { canDo } from '@mangnon/domain/access/posts.access.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import { findAccount, presentAccount, type StoredAccount } from './account-pages.queries.ts';
import { lockAdministration } from './accounts.queries.ts';

/** The account, locked; what the caller may not know of is not there. */
export async function loadAccount(id: string, context: TransactionContext): Promise<Result<StoredAccount>> {
  const { database, now } = context;
  await lockAdministration(database);
  const account = await findAccount(database, id, now, true);
  return account === null ? refuse('access.account_not_found') : accept(account);
}

/** The same for an act that nobody does to themselves. */
export async function loadAnothers(id: string, context: TransactionContext): Promise<Result<StoredAccount>> {
  return id === context.actor.accountId ? refuse('access.not_oneself') : loadAccount(id, context);
}

export function present(account: StoredAccount, { actor }: TransactionContext): AccountPage {
  return presentAccount(account, actor.accountId, (operation: Operation) => canDo(actor.posts, operation));
}

/** The account as it stands now. */
export async function showAccount(id: string, context: TransactionContext): Promise<Result<AccountPage>> {
  const account = await findAccount(context.database, id, context.now);
  return account === null ? refuse('access.account_not_found') : accept(present(account, context));
}
