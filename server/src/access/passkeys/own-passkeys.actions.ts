import { generateRegistrationOptions } from '@simplewebauthn/server';
import { listPasskeys, registerPasskey, removePasskey, startPasskey } from '@mangnon/domain/access/passkeys.api.ts';
import { mustHavePasskey } from '@mangnon/domain/access/passkey-operations.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { implementRead, implementWrite, type Action } from '../../platform/action/action.ts';
import type { Actor } from '../../platform/action/context.ts';
import { getOwnAccount } from '../own-password.queries.ts';
import { closeOtherSessions } from '../own-sessions.queries.ts';
import { findAuthenticator, replaceRecoveryCodes } from '../second-factor/authenticator.queries.ts';
import { makeRecoveryCodes } from '../second-factor/recovery-codes.ts';
import { renewSession } from '../second-factor/renew-session.ts';
import { keepChallenge } from './passkey-challenges.queries.ts';
import { deletePasskey, insertPasskey, listPasskeyRows, lockPasskeys } from './passkeys.queries.ts';
import { algorithms, findRelyingPartyId } from './relying-party.ts';
import { verifyNewPasskey } from './verify-passkey.ts';

const most = 20;
const own = () => true;

/**
 * Whoever has the password alone must not add a key of their own; nor, where only a key opens what the person may do,
 * whoever has a code.
 */
function mayChangeKeys({ secondFactor, passkey }: Actor): Result<null> {
  if (secondFactor === 'needed') return refuse('access.prove_old_factor_first');
  return passkey === 'needed' ? refuse('platform.passkey_needed') : accept(null);
}

/** The keys of the signed-in person, changed by that person alone: every statement asks for the actor's account. */
export function ownPasskeyActions(demo: boolean, address: URL | null): Action[] {
  return [
    implementRead(listPasskeys, {
      answer: async (_input, { actor, database }) =>
        accept({ passkeys: await listPasskeyRows(database, actor.accountId) }),
    }),
    implementWrite(startPasskey, {
      async load(_input, { actor, caller, database }) {
        const may = mayChangeKeys(actor);
        if (!may.ok) return may;
        const hostId = findRelyingPartyId(address, caller);
        if (!hostId.ok) return hostId;
        return accept({ hostId: hostId.value, keys: await lockPasskeys(database, actor.accountId) });
      },
      authorise: own,
      async handle(_input, { hostId, keys }, { actor, database, now }) {
        if (keys.length >= most) return refuse('access.passkeys_too_many', { details: { most } });
        const { login, name } = await getOwnAccount(database, actor.accountId);
        const options = await generateRegistrationOptions({
          rpName: 'Măng Non',
          rpID: hostId,
          userName: login,
          userDisplayName: name,
          userID: new TextEncoder().encode(actor.accountId),
          timeout: 120_000,
          attestationType: 'none',
          supportedAlgorithmIDs: [...algorithms],
          excludeCredentials: keys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
          authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
        });
        const { challenge } = options;
        await keepChallenge(database, challenge, { purpose: 'register', boundTo: actor.tokenHash }, now);
        return accept({ options: { ...options } });
      },
    }),
    implementWrite(registerPasskey, {
      async prepare({ body }, context) {
        const { actor } = context;
        const may = mayChangeKeys(actor);
        if (!may.ok) return may;
        const asked = { purpose: 'register', boundTo: actor.tokenHash } as const;
        const verified = await verifyNewPasskey(body.answer, asked, address, context);
        if (!verified.ok) return verified;
        // Who has no factor of their own yet gets codes on paper with the first.
        const { database } = context;
        const hasApp = (await findAuthenticator(database, actor.accountId))?.secret_sealed;
        const first = !hasApp && (await listPasskeyRows(database, actor.accountId)).length === 0;
        return accept({ key: verified.value, recovery: first ? await makeRecoveryCodes() : null });
      },
      load: async (_input, { actor, database }) => accept(await lockPasskeys(database, actor.accountId)),
      authorise: own,
      async handle({ body }, keys, context, { key, recovery }) {
        const { actor, database, now, audit } = context;
        const { accountId } = actor;
        if (keys.length >= most) return refuse('access.passkeys_too_many', { details: { most } });
        const id = await insertPasskey(database, { ...key, accountId, name: body.name }, now);
        if (id === null) return refuse('access.passkey_known');
        audit({ passkeyId: id });
        if (recovery !== null) await replaceRecoveryCodes(database, accountId, recovery);
        const session = await renewSession(context, 'passkey', demo);
        const passkeys = await listPasskeyRows(database, accountId);
        return accept({ session, passkeys, recoveryCodes: [...(recovery?.codes ?? [])] });
      },
    }),
    implementWrite(removePasskey, {
      async load({ params }, { actor, database }) {
        const may = mayChangeKeys(actor);
        if (!may.ok) return may;
        const keys = await lockPasskeys(database, actor.accountId);
        const key = keys.find(({ id }) => id === params.passkeyId);
        return key === undefined ? refuse('access.passkey_not_found') : accept({ key, last: keys.length === 1 });
      },
      authorise: ({ key }, { actor }) => key.accountId === actor.accountId,
      async handle(_input, { key, last }, { actor, database, now }) {
        if (last && !demo && mustHavePasskey(actor.posts)) return refuse('access.last_passkey');
        const app = last ? await findAuthenticator(database, actor.accountId) : null;
        if (last && !app?.secret_sealed) return refuse('access.last_factor');
        await deletePasskey(database, key.id);
        // Whoever holds the removed key is put out where it was used.
        await closeOtherSessions(database, actor.accountId, actor.sessionId, now);
        return accept({ passkeys: await listPasskeyRows(database, actor.accountId) });
      },
    }),
  ];
}
