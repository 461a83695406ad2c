import { signInAsDemoPerson } from '@mangnon/domain/access/session.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { implementWrite, type Action } from '../platform/action/action.ts';
import { openSession } from './open-session.ts';

/** One click instead of a password, for invented people. Mounted in demo mode alone; see access.module.ts. */
export const demoSessionActions: readonly Action[] = [
  implementWrite(signInAsDemoPerson, {
    async load({ body }, { database, caller }) {
      if (!caller.loopback) return refuse('access.demo_only');
      const account = await database
        .selectFrom('account')
        .select(['id', 'demo'])
        .where('id', '=', body.personId)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      return account === undefined ? refuse('access.account_not_found') : accept(account);
    },
    authorise: ({ demo }) => demo,
    handle: async (_input, { id }, context) => accept(await openSession(context, id, true)),
  }),
];
