import { getSession, setLanguage, signIn, signOut } from '@mangnon/domain/access/session.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { implementRead, implementWrite, nothingStored, type Action } from '../platform/action/action.ts';
import { findCredentials, foldLogin } from './accounts.queries.ts';
import { describeSession, openSession } from './open-session.ts';
import { isPassword } from './password-hash.ts';
import { clearSessionCookie } from './session-cookie.ts';
import { closeSession } from './sessions.queries.ts';
import { forgiveAttempts, hashLogin, reserveAttempt } from './sign-in-throttle.queries.ts';

const anybody = () => true;

/** Signing in and out, and one's own language. */
export function sessionActions(demo: boolean): Action[] {
  return [
    implementWrite(signIn, {
      async prepare({ body }, { database, caller, now }) {
        const loginHash = hashLogin(foldLogin(body.login));
        const minutes = await reserveAttempt(database, loginHash, caller.address, now);
        if (minutes !== null) return refuse('access.too_many_attempts', { details: { minutes } });
        const account = await findCredentials(database, body.login);
        const right = await isPassword(body.password, account?.passwordHash ?? null);
        // An unknown login, a disabled account and a wrong password are told apart nowhere.
        if (!right || account === null) return refuse('access.wrong_credentials');
        return accept({ accountId: account.id, loginHash });
      },
      load: nothingStored,
      authorise: anybody,
      async handle(_input, _stored, context, { accountId, loginHash }) {
        await forgiveAttempts(context.database, loginHash, context.caller.address, context.now);
        return accept(await openSession(context, accountId, demo));
      },
    }),
    implementRead(getSession, {
      answer: async (_input, { actor, database }) => accept(await describeSession(database, actor.sessionId, demo)),
    }),
    implementWrite(setLanguage, {
      load: nothingStored,
      authorise: anybody,
      async handle({ body }, _stored, { actor, database }) {
        await database
          .updateTable('account')
          .set({ language: body.language })
          .where('id', '=', actor.accountId)
          .execute();
        return accept(await describeSession(database, actor.sessionId, demo));
      },
    }),
    implementWrite(signOut, {
      load: nothingStored,
      authorise: anybody,
      async handle(_input, _stored, { actor, database, now, onAccepted }) {
        await closeSession(database, actor.sessionId, now);
        onAccepted(clearSessionCookie);
        return accept({});
      },
    }),
  ];
}
