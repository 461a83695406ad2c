import type { Kysely } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';
import type { FindActor } from '../platform/http/mount.ts';
import { passkeyOf, secondFactorOf } from './second-factor/second-factor-of.ts';
import { readSessionCookie } from './session-cookie.ts';
import { hashToken } from './session-token.ts';
import { findLiveSession, touchSession } from './sessions.queries.ts';

/**
 * Looks up the person behind a request's cookie. The invented people of a demo are nobody where the demo is off, or
 * where the call does not come from this machine.
 */
export function findActorIn(database: Kysely<DB>, demo: boolean): FindActor {
  return async (request, now, counts) => {
    const token = readSessionCookie(request);
    if (token === null) return null;
    const tokenHash = hashToken(token);
    const session = await findLiveSession(database, tokenHash, now);
    if (session === null) return null;
    if (session.demo && !(demo && request.caller.loopback)) return null;
    if (counts) await touchSession(database, session, now);
    const { id, accountId, name, posts, language, shown } = session;
    return {
      accountId,
      sessionId: id,
      tokenHash,
      name,
      posts,
      language,
      demo: session.demo,
      secondFactor: secondFactorOf(session, demo),
      passkey: passkeyOf(session, demo),
      shown,
    };
  };
}
