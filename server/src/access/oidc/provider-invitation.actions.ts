import {
  acceptInvitationByProvider,
  invitationStateMark,
  startInvitationByProvider,
} from '@mangnon/domain/access/oidc.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { implementWrite, type Action } from '../../platform/action/action.ts';
import { checkInvitation } from '../check-invitation.ts';
import { knowBrowser, setDoorCookie } from '../door-cookie.ts';
import { hashEntryCode } from '../handed-code.ts';
import { findInvitation, findInvitationById, spendInvitation } from '../invitations.queries.ts';
import { openSession } from '../open-session.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { findIdentity, findLinkedAccount, linkIdentity } from './provider-identities.queries.ts';
import { keepSignIn, takeSignIn } from './provider-sign-ins.queries.ts';

const anybody = () => true;

/**
 * Coming in by an invitation through the authority's own sign-in, instead of setting a password. The identity that comes
 * back is linked to the invited account; what is refused spends nothing, and the code may be tried again.
 */
export function providerInvitationActions(demo: boolean, provider: IdentityProvider): Action[] {
  const { issuer } = provider;
  return [
    implementWrite(startInvitationByProvider, {
      async prepare({ body }, { request, database, now }) {
        const found = checkInvitation(await findInvitation(database, hashEntryCode(body.code)), now);
        if (!found.ok) return found;
        const begun = await provider.begin({ since: now, mark: invitationStateMark });
        return begun.ok ? accept({ begun: begun.value, browser: knowBrowser(request) }) : begun;
      },
      load: async ({ body }, { database, now }) =>
        checkInvitation(await findInvitation(database, hashEntryCode(body.code)), now),
      authorise: anybody,
      async handle(_input, { id, accountId }, { database, now, audit, onAccepted }, { begun, browser }) {
        await keepSignIn(database, begun, browser.hash, now, id);
        audit({ accountId });
        onAccepted((reply) => setDoorCookie(reply, browser.token));
        return accept({ address: begun.address });
      },
    }),
    implementWrite(acceptInvitationByProvider, {
      async prepare({ body }, { request, database, now }) {
        const begun = await takeSignIn(database, body.state, knowBrowser(request).hash, now);
        if (begun === null || begun.invitationId === null) return refuse('access.provider_stale');
        const proven = await provider.redeem(body, begun);
        return proven.ok ? accept({ ...proven.value, invitationId: begun.invitationId }) : proven;
      },
      load: async (_input, { database, now }, { invitationId }) =>
        checkInvitation(await findInvitationById(database, invitationId), now, {}),
      authorise: anybody,
      async handle(_input, { id, accountId }, context, { subject, secondFactor }) {
        const { database, now, audit } = context;
        audit({ accountId });
        const linked = await findLinkedAccount(database, issuer, subject);
        if (linked !== null && linked !== accountId) return refuse('access.provider_of_another');
        // An administrator may have said beforehand who is expected.
        const expected = await findIdentity(database, accountId, issuer);
        if (expected !== null && expected.subject !== subject)
          return refuse('access.provider_wrong_person', { details: { subject } });
        // Of two who bring one code at once, the second finds it spent.
        if (!(await spendInvitation(database, id, now))) return refuse('access.invitation_used');
        const link = { accountId, issuer, subject, linkedBy: accountId };
        if (expected === null && !(await linkIdentity(database, link, now)))
          return refuse('access.provider_of_another');
        const shown = secondFactor ? ({ at: now, kind: 'provider' } as const) : null;
        return accept(await openSession(context, accountId, demo, shown));
      },
    }),
  ];
}
