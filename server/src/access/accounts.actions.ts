import {
  createAccount,
  disableAccount,
  getAccount,
  listAccounts,
  listPostsToGive,
} from '@mangnon/domain/access/accounts.api.ts';
import { givesOf } from '@mangnon/domain/access/giving.ts';
import { posts } from '@mangnon/domain/access/posts.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { implementRead, implementWrite, nothingStored, type Action } from '../platform/action/action.ts';
import { findHeldPlace, listAccountRows } from './account-pages.queries.ts';
import { countActiveAdministrators, insertAccount, setDisabled } from './accounts.queries.ts';
import { checkHoldings } from './check-holding.ts';
import { invite } from './invite.ts';
import { withdrawInvitations } from './invitations.queries.ts';
import { loadAnothers, showAccount } from './load-account.ts';
import { listGivingPlaces } from './post-holdings.queries.ts';
import { withdrawRecoveries } from './recoveries.queries.ts';
import { closeSessionsOf } from './sessions.queries.ts';

/** Local accounts, kept by the administrator, and by officers for those whose posts they give (giving.ts). */
export const accountActions: readonly Action[] = [
  implementRead(listAccounts, {
    async answer({ query }, { database, now, concerns }) {
      const place = query.placeId === undefined ? null : await findHeldPlace(database, query.placeId, now);
      if (query.placeId !== undefined && place === null)
        return refuse('access.post_place_unknown', { where: 'query.placeId', details: { place: query.placeId } });
      const page = await listAccountRows(database, query, now);
      const ids = page.accounts.map(({ id }) => id);
      concerns('account', ids);
      return accept({ ...page, place });
    },
  }),
  implementRead(getAccount, { answer: ({ params }, context) => showAccount(params.accountId, context) }),
  implementRead(listPostsToGive, {
    async answer(_input, { actor, database, now }) {
      const rules = actor.posts.flatMap((post) => givesOf[post] ?? []);
      const places = rules.length === 0 ? [] : await listGivingPlaces(database, vietnamDay(now));
      const everything = rules.some(({ rows }) => rows === 'none');
      const given = posts.filter((post) => rules.some((rule) => rule.posts.includes(post)));
      return accept({ gives: given.map((post) => ({ post, within: everything ? null : places })) });
    },
  }),
  implementWrite(createAccount, {
    load: nothingStored,
    authorise: () => true,
    async handle({ body }, _stored, context) {
      const { actor, database, now, audit } = context;
      const { login, name, title, holdings } = body;
      const checked = await checkHoldings(holdings, [], (index) => `body.holdings.${index}`, context);
      if (!checked.ok) return checked;
      const account = { login, name, title, holdings, passwordHash: null, createdBy: actor.accountId };
      const id = await insertAccount(database, account, now);
      if (id === null) return refuse('access.login_taken', { where: 'body.login', details: { login } });
      audit({ accountId: id });
      const invitation = await invite(id, context);
      const made = await showAccount(id, context);
      return made.ok ? accept({ account: made.value, invitation }) : made;
    },
  }),
  implementWrite(disableAccount, {
    load: ({ params }, context) => loadAnothers(params.accountId, context),
    authorise: (account) => account.kept,
    async handle(_input, account, context) {
      const { actor, database, now } = context;
      if (account.state === 'disabled') return showAccount(account.id, context);
      const administers = account.holdings.some(
        ({ post, standing }) => post === 'system_administrator' && standing !== 'ended',
      );
      if (administers && (await countActiveAdministrators(database)) === 1) return refuse('access.last_administrator');
      await setDisabled(database, account.id, now);
      await closeSessionsOf(database, account.id, now);
      await withdrawInvitations(database, account.id, now);
      await withdrawRecoveries(database, account.id, actor.accountId, now);
      return showAccount(account.id, context);
    },
  }),
];
