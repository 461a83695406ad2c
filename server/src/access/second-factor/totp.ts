import { generateSecret, generateURI, verify } from 'otplib';

/** 160 random bits, as RFC 4226 recommends, in base32. */
export function makeSecret(): string {
  return generateSecret({ length: 20 });
}

/** What an authenticator app reads: six digits, thirty seconds, SHA-1, the only choice every app understands. */
export function appAddress(secret: string, login: string): string {
  return generateURI({ issuer: 'Mang Non', label: login, secret });
}

/** A clock may be this wrong; a code is so good for half a minute and this much (ASVS 5.0 6.5.5). */
const clockSeconds = 5;

/**
 * The time step of a right code, `null` for any other. `after`: the step of the last code taken; that one and all
 * before it are spent (RFC 6238 5.2).
 */
export async function stepOfCode(
  secret: string,
  code: string,
  now: Date,
  after: number | null,
): Promise<number | null> {
  const result = await verify({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: clockSeconds,
    ...(after === null ? {} : { afterTimeStep: after }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
