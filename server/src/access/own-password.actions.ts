import { changePassword } from '@mangnon/domain/access/own-password.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { implementWrite, nothingStored, type Action } from '../platform/action/action.ts';
import { foldLogin } from './accounts.queries.ts';
import { hashNewPassword } from './new-password.ts';
import { openSession } from './open-session.ts';
import { getOwnAccount, replacePasswordHash } from './own-password.queries.ts';
import { isPassword } from './password-hash.ts';
import { closeSessionsOf } from './sessions.queries.ts';
import { forgiveAttempts, hashLogin, reserveAttempt } from './sign-in-throttle.queries.ts';

const wrong = refuse('access.old_password_wrong', { where: 'body.oldPassword' });

/** One's own password. Whoever finds an open screen does not know the old one, and guesses no more often than at the door. */
export function ownPasswordActions(demo: boolean): Action[] {
  return [
    implementWrite(changePassword, {
      async prepare({ body }, { actor, database, caller, now }) {
        const account = await getOwnAccount(database, actor.accountId);
        if (account.passwordHash === null) return refuse('access.no_own_password');
        const loginHash = hashLogin(foldLogin(account.login));
        const minutes = await reserveAttempt(database, loginHash, caller.address, now);
        if (minutes !== null) return refuse('access.too_many_attempts', { details: { minutes } });
        const right = await isPassword(body.oldPassword, account.passwordHash);
        if (!right) return wrong;
        const hashed = await hashNewPassword(body.newPassword, account, 'body.newPassword');
        return hashed.ok ? accept({ loginHash, oldHash: account.passwordHash, newHash: hashed.value }) : hashed;
      },
      load: nothingStored,
      authorise: () => true,
      async handle(_input, _stored, context, { loginHash, oldHash, newHash }) {
        const { actor, database, caller, now } = context;
        if (!(await replacePasswordHash(database, actor.accountId, oldHash, newHash))) return wrong;
        await forgiveAttempts(database, loginHash, caller.address, now);
        await closeSessionsOf(database, actor.accountId, now);
        return accept(await openSession(context, actor.accountId, demo, actor.shown));
      },
    }),
  ];
}
