import {
  endAccountSession,
  endAccountSessions,
  listAccountSessions,
  listEndedSessions,
  readEndedSessions,
} from '@mangnon/domain/access/account-sessions.api.ts';
import { canDo } from '@mangnon/domain/access/posts.access.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import {
  implementRead,
  implementWrite,
  nothingStored,
  type Action,
  type TransactionContext,
} from '../platform/action/action.ts';
import { findAccount } from './account-pages.queries.ts';
import { endSessionsOf, listUntoldEnds, setEndsTold } from './account-sessions.queries.ts';
import { loadAnothers } from './load-account.ts';
import { listLiveSessions } from './own-sessions.queries.ts';

async function present(accountId: string, { actor, database, now }: TransactionContext) {
  const live = await listLiveSessions(database, accountId, actor.sessionId, now);
  // `current` is no matter here: the answer's schema leaves it away.
  return accept({ sessions: live, can: { end: canDo(actor.posts, 'access.session.end') } });
}

async function presentEnds({ actor, database }: TransactionContext) {
  return accept({ ended: await listUntoldEnds(database, actor.accountId) });
}

/** Another person's open sessions, seen and ended by who keeps the account; and what its person is told of it. */
export const accountSessionActions: readonly Action[] = [
  implementRead(listAccountSessions, {
    async answer({ params }, context) {
      const account = await findAccount(context.database, params.accountId, context.now);
      if (account === null) return refuse('access.account_not_found');
      if (account.id === context.actor.accountId) return refuse('access.not_oneself');
      return account.kept ? present(account.id, context) : refuse('platform.not_allowed');
    },
  }),
  implementWrite(endAccountSession, {
    load: ({ params }, context) => loadAnothers(params.accountId, context),
    authorise: (account) => account.kept,
    async handle({ params }, { id }, context) {
      const { actor, database, now, audit } = context;
      // Ended already, or of somebody else: the answer is the list as it is now.
      audit({ ended: await endSessionsOf(database, id, actor.accountId, now, params.sessionId) });
      return present(id, context);
    },
  }),
  implementWrite(endAccountSessions, {
    load: ({ params }, context) => loadAnothers(params.accountId, context),
    authorise: (account) => account.kept,
    async handle(_input, { id }, context) {
      const { actor, database, now, audit } = context;
      audit({ ended: await endSessionsOf(database, id, actor.accountId, now) });
      return present(id, context);
    },
  }),
  implementRead(listEndedSessions, { answer: (_input, context) => presentEnds(context) }),
  implementWrite(readEndedSessions, {
    load: nothingStored,
    authorise: () => true,
    async handle(_input, _stored, context) {
      await setEndsTold(context.database, context.actor.accountId, context.now);
      return presentEnds(context);
    },
  }),
];
