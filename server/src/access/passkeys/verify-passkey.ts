import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { Kysely } from 'kysely';
import type { PasskeyAnswer } from '@mangnon/domain/access/passkeys.api.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { PrepareContext } from '../../platform/action/action.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { takeChallenge, type Asked } from './passkey-challenges.queries.ts';
import type { NewPasskey, StoredPasskey } from './passkeys.queries.ts';
import { algorithms, findRelyingPartyId, readSigned, type Signed } from './relying-party.ts';

type Registered = Pick<NewPasskey, 'credentialId' | 'publicKey' | 'signCount' | 'transports' | 'synced'>;

/** The page and the host the answer is for, its challenge taken away: from here on it is spent. */
async function takeAnswer(
  answer: PasskeyAnswer,
  asked: Asked,
  address: URL | null,
  { database, caller, now }: Pick<PrepareContext, 'caller' | 'now'> & { readonly database: Kysely<DB> },
): Promise<Result<Signed & { readonly hostId: string }>> {
  const hostId = findRelyingPartyId(address, caller);
  if (!hostId.ok) return hostId;
  const signed = readSigned(answer.response, address);
  if (!signed.ok) return signed;
  const known = await takeChallenge(database, signed.value.challenge, asked, now);
  return known ? accept({ ...signed.value, hostId: hostId.value }) : refuse('access.passkey_stale');
}

/** A new key as it is to be stored. It must have been touched; a PIN is not asked of hardware keys that have none. */
export async function verifyNewPasskey(
  answer: PasskeyAnswer,
  asked: Asked,
  address: URL | null,
  context: PrepareContext,
): Promise<Result<Registered>> {
  const taken = await takeAnswer(answer, asked, address, context);
  if (!taken.ok) return taken;
  const { challenge, origin, hostId } = taken.value;
  const verified = await tryTo(() =>
    verifyRegistrationResponse({
      response: answer as unknown as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: hostId,
      requireUserVerification: false,
      supportedAlgorithmIDs: [...algorithms],
    }),
  );
  if (!verified?.verified) return refuse('access.passkey_unreadable', { where: 'body.answer' });
  const { credential, credentialDeviceType } = verified.registrationInfo;
  // 16 bytes at least, so that nobody guesses one (WebAuthn 3, credential ID).
  if (credential.id.length < 22) return refuse('access.passkey_unreadable', { where: 'body.answer' });
  return accept({
    credentialId: credential.id,
    publicKey: credential.publicKey,
    signCount: credential.counter,
    transports: (credential.transports ?? []).slice(0, 10),
    synced: credentialDeviceType === 'multiDevice',
  });
}

/**
 * The count of a right signature by this key; anything else is refused. `alone`: the key stands for both factors and
 * must have asked its owner for finger, face or PIN.
 */
export async function verifyPasskey(
  answer: PasskeyAnswer,
  passkey: StoredPasskey | null,
  { alone, ...asked }: Asked & { readonly alone: boolean },
  address: URL | null,
  context: PrepareContext,
): Promise<Result<number>> {
  const taken = await takeAnswer(answer, asked, address, context);
  if (!taken.ok) return taken;
  if (passkey === null) return refuse('access.passkey_unknown');
  const { challenge, origin, hostId } = taken.value;
  const { credentialId, publicKey } = passkey;
  const verified = await tryTo(() =>
    verifyAuthenticationResponse({
      response: answer as unknown as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: hostId,
      // The count is compared where it is stored (noteUse): here it would let two answers pass that come at once.
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter: -1 },
      requireUserVerification: false,
    }),
  );
  if (!verified?.verified) return refuse('access.passkey_wrong');
  const { newCounter, userVerified } = verified.authenticationInfo;
  return alone && !userVerified ? refuse('access.passkey_unverified') : accept(newCounter);
}

/** The library throws at whatever is wrong with an answer; none of it is a fault of ours. */
async function tryTo<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify();
  } catch {
    return null;
  }
}
