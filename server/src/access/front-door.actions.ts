import { createFirstAdministrator, getFrontDoor } from '@mangnon/domain/access/session.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { implementRead, implementWrite, type Action } from '../platform/action/action.ts';
import { hasAdministrator, insertAccount, lockAdministration } from './accounts.queries.ts';
import { listDemoPeople } from './demo-people.queries.ts';
import { openSession } from './open-session.ts';
import { hashNewPassword } from './new-password.ts';

/** What stands before the sign-in, and the one account that may be made without one. */
export function frontDoorActions(demo: boolean, provider: { readonly name: string } | null): Action[] {
  return [
    implementRead(getFrontDoor, {
      answer: async (_input, { database, caller }) =>
        accept({
          demo,
          needsFirstAdministrator: !(await hasAdministrator(database, demo)),
          provider: provider === null ? null : { name: provider.name },
          demoPeople: demo && caller.loopback ? await listDemoPeople(database) : [],
        }),
    }),
    implementWrite(createFirstAdministrator, {
      async prepare({ body }, { database }) {
        if (await hasAdministrator(database, demo)) return refuse('access.first_administrator_exists');
        return hashNewPassword(body.password, body);
      },
      async load(_input, { database }) {
        await lockAdministration(database);
        return accept({ exists: await hasAdministrator(database, demo) });
      },
      authorise: () => true,
      async handle({ body }, { exists }, context, passwordHash) {
        if (exists) return refuse('access.first_administrator_exists');
        const { login, name } = body;
        const account = {
          login,
          name,
          title: '',
          holdings: [{ post: 'system_administrator' as const }],
          passwordHash,
          createdBy: null,
        };
        const id = await insertAccount(context.database, account, context.now);
        if (id === null) return refuse('access.login_taken', { where: 'body.login', details: { login } });
        return accept(await openSession(context, id, demo));
      },
    }),
  ];
}
