import { createAccount, disableAccount, listAccounts } from '@mangnon/domain/access/accounts.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { implementRead, implementWrite, nothingStored, type Action } from '../platform/action/action.ts';
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
import { closeSessionsOf } from './sessions.queries.ts';

/** Local accounts, by the administrator of the installation. The operation itself is the whole permission. */
export const accountActions: readonly Action[] = [
  implementRead(listAccounts, {
    answer: async (_input, { database }) => accept({ accounts: await listAccountRows(database) }),
  }),
  implementWrite(createAccount, {
    prepare: ({ body }) => hashNewPassword(body.password, body),
    load: nothingStored,
    authorise: () => true,
    async handle({ body }, _stored, { actor, database, now, audit }, passwordHash) {
      const { login, name, title, roles } = body;
      const account = { login, name, title, roles, passwordHash, createdBy: actor.accountId };
      const id = await insertAccount(database, account, now);
      if (id === null) return refuse('access.login_taken', { where: 'body.login', details: { login } });
      audit({ accountId: id });
      return accept(await getAccountRow(database, id));
    },
  }),
  implementWrite(disableAccount, {
    async load({ params }, { database }) {
      await lockAdministration(database);
      const account = await lockAccount(database, params.accountId);
      return account === null ? refuse('access.account_not_found') : accept(account);
    },
    authorise: () => true,
    async handle(_input, account, { database, now }) {
      if (account.disabledAt !== null) return accept(account);
      const last = account.roles.includes('administrator') && (await countActiveAdministrators(database)) === 1;
      if (last) return refuse('access.last_administrator');
      await setDisabled(database, account.id, now);
      await closeSessionsOf(database, account.id, now);
      return accept(await getAccountRow(database, account.id));
    },
  }),
];
