import { listOwnRecoveries, readOwnRecoveries, stopOwnRecovery } from '@mangnon/domain/access/recovery.api.ts';
import { accept } from '@mangnon/domain/kernel/result.ts';
import {
  implementRead,
  implementWrite,
  nothingStored,
  type Action,
  type TransactionContext,
} from '../platform/action/action.ts';
import { listUntold, setTold } from './own-recoveries.queries.ts';
import { withdrawRecoveries } from './recoveries.queries.ts';

const anybody = () => true;

async function present({ actor, database, now }: TransactionContext) {
  return accept({ recoveries: await listUntold(database, actor.accountId, now) });
}

/** What officers did to one's own account is told to its owner, who can stop what was not asked for. */
export const ownRecoveryActions: readonly Action[] = [
  implementRead(listOwnRecoveries, { answer: (_input, context) => present(context) }),
  implementWrite(readOwnRecoveries, {
    load: nothingStored,
    authorise: anybody,
    async handle(_input, _stored, context) {
      await setTold(context.database, context.actor.accountId, context.now);
      return present(context);
    },
  }),
  implementWrite(stopOwnRecovery, {
    load: nothingStored,
    authorise: anybody,
    async handle(_input, _stored, context) {
      const { actor, database, now, audit } = context;
      audit({ stopped: await withdrawRecoveries(database, actor.accountId, actor.accountId, now) });
      return present(context);
    },
  }),
];
