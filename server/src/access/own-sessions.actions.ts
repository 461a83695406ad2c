import { endOtherSessions, endOwnSession, listOwnSessions } from '@mangnon/domain/access/own-sessions.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import {
  implementRead,
  implementWrite,
  nothingStored,
  type Action,
  type TransactionContext,
} from '../platform/action/action.ts';
import { closeOtherSessions, listLiveSessions } from './own-sessions.queries.ts';

const anybody = () => true;

async function present({ actor, database, now }: TransactionContext) {
  return accept({ sessions: await listLiveSessions(database, actor.accountId, actor.sessionId, now) });
}

/** Where a person is signed in, seen and ended by that person alone: every statement asks for the actor's account. */
export const ownSessionActions: readonly Action[] = [
  implementRead(listOwnSessions, { answer: (_input, context) => present(context) }),
  implementWrite(endOwnSession, {
    async load({ params }, { actor }) {
      const current = params.sessionId === actor.sessionId;
      return current ? refuse('access.own_session_current') : accept(null);
    },
    authorise: anybody,
    async handle({ params }, _stored, context) {
      const { actor, database, now } = context;
      // Of another person, or ended already: the answer is the list as it is now, and tells them not apart.
      context.audit({
        ended: await closeOtherSessions(database, actor.accountId, actor.sessionId, now, params.sessionId),
      });
      return present(context);
    },
  }),
  implementWrite(endOtherSessions, {
    load: nothingStored,
    authorise: anybody,
    async handle(_input, _stored, context) {
      const { actor, database, now } = context;
      context.audit({ ended: await closeOtherSessions(database, actor.accountId, actor.sessionId, now) });
      return present(context);
    },
  }),
];
