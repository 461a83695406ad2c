import { generateAuthenticationOptions } from '@simplewebauthn/server';
import {
  provePasskey,
  signInWithPasskey,
  startPasskeyProof,
  startPasskeySignIn,
} from '@mangnon/domain/access/passkeys.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { implementWrite, nothingStored, type Action } from '../../platform/action/action.ts';
import { knowBrowser, setDoorCookie } from '../door-cookie.ts';
import { findWhoMaySignIn } from '../find-who-may-sign-in.queries.ts';
import { openSession } from '../open-session.ts';
import { renewSession } from '../second-factor/renew-session.ts';
import { keepChallenge } from './passkey-challenges.queries.ts';
import { findPasskey, lockPasskeys, noteUse } from './passkeys.queries.ts';
import { findRelyingPartyId } from './relying-party.ts';
import { verifyPasskey } from './verify-passkey.ts';

const anybody = () => true;
const patience = 120_000;

/** A key shown as the second factor, once more before a grave act, or as both factors at once. */
export function passkeySignInActions(demo: boolean, address: URL | null): Action[] {
  return [
    implementWrite(startPasskeyProof, {
      async load(_input, { actor, caller, database }) {
        const hostId = findRelyingPartyId(address, caller);
        if (!hostId.ok) return hostId;
        const keys = await lockPasskeys(database, actor.accountId);
        return keys.length === 0 ? refuse('access.no_passkey') : accept({ hostId: hostId.value, keys });
      },
      authorise: anybody,
      async handle(_input, { hostId, keys }, { actor, database, now }) {
        const options = await generateAuthenticationOptions({
          rpID: hostId,
          timeout: patience,
          allowCredentials: keys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
          userVerification: 'preferred',
        });
        const { challenge } = options;
        await keepChallenge(database, challenge, { purpose: 'prove', boundTo: actor.tokenHash }, now);
        return accept({ options: { ...options } });
      },
    }),
    implementWrite(provePasskey, {
      async prepare({ body }, context) {
        const { actor, database } = context;
        const found = await findPasskey(database, body.answer.id);
        const passkey = found?.accountId === actor.accountId ? found : null;
        const asked = { purpose: 'prove', boundTo: actor.tokenHash, alone: false } as const;
        const count = await verifyPasskey(body.answer, passkey, asked, address, context);
        if (!count.ok) return count;
        return passkey === null ? refuse('access.passkey_unknown') : accept({ passkey, count: count.value });
      },
      load: nothingStored,
      authorise: anybody,
      async handle(_input, _stored, context, { passkey, count }) {
        context.audit({ passkeyId: passkey.id });
        if (!(await noteUse(context.database, passkey.id, count, context.now))) return refuse('access.passkey_copied');
        return accept(await renewSession(context, 'passkey', demo));
      },
    }),
    implementWrite(startPasskeySignIn, {
      async prepare(_input, { request, caller }) {
        const hostId = findRelyingPartyId(address, caller);
        return hostId.ok ? accept({ hostId: hostId.value, browser: knowBrowser(request) }) : hostId;
      },
      load: nothingStored,
      authorise: anybody,
      async handle(_input, _stored, { database, now, onAccepted }, { hostId, browser }) {
        const options = await generateAuthenticationOptions({
          rpID: hostId,
          timeout: patience,
          userVerification: 'required',
        });
        const { challenge } = options;
        await keepChallenge(database, challenge, { purpose: 'sign_in', boundTo: browser.hash }, now);
        onAccepted((reply) => setDoorCookie(reply, browser.token));
        return accept({ options: { ...options } });
      },
    }),
    implementWrite(signInWithPasskey, {
      async prepare({ body }, context) {
        const passkey = await findPasskey(context.database, body.answer.id);
        const boundTo = knowBrowser(context.request).hash;
        const asked = { purpose: 'sign_in', boundTo, alone: true } as const;
        const count = await verifyPasskey(body.answer, passkey, asked, address, context);
        if (!count.ok) return count;
        return passkey === null ? refuse('access.passkey_unknown') : accept({ passkey, count: count.value });
      },
      async load(_input, context, { passkey }) {
        const account = await findWhoMaySignIn(context, passkey.accountId, demo);
        // A disabled account and a key nobody registered are told apart nowhere.
        return account === null ? refuse('access.passkey_unknown') : accept(account);
      },
      authorise: anybody,
      async handle(_input, { id }, context, { passkey, count }) {
        const { database, now, audit } = context;
        audit({ passkeyId: passkey.id });
        if (!(await noteUse(database, passkey.id, count, now))) return refuse('access.passkey_copied');
        return accept(await openSession(context, id, demo, { at: now, kind: 'passkey' }));
      },
    }),
  ];
}
