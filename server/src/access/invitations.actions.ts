import {
  acceptInvitation,
  openInvitation,
  renewInvitation,
  withdrawInvitation,
} from '@mangnon/domain/access/invitations.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { implementWrite, type Action, type TransactionContext } from '../platform/action/action.ts';
import { checkInvitation } from './check-invitation.ts';
import { hashEntryCode } from './handed-code.ts';
import { findInvitation, setFirstPassword, spendInvitation, withdrawInvitations } from './invitations.queries.ts';
import { invite } from './invite.ts';
import { loadAnothers, showAccount } from './load-account.ts';
import { hashNewPassword } from './new-password.ts';
import { openSession } from './open-session.ts';

async function loadInvited(accountId: string, context: TransactionContext) {
  const loaded = await loadAnothers(accountId, context);
  if (!loaded.ok || loaded.value.state === 'invited') return loaded;
  return refuse(loaded.value.state === 'disabled' ? 'access.account_disabled' : 'access.already_came_in');
}

/** Inviting once more, and coming in by an invitation. The first one is made with the account (accounts.actions.ts). */
export function invitationActions(demo: boolean): Action[] {
  return [
    implementWrite(renewInvitation, {
      load: ({ params }, context) => loadInvited(params.accountId, context),
      authorise: (account) => account.kept,
      async handle({ params }, _account, context) {
        const invitation = await invite(params.accountId, context);
        const shown = await showAccount(params.accountId, context);
        return shown.ok ? accept({ account: shown.value, invitation }) : shown;
      },
    }),
    implementWrite(withdrawInvitation, {
      load: ({ params }, context) => loadInvited(params.accountId, context),
      authorise: (account) => account.kept,
      async handle({ params }, _account, context) {
        await withdrawInvitations(context.database, params.accountId, context.now);
        return showAccount(params.accountId, context);
      },
    }),
    implementWrite(openInvitation, {
      load: async ({ body }, { database, now }) =>
        checkInvitation(await findInvitation(database, hashEntryCode(body.code)), now),
      authorise: () => true,
      async handle(_input, { accountId, name, login, expiresAt }, { audit }) {
        audit({ accountId });
        return accept({ name, login, expiresAt: expiresAt.toISOString() });
      },
    }),
    implementWrite(acceptInvitation, {
      async prepare({ body }, { database, now }) {
        const found = checkInvitation(await findInvitation(database, hashEntryCode(body.code)), now);
        return found.ok ? hashNewPassword(body.password, found.value) : found;
      },
      load: async ({ body }, { database, now }) =>
        checkInvitation(await findInvitation(database, hashEntryCode(body.code)), now),
      authorise: () => true,
      async handle(_input, found, context, passwordHash) {
        const { database, now, audit } = context;
        // Of two who send one code at once, the second finds it spent.
        const spent = await spendInvitation(database, found.id, now);
        if (!spent || !(await setFirstPassword(database, found.accountId, passwordHash)))
          return refuse('access.invitation_used', { where: 'body.code' });
        audit({ accountId: found.accountId });
        return accept(await openSession(context, found.accountId, demo));
      },
    }),
  ];
}
