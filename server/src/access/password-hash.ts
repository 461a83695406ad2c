import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB, two passes, one lane: the first choice of the OWASP password storage sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashed once, at the first need: what an unknown login is compared with, so that it takes as long as a known one. */
let nobodysHash: Promise<string> | null = null;

/**
 * The hash to store. The password is taken in composed form, because keyboards write one Vietnamese letter in two
 * ways; nothing else about it is changed.
 */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/** Whether the password is the one behind `stored`; for `null` the answer is no, after the same work. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword('no account has this password');
  const matches = await verify(stored ?? (await nobodysHash), password.normalize('NFC'));
  return matches && stored !== null;
}
