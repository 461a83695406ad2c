import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, listAccounts } from '@mangnon/domain/access/accounts.api.ts';
import { grantsOf } from '@mangnon/domain/access/posts.access.ts';
import { posts } from '@mangnon/domain/access/posts.ts';
import { randomUUID } from 'node:crypto';
import { accessModule } from './access.module.ts';
import { agenciesModule } from '../agencies/agencies.module.ts';
import { casesModule } from '../cases/cases.module.ts';
import { childrenModule } from '../children/children.module.ts';
import { cascadeModule } from '../law/cascade.module.ts';
import { plansModule } from '../plans/plans.module.ts';
import { healthPost } from '../testing/newcomer.ts';
import { addressOf } from '../testing/test-call.ts';
import { runOn } from '../testing/test-database.setup.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const unused = (): never => {
  throw new Error('nothing is sealed here: the actions are only listed');
};
const noKeys = { sealerIn: unused, names: { replace: unused, find: unused } };
const endpoints = [
  accessModule(false, noKeys, { address: null, provider: null }),
  agenciesModule,
  plansModule,
  cascadeModule,
  childrenModule(noKeys),
  casesModule(noKeys),
]
  .flatMap(({ actions }) => actions)
  .map(({ endpoint }) => endpoint);
const guarded = endpoints.filter(({ operation }) => operation !== 'public' && operation !== 'self');

describe('who may do what', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const ask = async (endpoint: (typeof endpoints)[number], cookie: string | null) => {
    const params = Object.fromEntries([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, randomUUID()]));
    const url = addressOf(endpoint.path, params);
    const headers = { host: 'localhost', ...(cookie !== null && { cookie }) };
    return server.app.inject({ method: endpoint.method, url, headers });
  };

  it('is asked of every endpoint that is not for everybody', () => {
    expect(guarded.length).toBeGreaterThan(10);
  });

  it('nobody passes without a session', async () => {
    for (const endpoint of endpoints.filter(({ operation }) => operation !== 'public')) {
      expect([endpoint.path, (await ask(endpoint, null)).statusCode]).toEqual([endpoint.path, 401]);
      const forged = await ask(endpoint, 'mangnon_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
      expect([endpoint.path, forged.statusCode]).toEqual([endpoint.path, 401]);
    }
  });

  it.each(posts)('a %s passes where the table says so, and nowhere else', async (post) => {
    const { cookie } = await server.signIn(post);
    for (const endpoint of guarded) {
      const answered = await ask(endpoint, cookie);
      const may = Object.keys(grantsOf[post]).includes(endpoint.operation);
      const said = [endpoint.method, endpoint.path, answered.statusCode === 403 ? 'refused' : 'passed'];
      expect(said).toEqual([endpoint.method, endpoint.path, may ? 'passed' : 'refused']);
      expect(answered.statusCode).toBeLessThan(500);
    }
  });

  it('a change of posts counts from the next call', async () => {
    const person = await server.signIn('system_administrator');
    expect((await server.call(person, listAccounts, { query: {} })).status).toBe(200);
    await runOn(server.databaseUrl, `update post_holding set ended_at = now() where account_id = '${person.id}'`);
    const refused = await server.call(person, listAccounts, { query: {} });
    expect([refused.status, refused.refusal.code]).toEqual([403, 'platform.not_allowed']);
    const trail = await server.database
      .selectFrom('audit_event')
      .selectAll()
      .where('account_id', '=', person.id)
      .orderBy('id')
      .execute();
    expect(trail.map(({ outcome, refusal_code }) => [outcome, refusal_code])).toEqual([
      ['accepted', null],
      ['refused', 'platform.not_allowed'],
    ]);
  });
});

describe('accounts', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const account = (login: string) => ({
    login,
    name: 'Hà Văn Mẫn',
    title: '',
    holdings: [healthPost],
  });

  it('take a login once, however it is written, and are listed with as many statements for many as for one', async () => {
    const administrator = await server.signIn('system_administrator');
    const one = await server.call(administrator, listAccounts, { query: {} });
    await server.call(administrator, createAccount, { body: account('Mẫn') });
    const again = await server.call(administrator, createAccount, { body: account('mẫn'.normalize('NFD')) });
    expect([again.status, again.refusal.where]).toEqual([409, 'body.login']);
    for (let n = 0; n < 5; n += 1) await server.call(administrator, createAccount, { body: account(`mẫn ${n}`) });
    const many = await server.call(administrator, listAccounts, { query: {} });
    expect(many.answer.accounts).toHaveLength(7);
    expect(many.statements.length).toBeGreaterThan(0);
    expect(many.statements).toEqual(one.statements);
    expect(JSON.stringify(many.answer)).not.toMatch(/argon|password/);
  });
});
