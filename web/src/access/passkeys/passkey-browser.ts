import {
  provePasskey,
  registerPasskey,
  signInWithPasskey,
  startPasskey,
  startPasskeyProof,
  startPasskeySignIn,
  type PasskeyAnswer,
} from '@mangnon/domain/access/passkeys.api.ts';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { call } from '../../platform/api.ts';

/** Why the browser or the key gave no answer; the server was not asked. */
export class PasskeyProblem extends Error {
  readonly kind: 'left' | 'known' | 'unsupported' | 'failed';

  constructor(kind: PasskeyProblem['kind'], cause?: unknown) {
    super(`The passkey gave no answer: ${kind}`, { cause });
    this.name = 'PasskeyProblem';
    this.kind = kind;
  }
}

type Options = Record<string, unknown>;

/** Hands the server's asking to the key; throws a PasskeyProblem where nothing comes of it. */
async function ask(start: () => Promise<unknown>): Promise<PasskeyAnswer> {
  if (!browserSupportsWebAuthn()) throw new PasskeyProblem('unsupported');
  try {
    return (await start()) as PasskeyAnswer;
  } catch (error) {
    // Closed by the person, or the time was over: browsers do not tell them apart.
    const isLeft = error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
    if (isLeft) throw new PasskeyProblem('left', error);
    const isKnown = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    throw new PasskeyProblem(isKnown ? 'known' : 'failed', error);
  }
}

const sign = (options: Options) =>
  ask(() => startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }));

/** Registers a key under the name its owner gives it. */
export async function addPasskey(name: string) {
  const { options } = await call(startPasskey, {});
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const answer = await ask(() => startRegistration({ optionsJSON }));
  return call(registerPasskey, { body: { name, answer } });
}

/** Shows a key as the second factor. */
export async function showPasskey(): Promise<Session> {
  const { options } = await call(startPasskeyProof, {});
  return call(provePasskey, { body: { answer: await sign(options) } });
}

/** Signs in with a key alone. */
export async function enterWithPasskey(): Promise<Session> {
  const { options } = await call(startPasskeySignIn, {});
  return call(signInWithPasskey, { body: { answer: await sign(options) } });
}
