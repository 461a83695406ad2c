import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from '../../platform/database/schema.generated.ts';

/** Time to look for the key and touch it. */
export const challengeLimit = 5 * 60_000;

export interface Asked {
  readonly purpose: 'register' | 'prove' | 'sign_in';
  /** Hash of the cookie the answer must come with. */
  readonly boundTo: Buffer;
}

const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest();

/** Notes what a key was asked to sign; what nobody answered in time goes. */
export async function keepChallenge(
  database: Transaction<DB>,
  challenge: string,
  { purpose, boundTo }: Asked,
  now: Date,
): Promise<void> {
  await database.deleteFrom('passkey_challenge').where('expires_at', '<', now).execute();
  await database
    .insertInto('passkey_challenge')
    .values({
      challenge_hash: hashOf(challenge),
      bound_to: boundTo,
      purpose,
      expires_at: new Date(now.getTime() + challengeLimit),
    })
    .execute();
}

/**
 * Takes the challenge away, whatever comes of the answer. `false` where it was never asked, answered before, asked of
 * another browser or session or for another purpose, or is too old.
 */
export async function takeChallenge(
  database: Kysely<DB>,
  challenge: string,
  { purpose, boundTo }: Asked,
  now: Date,
): Promise<boolean> {
  const taken = await database
    .deleteFrom('passkey_challenge')
    .where('challenge_hash', '=', hashOf(challenge))
    .returning(['bound_to', 'purpose', 'expires_at'])
    .executeTakeFirst();
  return taken !== undefined && taken.purpose === purpose && taken.bound_to.equals(boundTo) && taken.expires_at > now;
}
