import {
  listOperatorRecoveries,
  readOperatorRecoveries,
  redeemOperatorRecovery,
} from '@mangnon/domain/access/operator-recovery.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import {
  implementRead,
  implementWrite,
  nothingStored,
  type Action,
  type TransactionContext,
} from '../../platform/action/action.ts';
import { hashEntryCode } from '../handed-code.ts';
import { hashNewPassword } from '../new-password.ts';
import { openSession } from '../open-session.ts';
import { revokeFactors } from '../second-factor/revoke-factors.queries.ts';
import { closeSessionsOf } from '../sessions.queries.ts';
import { spendRecovery } from '../spend-recovery.queries.ts';
import { findCode, listUntoldCodes, setCodesTold } from './operator-recoveries.queries.ts';

const notGood = refuse('access.operator_code_not_good', { where: 'body.code' });

async function present({ actor, database, now }: TransactionContext) {
  return accept({ recoveries: await listUntoldCodes(database, actor.accountId, now) });
}

/** Coming back by a code made on the server, and who is told of it. Making one is a command (issue-code.ts). */
export function operatorRecoveryActions(demo: boolean): Action[] {
  return [
    implementWrite(redeemOperatorRecovery, {
      async prepare({ body }, { database, now }) {
        const found = await findCode(database, hashEntryCode(body.code), now);
        if (found === null) return notGood;
        const hashed = await hashNewPassword(body.password, found);
        return hashed.ok ? accept({ found, passwordHash: hashed.value }) : hashed;
      },
      load: nothingStored,
      authorise: () => true,
      async handle(_input, _stored, context, { found, passwordHash }) {
        const { database, now, audit } = context;
        // Of two who send one code at once, the second finds it spent.
        if (!(await spendRecovery(database, { table: 'operator_recovery', ...found }, passwordHash, now)))
          return notGood;
        await revokeFactors(database, found.accountId);
        await closeSessionsOf(database, found.accountId, now);
        audit({ accountId: found.accountId, operatorRecoveryId: found.id });
        return accept(await openSession(context, found.accountId, demo));
      },
    }),
    implementRead(listOperatorRecoveries, { answer: (_input, context) => present(context) }),
    implementWrite(readOperatorRecoveries, {
      load: nothingStored,
      authorise: () => true,
      async handle(_input, _stored, context) {
        await setCodesTold(context.database, context.actor.accountId, context.now);
        return present(context);
      },
    }),
  ];
}
