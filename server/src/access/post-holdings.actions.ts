import { endPost, givePost } from '@mangnon/domain/access/accounts.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { implementWrite, type Action } from '../platform/action/action.ts';
import { countActiveAdministrators } from './accounts.queries.ts';
import { checkHoldings } from './check-holding.ts';
import { loadAccount, loadAnothers, showAccount } from './load-account.ts';
import { endHolding, insertHoldings } from './post-holdings.queries.ts';

/** Giving and ending posts. Who may give which, and where, is asked of the very post (check-holding.ts) and by the database. */
export const postHoldingActions: readonly Action[] = [
  implementWrite(givePost, {
    load: ({ params }, context) => loadAnothers(params.accountId, context),
    authorise: ({ state }) => state !== 'disabled',
    async handle({ body }, account, context) {
      const checked = await checkHoldings([body], account.holdings, () => 'body', context);
      if (!checked.ok) return checked;
      const { database, actor, now } = context;
      await insertHoldings(database, { accountId: account.id, givenBy: actor.accountId }, [body], now);
      return showAccount(account.id, context);
    },
  }),
  implementWrite(endPost, {
    async load({ params }, context) {
      const loaded = await loadAccount(params.accountId, context);
      if (!loaded.ok) return loaded;
      const held = loaded.value.holdings.find(({ id, standing }) => id === params.holdingId && standing !== 'ended');
      return held === undefined ? refuse('access.post_not_found') : accept({ account: loaded.value, held });
    },
    authorise: ({ held }) => held.can.end,
    async handle({ params: { accountId, holdingId } }, { account, held }, context) {
      const { database, actor, now } = context;
      const last = held.post === 'system_administrator' && held.standing === 'current' && account.state !== 'disabled';
      if (last && (await countActiveAdministrators(database)) === 1) return refuse('access.last_administrator');
      await endHolding(database, { accountId, holdingId, endedBy: actor.accountId }, now);
      return showAccount(accountId, context);
    },
  }),
];
