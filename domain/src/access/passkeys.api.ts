import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { session } from './session.api.ts';

/** A passkey or hardware key as its owner sees it. */
export const passkey = z.object({
  id: z.uuid(),
  /** As its owner called it: «Khóa ở móc chìa». */
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  /** Kept by its maker on several devices; else it is in one piece of hardware alone. */
  synced: z.boolean(),
});
export type Passkey = z.infer<typeof passkey>;

const passkeys = z.array(passkey);

/** What the browser hands to the key (WebAuthn 3, 5.1.8 and 5.1.9), and takes back from it. Read by the library on both sides. */
const options = z.record(z.string(), z.unknown());
const answer = z.strictObject({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  response: z.record(z.string().max(40), z.unknown()),
  clientExtensionResults: z.record(z.string().max(40), z.unknown()).default({}),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
});
export type PasskeyAnswer = z.infer<typeof answer>;

export const listPasskeys = defineEndpoint({
  method: 'GET',
  path: '/api/own/passkeys',
  summary: 'The passkeys and hardware keys of the signed-in person',
  operation: 'self',
  audit: null,
  response: z.object({ passkeys }),
});

export const startPasskey = defineEndpoint({
  method: 'POST',
  path: '/api/own/passkeys/start',
  summary: 'What a new key must sign to be registered; good once, for five minutes, in this session',
  operation: 'self',
  beforeSecondFactor: true,
  stepUp: true,
  audit: 'access.passkey.start',
  response: z.object({ options }),
});

export const registerPasskey = defineEndpoint({
  method: 'POST',
  path: '/api/own/passkeys',
  summary: 'Registers a passkey or hardware key; the session goes on under a new token, proved by it',
  operation: 'self',
  beforeSecondFactor: true,
  stepUp: true,
  audit: 'access.passkey.create',
  body: z.strictObject({ name: z.string().trim().min(1).max(60), answer }),
  response: z.object({
    session,
    passkeys,
    /** Ten where the key is the first second factor of its person, else none. Shown this one time, kept nowhere. */
    recoveryCodes: z.array(z.string()).max(10),
  }),
});

export const removePasskey = defineEndpoint({
  method: 'DELETE',
  path: '/api/own/passkeys/:passkeyId',
  summary: 'Removes a key of one’s own, but never the last second factor',
  operation: 'self',
  stepUp: true,
  audit: 'access.passkey.remove',
  params: z.strictObject({ passkeyId: z.uuid() }),
  response: z.object({ passkeys }),
});

export const startPasskeyProof = defineEndpoint({
  method: 'POST',
  path: '/api/session/passkey/start',
  summary: 'What a key of the signed-in person must sign; good once, for five minutes, in this session',
  operation: 'self',
  beforeSecondFactor: true,
  audit: 'access.passkey_proof.start',
  response: z.object({ options }),
});

export const provePasskey = defineEndpoint({
  method: 'POST',
  path: '/api/session/passkey',
  summary: 'Shows a key as the second factor; the session goes on under a new token',
  operation: 'self',
  beforeSecondFactor: true,
  audit: 'access.passkey.prove',
  body: z.strictObject({ answer }),
  response: session,
});

export const startPasskeySignIn = defineEndpoint({
  method: 'POST',
  path: '/api/passkey-session/start',
  summary: 'What any key registered here must sign to sign in; good once, for five minutes, in this browser',
  operation: 'public',
  audit: 'access.passkey_sign_in.start',
  response: z.object({ options }),
});

export const signInWithPasskey = defineEndpoint({
  method: 'POST',
  path: '/api/passkey-session',
  summary: 'Signs in by a key that has asked its owner for finger, face or PIN: both factors at once',
  operation: 'public',
  audit: 'access.passkey_sign_in.create',
  body: z.strictObject({ answer }),
  response: session,
});
