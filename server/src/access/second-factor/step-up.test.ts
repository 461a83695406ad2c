import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAccount, disableAccount, endPost, givePost, listAccounts } from '@mangnon/domain/access/accounts.api.ts';
import { signInAsDemoPerson } from '@mangnon/domain/access/session.api.ts';
import { cookieOf, givePasskey, showPasskey } from '../../testing/give-passkey.ts';
import type { Person } from '../../testing/test-call.ts';
import { serverForThisTest } from '../../testing/test-server.ts';

const minutes = (count: number) => count * 60_000;
const newcomer = (login: string) => ({
  login,
  name: 'Hà Văn Mẫn',
  title: '',
  holdings: [{ post: 'auditor' as const }],
});

describe('acts that concern others and cannot be undone', () => {
  it('name their need in the contract', () => {
    expect([createAccount, givePost, endPost, disableAccount].map(({ stepUp }) => stepUp)).toEqual(Array(4).fill(true));
  });

  it('need a second factor of the last five minutes, and are done after it is shown again', async () => {
    const server = await serverForThisTest();
    const { key, person: administrator } = await givePasskey(server, await server.signIn('system_administrator'));
    const create = (person: Person, login: string) => server.call(person, createAccount, { body: newcomer(login) });
    const start = server.clock.now.getTime();

    server.clock.now = new Date(start + minutes(5));
    expect((await create(administrator, 'man')).status).toBe(200);
    server.clock.now = new Date(start + minutes(5) + 1);
    const refused = await create(administrator, 'man-2');
    expect([refused.status, refused.refusal.code]).toEqual([403, 'platform.step_up_needed']);
    const ids = { accountId: randomUUID(), holdingId: randomUUID() };
    const others = [
      await server.call(administrator, disableAccount, { params: { accountId: ids.accountId } }),
      await server.call(administrator, endPost, { params: ids }),
    ];
    expect(others.map(({ refusal }) => refusal.code)).toEqual(Array(2).fill('platform.step_up_needed'));
    expect((await server.call(administrator, listAccounts, { query: {} })).status).toBe(200);

    expect((await create(await showPasskey(server, administrator, key), 'man-2')).status).toBe(200);
    const events = await server.database.selectFrom('audit_event').selectAll().execute();
    expect(events.filter(({ refusal_code }) => refusal_code === 'platform.step_up_needed')).toHaveLength(3);
  });

  it('are done in a demo by people who have no second factor', async () => {
    const server = await serverForThisTest({ demo: true });
    const { id: personId } = await server.database
      .selectFrom('account')
      .select('account.id')
      .innerJoin('post_holding', 'post_holding.account_id', 'account.id')
      .where('post', '=', 'system_administrator')
      .executeTakeFirstOrThrow();
    const called = await server.call(null, signInAsDemoPerson, { body: { personId } });
    server.clock.now = new Date(server.clock.now.getTime() + minutes(10));
    const person: Person = { ...called.answer.person, cookie: cookieOf(called) };
    expect((await server.call(person, createAccount, { body: newcomer('man') })).status).toBe(200);
  });
});
