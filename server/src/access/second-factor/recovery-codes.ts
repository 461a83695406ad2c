import { hash } from '@node-rs/argon2';
import { randomBytes, randomInt } from 'node:crypto';

/** Without letters and digits that look alike on paper. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const count = 10;
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface RecoveryCodes {
  /** Such as `K7PQ-3MZX-RT9D`: 60 random bits each. For showing once. */
  readonly codes: readonly string[];
  readonly hashes: readonly string[];
  readonly salt: Buffer;
}

/**
 * Ten codes for the day the phone is lost. Look-up secrets of fewer than 112 bits are kept like passwords (ASVS 5.0
 * 6.5.2); one salt an account, so that a typed code is found by hashing it once.
 */
export async function makeRecoveryCodes(): Promise<RecoveryCodes> {
  const salt = randomBytes(16);
  const codes = Array.from({ length: count }, () => {
    const drawn = Array.from({ length: 12 }, () => signs[randomInt(signs.length)]).join('');
    return drawn.replaceAll(/(.{4})(?=.)/g, '$1-');
  });
  return { codes, salt, hashes: await Promise.all(codes.map((code) => hashRecoveryCode(code, salt))) };
}

/** The hash of a code as people type it: small letters, without the dashes. */
export function hashRecoveryCode(typed: string, salt: Buffer): Promise<string> {
  return hash(typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''), { ...cost, salt });
}
