import {
  getProviderIdentity,
  linkProviderIdentity,
  signInByProvider,
  startProviderSignIn,
  unlinkProviderIdentity,
} from '@mangnon/domain/access/oidc.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import {
  implementRead,
  implementWrite,
  nothingStored,
  type Action,
  type TransactionContext,
} from '../../platform/action/action.ts';
import { knowBrowser, setDoorCookie } from '../door-cookie.ts';
import { findWhoMaySignIn } from '../find-who-may-sign-in.queries.ts';
import { openSession } from '../open-session.ts';
import { closeSessionsOf } from '../sessions.queries.ts';
import type { IdentityProvider } from './identity-provider.ts';
import {
  findIdentity,
  findLinkedAccount,
  isAccount,
  linkIdentity,
  unlinkIdentity,
} from './provider-identities.queries.ts';
import { keepSignIn, takeSignIn } from './provider-sign-ins.queries.ts';

const anybody = () => true;

/** Signing in at the authority's own provider, and which of its identities is whose account. */
export function providerActions(demo: boolean, provider: IdentityProvider): Action[] {
  const { issuer } = provider;
  async function loadAccount(id: string, { database }: TransactionContext) {
    return (await isAccount(database, id)) ? accept({ id }) : refuse('access.account_not_found');
  }

  return [
    implementWrite(startProviderSignIn, {
      async prepare(_input, { request }) {
        const begun = await provider.begin();
        return begun.ok ? accept({ begun: begun.value, browser: knowBrowser(request) }) : begun;
      },
      load: nothingStored,
      authorise: anybody,
      async handle(_input, _stored, { database, now, onAccepted }, { begun, browser }) {
        await keepSignIn(database, begun, browser.hash, now);
        onAccepted((reply) => setDoorCookie(reply, browser.token));
        return accept({ address: begun.address });
      },
    }),
    implementWrite(signInByProvider, {
      async prepare({ body }, { request, database, now }) {
        const begun = await takeSignIn(database, body.state, knowBrowser(request).hash, now);
        if (begun === null || begun.invitationId !== null) return refuse('access.provider_stale');
        return provider.redeem(body, begun);
      },
      async load(_input, context, proven) {
        const accountId = await findLinkedAccount(context.database, proven.issuer, proven.subject);
        const account = accountId === null ? null : await findWhoMaySignIn(context, accountId, demo);
        // Told to the person it names, who hands it to an administrator; a disabled account looks the same.
        const details = { subject: proven.subject };
        return account === null ? refuse('access.provider_unlinked', { details }) : accept(account);
      },
      authorise: anybody,
      async handle(_input, { id }, context, { secondFactor }) {
        const shown = secondFactor ? ({ at: context.now, kind: 'provider' } as const) : null;
        return accept(await openSession(context, id, demo, shown));
      },
    }),
    implementRead(getProviderIdentity, {
      answer: async ({ params }, { database }) =>
        accept({ identity: await findIdentity(database, params.accountId, issuer) }),
    }),
    implementWrite(linkProviderIdentity, {
      load: ({ params }, context) => loadAccount(params.accountId, context),
      authorise: anybody,
      async handle({ body: { subject } }, { id: accountId }, { actor, database, now }) {
        const link = { accountId, issuer, subject, linkedBy: actor.accountId };
        if (!(await linkIdentity(database, link, now)))
          return refuse('access.provider_identity_taken', { where: 'body.subject' });
        return accept({ identity: await findIdentity(database, accountId, issuer) });
      },
    }),
    implementWrite(unlinkProviderIdentity, {
      load: ({ params }, context) => loadAccount(params.accountId, context),
      authorise: anybody,
      async handle(_input, { id }, { database, now }) {
        await unlinkIdentity(database, id, issuer);
        await closeSessionsOf(database, id, now);
        return accept({ identity: null });
      },
    }),
  ];
}
