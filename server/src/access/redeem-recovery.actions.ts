import { redeemRecovery } from '@mangnon/domain/access/recovery.api.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { implementWrite, nothingStored, type Action } from '../platform/action/action.ts';
import { foldLogin } from './accounts.queries.ts';
import { hashNewPassword } from './new-password.ts';
import { openSession } from './open-session.ts';
import { findRecoveryToUse, type RecoveryToUse } from './recoveries.queries.ts';
import { areHalves } from './recovery-halves.ts';
import { revokeFactors } from './second-factor/revoke-factors.queries.ts';
import { closeSessionsOf } from './sessions.queries.ts';
import { spendRecovery } from './spend-recovery.queries.ts';
import { forgiveAttempts, hashLogin, reserveAttempt } from './sign-in-throttle.queries.ts';

/** Told only to who has both halves. */
function checkRecovery(found: RecoveryToUse, now: Date): Result<null> {
  if (found.usedAt !== null) return refuse('access.recovery_used');
  if (found.withdrawnAt !== null) return refuse('access.recovery_withdrawn');
  return found.expiresAt <= now ? refuse('access.recovery_expired') : accept(null);
}

/** Coming back with both halves. Only now do the old sessions, the old password and the old second factors end. */
export function redeemRecoveryActions(demo: boolean): Action[] {
  return [
    implementWrite(redeemRecovery, {
      async prepare({ body }, { database, caller, now }) {
        // Counted apart from passwords: who tries codes does not lock out who signs in.
        const attemptHash = hashLogin(`recovery of ${foldLogin(body.login)}`);
        const minutes = await reserveAttempt(database, attemptHash, caller.address, now);
        if (minutes !== null) return refuse('access.too_many_attempts', { details: { minutes } });
        const found = await findRecoveryToUse(database, body.login);
        const right = await areHalves(body, found);
        // An unknown name, a recovery nobody confirmed and a wrong half are told apart nowhere.
        if (!right || found === null) return refuse('access.recovery_wrong');
        const checked = checkRecovery(found, now);
        if (!checked.ok) return checked;
        const hashed = await hashNewPassword(body.password, found);
        return hashed.ok ? accept({ found, passwordHash: hashed.value, attemptHash }) : hashed;
      },
      load: nothingStored,
      authorise: () => true,
      async handle(_input, _stored, context, { found, passwordHash, attemptHash }) {
        const { database, now, caller, audit } = context;
        if (!(await spendRecovery(database, { table: 'recovery', ...found }, passwordHash, now)))
          return refuse('access.recovery_used');
        await revokeFactors(database, found.accountId);
        await closeSessionsOf(database, found.accountId, now);
        await forgiveAttempts(database, attemptHash, caller.address, now);
        audit({ accountId: found.accountId, recoveryId: found.id });
        return accept(await openSession(context, found.accountId, demo));
      },
    }),
  ];
}
