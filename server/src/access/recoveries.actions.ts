import { canDo } from '@mangnon/domain/access/posts.access.ts';
import {
  confirmRecovery,
  listRecoveries,
  startRecovery,
  withdrawRecovery,
  type Recovery,
} from '@mangnon/domain/access/recovery.api.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { implementRead, implementWrite, type Action, type TransactionContext } from '../platform/action/action.ts';
import { listKeptAmong } from './account-pages.queries.ts';
import { drawHalf, hashHalf } from './recovery-halves.ts';
import { codeLife } from './invite.ts';
import { loadAccount, loadAnothers } from './load-account.ts';
import {
  insertRecovery,
  listOpenRecoveries,
  lockOpenRecovery,
  setConfirmed,
  withdrawRecoveries,
} from './recoveries.queries.ts';

/** The recoveries under way of accounts the caller may know of, and what the caller may do with each. */
async function presentOpen({ actor, database, now }: TransactionContext): Promise<Recovery[]> {
  const rows = await listOpenRecoveries(database, now);
  const ids = rows.map(({ account }) => account.id);
  const known = new Map((await listKeptAmong(database, ids, now)).map(({ id, kept }) => [id, kept]));
  const may = canDo(actor.posts, 'access.account.recover');
  return rows
    .filter(({ account }) => known.has(account.id))
    .map((row) => {
      const keeps = may && known.get(row.account.id) === true && row.account.id !== actor.accountId;
      const second = row.confirmedBy === null && row.startedBy.id !== actor.accountId;
      return {
        ...row,
        startedAt: row.startedAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        can: { confirm: keeps && second, withdraw: keeps },
      };
    });
}

async function handOver(id: string, half: string, context: TransactionContext) {
  const recovery = (await presentOpen(context)).find((one) => one.id === id);
  return recovery === undefined ? refuse('access.recovery_not_found') : accept({ recovery, half });
}

/** The recovery and the account it is of, both locked. */
async function loadOpen(id: string, context: TransactionContext) {
  const found = await lockOpenRecovery(context.database, id, context.now);
  if (found === null) return refuse('access.recovery_not_found');
  const account = await loadAccount(found.accountId, context);
  return account.ok ? accept({ ...found, kept: account.value.kept }) : account;
}

async function prepareHalf(): Promise<Result<{ readonly half: string; readonly hash: string }>> {
  const half = drawHalf();
  return accept({ half, hash: await hashHalf(half) });
}

/** What two officers do for a person who lost password or second factor. Using the code stands in redeem-recovery.actions.ts. */
export const recoveryActions: readonly Action[] = [
  implementRead(listRecoveries, {
    async answer(_input, context) {
      const recoveries = await presentOpen(context);
      const ids = recoveries.map(({ account }) => account.id);
      context.concerns('account', ids);
      return accept({ recoveries });
    },
  }),
  implementWrite(startRecovery, {
    prepare: prepareHalf,
    load: ({ params }, context) => loadAnothers(params.accountId, context),
    authorise: (account) => account.kept,
    async handle({ params: { accountId }, body }, account, context, { half, hash }) {
      const { actor, database, now, audit } = context;
      if (account.state === 'disabled') return refuse('access.account_disabled');
      if (account.state === 'invited' || account.demo) return refuse('access.no_password_yet');
      if (account.recovering) return refuse('access.recovery_under_way');
      // One that ran out may still stand open.
      await withdrawRecoveries(database, accountId, actor.accountId, now);
      const expiresAt = new Date(now.getTime() + codeLife);
      const started = { accountId, lost: body.lost, by: actor.accountId, firstHash: hash, expiresAt };
      const id = await insertRecovery(database, started, now);
      audit({ recoveryId: id });
      return handOver(id, half, context);
    },
  }),
  implementWrite(confirmRecovery, {
    prepare: prepareHalf,
    load: ({ params }, context) => loadOpen(params.recoveryId, context),
    authorise: ({ kept, accountId }, { actor }) => kept && accountId !== actor.accountId,
    async handle({ params: { recoveryId } }, found, context, { half, hash }) {
      const { actor, database, now, audit } = context;
      if (found.startedBy === actor.accountId) return refuse('access.recovery_own_start');
      if (found.confirmedBy !== null) return refuse('access.recovery_confirmed');
      await setConfirmed(database, { id: recoveryId, by: actor.accountId, secondHash: hash }, now);
      audit({ accountId: found.accountId });
      return handOver(recoveryId, half, context);
    },
  }),
  implementWrite(withdrawRecovery, {
    load: ({ params }, context) => loadOpen(params.recoveryId, context),
    authorise: ({ kept, accountId }, { actor }) => kept && accountId !== actor.accountId,
    async handle(_input, { accountId }, context) {
      const { actor, database, now, audit } = context;
      await withdrawRecoveries(database, accountId, actor.accountId, now);
      audit({ accountId });
      return accept({ recoveries: await presentOpen(context) });
    },
  }),
];
