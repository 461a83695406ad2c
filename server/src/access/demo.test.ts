import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getFrontDoor, getSession, signInAsDemoPerson } from '@mangnon/domain/access/session.api.ts';
import { openServer } from '../main.ts';
import { openLog } from '../platform/http/logging.ts';
import { testKeys } from '../testing/test-keys.ts';
import { serverForThisTest, startTestServer, type TestServer } from '../testing/test-server.ts';
import { demoPeople } from './demo-people.ts';

const path = signInAsDemoPerson.path;

async function come(server: TestServer, headers: Record<string, string>, remoteAddress = '127.0.0.1') {
  const door = await server.call(null, getFrontDoor, {});
  const personId = door.answer.demoPeople[0]?.id ?? '00000000-0000-4000-8000-000000000000';
  return server.app.inject({
    method: 'POST',
    url: path,
    remoteAddress,
    headers: { host: 'localhost:8080', ...headers },
    payload: { personId },
  });
}

describe('the demo', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ demo: true });
  });
  afterAll(() => server.stop());

  it('offers each invented person, who comes in by one click', async () => {
    const { answer } = await server.call(null, getFrontDoor, {});
    expect(answer).toMatchObject({ demo: true, needsFirstAdministrator: false });
    expect(answer.demoPeople.map(({ name }) => name)).toEqual(demoPeople.map(({ name }) => name));
    for (const { id, name } of answer.demoPeople) {
      const called = await server.call(null, signInAsDemoPerson, { body: { personId: id } });
      expect(called.answer).toMatchObject({ demo: true, person: { id, name } });
    }
  });

  it.each([
    ['from another machine', {}, '192.0.2.7'],
    ['through a proxy', { 'x-forwarded-for': '192.0.2.7' }, '127.0.0.1'],
    ['through a proxy that says so in its own way', { forwarded: 'for=192.0.2.7' }, '127.0.0.1'],
    ['under a name that only points here', { host: 'mangnon.example' }, '127.0.0.1'],
  ])('lets nobody in %s', async (_where, headers, address) => {
    const answered = await come(server, headers, address);
    expect([answered.statusCode, answered.headers['set-cookie']]).toEqual([404, undefined]);
    const door = await server.app.inject({
      url: getFrontDoor.path,
      remoteAddress: address,
      headers: { host: 'localhost', ...headers },
    });
    expect(door.json()).toMatchObject({ demoPeople: [] });
  });

  it('lets nobody use the session of an invented person from elsewhere', async () => {
    const cookie = String((await come(server, {})).headers['set-cookie']).split(';')[0] ?? '';
    const ask = (remoteAddress: string) =>
      server.app.inject({ url: getSession.path, remoteAddress, headers: { host: 'localhost', cookie } });
    expect((await ask('127.0.0.1')).statusCode).toBe(200);
    expect((await ask('192.0.2.7')).statusCode).toBe(401);
  });

  it('does not exist in an installation for real data', async () => {
    const server = await serverForThisTest();
    expect((await come(server, {})).statusCode).toBe(404);
    expect((await server.call(null, getFrontDoor, {})).answer.demoPeople).toEqual([]);
    expect(await server.database.selectFrom('account').selectAll().execute()).toEqual([]);
    const described = await server.app.inject({ url: '/api/openapi.json', headers: { host: 'localhost' } });
    expect(described.body).not.toContain('/api/demo');
  });

  it('is gone when it is switched off, and its people with it', async () => {
    const server = await serverForThisTest({ demo: true });
    const cookie = String((await come(server, {})).headers['set-cookie']).split(';')[0] ?? '';
    const off = await openServer({
      databaseUrl: server.databaseUrl,
      embedded: false,
      demo: false,
      keys: testKeys,
      namedStatements: true,
      trustProxy: false,
      log: openLog('silent'),
      now: () => server.clock.now,
    });
    try {
      const ask = (url: string) => off.app.inject({ url, headers: { host: 'localhost', cookie } });
      expect((await ask(getFrontDoor.path)).json()).toEqual({
        demo: false,
        provider: null,
        needsFirstAdministrator: true,
        demoPeople: [],
      });
      expect((await ask(getSession.path)).statusCode).toBe(401);
      const { id: personId } = await server.database
        .selectFrom('account')
        .select('id')
        .limit(1)
        .executeTakeFirstOrThrow();
      const headers = { host: 'localhost' };
      const enter = await off.app.inject({ method: 'POST', url: path, headers, payload: { personId } });
      expect([enter.statusCode, enter.headers['set-cookie']]).toEqual([404, undefined]);
    } finally {
      await off.stop();
    }
  });
});
