import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { Caller } from '../../platform/action/context.ts';

/** What every key can sign with: Ed25519, ECDSA over P-256, RSA (COSE). */
export const algorithms = [-8, -7, -257] as const;

/** The host a key is registered for. It signs for no other. */
export function findRelyingPartyId(address: URL | null, caller: Caller): Result<string> {
  if (address !== null) return accept(address.hostname);
  return caller.loopback ? accept('localhost') : refuse('access.passkey_no_address');
}

export interface Signed {
  /** base64url. */
  readonly challenge: string;
  readonly origin: string;
}

const onThisMachine = /^http:\/\/localhost(:\d{1,5})?$/;

/**
 * What the browser says was signed, and on which page: of the set address, or, where none is set, of localhost at any
 * port. Refuses what cannot be read, and any other page. The signature over it is still to be looked at.
 */
export function readSigned(response: Readonly<Record<string, unknown>>, address: URL | null): Result<Signed> {
  const signed = decode(response['clientDataJSON']);
  if (signed === null) return refuse('access.passkey_unreadable', { where: 'body.answer' });
  const ours = address === null ? onThisMachine.test(signed.origin) : signed.origin === address.origin;
  return ours ? accept(signed) : refuse('access.passkey_elsewhere', { details: { page: signed.origin.slice(0, 200) } });
}

function decode(clientData: unknown): Signed | null {
  try {
    const { challenge, origin } = decodeClientDataJSON(String(clientData)) as Partial<Signed>;
    return typeof challenge === 'string' && typeof origin === 'string' ? { challenge, origin } : null;
  } catch {
    return null;
  }
}
