import { createAccount, disableAccount, endPost, givePost, listAccounts } from '@mangnon/domain/access/accounts.api.ts';
import type { NewHolding } from '@mangnon/domain/access/accounts.api.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import {
  implementRead,
  implementWrite,
  nothingStored,
  type Action,
  type TransactionContext,
} from '../platform/action/action.ts';
import {
  countActiveAdministrators,
  getAccountRow,
  insertAccount,
  listAccountRows,
  lockAccount,
  lockAdministration,
  setDisabled,
} from './accounts.queries.ts';
import { hashNewPassword } from './new-password.ts';
import { endHolding, findHoldingFault, insertHoldings } from './post-holdings.queries.ts';
import { closeSessionsOf } from './sessions.queries.ts';

/** Local accounts and their posts, by the administrator of the installation. The operation itself is the whole permission. */
export const accountActions: readonly Action[] = [
  implementRead(listAccounts, {
    answer: async (_input, { database }) => accept({ accounts: await listAccountRows(database) }),
  }),
  implementWrite(createAccount, {
    prepare: ({ body }) => hashNewPassword(body.password, body),
    load: nothingStored,
    authorise: () => true,
    async handle({ body }, _stored, context, passwordHash) {
      const { actor, database, now, audit } = context;
      const { login, name, title, holdings } = body;
      for (const [index, held] of holdings.entries()) {
        const checked = await checkHolding(held, `body.holdings.${index}`, context);
        if (!checked.ok) return checked;
      }
      const account = { login, name, title, holdings, passwordHash, createdBy: actor.accountId };
      const id = await insertAccount(database, account, now);
      if (id === null) return refuse('access.login_taken', { where: 'body.login', details: { login } });
      audit({ accountId: id });
      return accept(await getAccountRow(database, id));
    },
  }),
  implementWrite(givePost, {
    load: ({ params }, context) => loadAccount(params.accountId, context),
    authorise: () => true,
    async handle({ body }, account, context) {
      const checked = await checkHolding(body, 'body', context);
      if (!checked.ok) return checked;
      const { database, actor, now } = context;
      await insertHoldings(database, { accountId: account.id, givenBy: actor.accountId }, [body], now);
      return accept(await getAccountRow(database, account.id));
    },
  }),
  implementWrite(endPost, {
    load: ({ params }, context) => loadAccount(params.accountId, context),
    authorise: () => true,
    async handle({ params: { accountId, holdingId } }, account, { database, actor, now }) {
      const held = account.holdings.find(({ id }) => id === holdingId);
      if (held === undefined) return refuse('access.post_not_found');
      const administers = account.holdings.filter(({ post }) => post === 'system_administrator');
      const last = held.post === 'system_administrator' && administers.length === 1 && account.disabledAt === null;
      if (last && (await countActiveAdministrators(database)) === 1) return refuse('access.last_administrator');
      await endHolding(database, { accountId, holdingId, endedBy: actor.accountId }, now);
      return accept(await getAccountRow(database, accountId));
    },
  }),
  implementWrite(disableAccount, {
    load: ({ params }, context) => loadAccount(params.accountId, context),
    authorise: () => true,
    async handle(_input, account, { database, now }) {
      if (account.disabledAt !== null) return accept(account);
      const administers = account.holdings.some(({ post }) => post === 'system_administrator');
      const last = administers && (await countActiveAdministrators(database)) === 1;
      if (last) return refuse('access.last_administrator');
      await setDisabled(database, account.id, now);
      await closeSessionsOf(database, account.id, now);
      return accept(await getAccountRow(database, account.id));
    },
  }),
];

async function loadAccount(id: string, { database }: TransactionContext) {
  await lockAdministration(database);
  const account = await lockAccount(database, id);
  return account === null ? refuse('access.account_not_found') : accept(account);
}

async function checkHolding(held: NewHolding, where: string, context: TransactionContext): Promise<Result<null>> {
  if (held.nationwide && held.post !== 'inspector' && held.post !== 'statistician')
    return refuse('access.post_not_nationwide', { where: `${where}.nationwide` });
  if (held.nationwide && held.placeId) return refuse('access.post_not_nationwide', { where: `${where}.placeId` });
  const fault = await findHoldingFault(context.database, held, context.now);
  if (fault === 'place')
    return refuse('access.post_place_unknown', { where: `${where}.placeId`, details: { place: held.placeId } });
  if (fault === 'agency')
    return refuse('access.post_agency_unknown', { where: `${where}.agencyId`, details: { agency: held.agencyId } });
  if (fault === 'period') return refuse('access.post_outside_period', { where: `${where}.validFrom` });
  return accept(null);
}
