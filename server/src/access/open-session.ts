import type { Transaction } from 'kysely';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import { operations } from '@mangnon/domain/access/operations.ts';
import { canDo } from '@mangnon/domain/access/posts.access.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import type { ShownFactor } from '../platform/action/context.ts';
import { beginAs } from '../platform/database/begin-as.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { listOwnBrokenGlass } from './own-broken-glass.queries.ts';
import { noteOrigin } from './own-sessions.queries.ts';
import { factorsOf, passkeyOf, secondFactorOf } from './second-factor/second-factor-of.ts';
import { setSessionCookie } from './session-cookie.ts';
import { makeToken } from './session-token.ts';
import { getSessionRow, idleLimit, insertSession } from './sessions.queries.ts';

/** Signs the account in: a fresh token each time, so that a token known from before opens nothing. */
export async function openSession(
  context: TransactionContext,
  accountId: string,
  demo: boolean,
  shown: ShownFactor | null = null,
): Promise<Session> {
  const { token, hash } = makeToken();
  const id = await insertSession(context.database, accountId, hash, context.now, shown);
  await noteOrigin(context.database, id, context.caller);
  context.auditAs(accountId, id);
  // From here on it is this session that asks: what it has open in need is told with the answer.
  await beginAs(context.database, hash);
  context.onAccepted((reply) => setSessionCookie(reply, token));
  return describeSession(context.database, id, demo);
}

/** The session as the screen needs it: who, what they may do, and when it ends. */
export async function describeSession(database: Transaction<DB>, id: string, demo: boolean): Promise<Session> {
  const row = await getSessionRow(database, id);
  const idleUntil = new Date(Math.min(row.lastUsedAt.getTime() + idleLimit, row.endsAt.getTime()));
  const secondFactor = secondFactorOf(row, demo);
  const breaks = secondFactor === 'done' && canDo(row.posts, 'cases.glass.break');
  return {
    person: {
      id: row.accountId,
      name: row.name,
      title: row.title,
      agency: row.agency,
      posts: row.posts,
      language: row.language,
    },
    can: secondFactor === 'done' ? operations.filter((operation) => canDo(row.posts, operation)) : [],
    idleUntil: idleUntil.toISOString(),
    endsAt: row.endsAt.toISOString(),
    demo,
    secondFactor,
    passkey: passkeyOf(row, demo),
    hasPassword: row.hasPassword,
    factors: factorsOf(row),
    brokenGlass: breaks ? await listOwnBrokenGlass(database, row.accountId) : [],
  };
}
