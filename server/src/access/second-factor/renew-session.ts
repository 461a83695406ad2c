import type { Session } from '@mangnon/domain/access/session.api.ts';
import type { TransactionContext } from '../../platform/action/action.ts';
import type { ShownFactor } from '../../platform/action/context.ts';
import { openSession } from '../open-session.ts';
import { closeSession, closeSessionsOf } from '../sessions.queries.ts';

/** The session goes on under a new token, with the second factor shown just now. */
export async function renewSession(
  context: TransactionContext,
  kind: ShownFactor['kind'],
  demo: boolean,
): Promise<Session> {
  const { actor, database, now } = context;
  await closeSession(database, actor.sessionId, now);
  return openSession(context, actor.accountId, demo, { at: now, kind });
}

/**
 * After a factor was replaced or removed: who may hold the old one is put out everywhere (ASVS 5.0 7.4.3), and this
 * session goes on under a new token with what it had shown.
 */
export async function renewAfterChange(
  context: TransactionContext,
  shown: ShownFactor | null,
  demo: boolean,
): Promise<Session> {
  const { actor, database, now } = context;
  await closeSessionsOf(database, actor.accountId, now);
  return openSession(context, actor.accountId, demo, shown);
}
