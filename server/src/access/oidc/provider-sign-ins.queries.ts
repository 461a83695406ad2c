import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { Begun } from './identity-provider.ts';

/** Time to sign in at the provider, its own second factor included. */
const limit = 10 * 60_000;

const hashOf = (state: string) => createHash('sha256').update(state).digest();

/** Notes a sign-in on its way, and which invitation it is to redeem; what did not come back in time goes. */
export async function keepSignIn(
  database: Transaction<DB>,
  begun: Begun,
  boundTo: Buffer,
  now: Date,
  invitationId: string | null = null,
): Promise<void> {
  await database.deleteFrom('provider_sign_in').where('expires_at', '<', now).execute();
  await database
    .insertInto('provider_sign_in')
    .values({
      state_hash: hashOf(begun.state),
      bound_to: boundTo,
      nonce: begun.nonce,
      code_verifier: begun.codeVerifier,
      expires_at: new Date(now.getTime() + limit),
      invitation_id: invitationId,
    })
    .execute();
}

/**
 * Takes the sign-in away, whatever comes of it; `null` where none is on its way with this state, or it began in
 * another browser or too long ago. Who redeems an invitation must have signed in there since it began.
 */
export async function takeSignIn(
  database: Kysely<DB>,
  state: string,
  boundTo: Buffer,
  now: Date,
): Promise<(Begun & { readonly invitationId: string | null }) | null> {
  const taken = await database
    .deleteFrom('provider_sign_in')
    .where('state_hash', '=', hashOf(state))
    .returning(['bound_to', 'nonce', 'code_verifier', 'expires_at', 'invitation_id'])
    .executeTakeFirst();
  if (taken === undefined || !taken.bound_to.equals(boundTo) || taken.expires_at <= now) return null;
  const { nonce, code_verifier: codeVerifier, invitation_id: invitationId } = taken;
  const anewSince = invitationId === null ? null : new Date(taken.expires_at.getTime() - limit);
  return { state, nonce, codeVerifier, anewSince, invitationId };
}
