import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createAccount, listAccounts } from '@mangnon/domain/access/accounts.api.ts';
import { acceptInvitation } from '@mangnon/domain/access/invitations.api.ts';
import { getSession, signIn, signOut } from '@mangnon/domain/access/session.api.ts';
import { openServer } from '../../main.ts';
import { eventually } from '../../testing/eventually.ts';
import { runOn } from '../../testing/test-database.setup.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { startEmbeddedPostgres } from '../database/embedded/embedded-postgres.ts';
import { openLog } from './logging.ts';

describe('the HTTP side', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const get = (url: string, headers: Record<string, string> = {}) =>
    server.app.inject({ url, headers: { host: 'localhost', ...headers } });

  it('says that it is ready', async () => {
    const answered = await get('/healthz');
    expect([answered.statusCode, answered.json()]).toEqual([200, { status: 'ready', version: expect.any(String) }]);
  });

  it('sends the headers that keep foreign code, framing and caches out', async () => {
    const { headers } = await get('/api/front-door');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  it.each([
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['an origin that is none', { origin: 'null' }],
  ])('changes nothing for %s', async (_from, headers) => {
    const { cookie } = await server.signIn('agency_officer');
    const options = { method: signOut.method, url: signOut.path, headers: { host: 'localhost', cookie, ...headers } };
    const answered = await server.app.inject(options);
    expect([answered.statusCode, answered.json().code]).toEqual([403, 'platform.foreign_origin']);
    expect((await get(getSession.path, { cookie })).statusCode).toBe(200);
  });

  it('takes what comes from its own pages', async () => {
    const { cookie } = await server.signIn('agency_officer');
    const headers = {
      host: 'localhost:8080',
      cookie,
      origin: 'http://localhost:8080',
      'sec-fetch-site': 'same-origin',
    };
    expect((await server.app.inject({ method: signOut.method, url: signOut.path, headers })).statusCode).toBe(200);
  });

  it.each([
    ['broken JSON', '{"a"', 'application/json', 400, 'platform.unreadable_body'],
    ['an empty body', '', 'application/json', 400, 'platform.unreadable_body'],
    ['a form', 'a=b', 'text/csv', 415, 'platform.wrong_content_type'],
    ['two megabytes', `{"login":"${'a'.repeat(2_000_000)}"}`, 'application/json', 413, 'platform.body_too_large'],
  ])('answers %s with a sentence', async (_what, payload, type, status, code) => {
    const headers = { host: 'localhost', 'content-type': type };
    const answered = await server.app.inject({ method: 'POST', url: signIn.path, headers, payload });
    expect([answered.statusCode, answered.json().code]).toEqual([status, code]);
    expect(answered.json().message).toEqual({ vi: expect.any(String), en: expect.any(String) });
  });

  it('answers an unknown address with a sentence, and never with the page under /api', async () => {
    const answered = await get('/api/nothing', { accept: 'text/html' });
    expect([answered.statusCode, answered.json().code]).toEqual([404, 'platform.not_found']);
    expect((await get('/assets/gone.js', { accept: 'text/html' })).statusCode).toBe(404);
    expect((await get('/%c0%ae%c0%ae/etc/passwd')).statusCode).toBeGreaterThanOrEqual(400);
  });

  it('describes every endpoint from the schemas that check it', async () => {
    const { paths, openapi } = (await get('/api/openapi.json')).json();
    expect(openapi).toBe('3.1.0');
    expect(
      paths[acceptInvitation.path].put.requestBody.content['application/json'].schema.properties.password,
    ).toMatchObject({
      minLength: 12,
    });
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([createAccount.path, signIn.path, '/api/plans/{planId}']),
    );
  });

  it('goes on with new connections when the old ones were cut', async () => {
    const administrator = await server.signIn('system_administrator');
    const name = new URL(server.databaseUrl).pathname.slice(1);
    await runOn(
      inject('clusterUrl'),
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    );
    const back = async () => (await server.call(administrator, listAccounts, { query: {} })).status === 200;
    expect(await eventually(back)).toBe(true);
  });

  it('says that the database is away', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mangnon-away-'));
    const postgres = await startEmbeddedPostgres({ home: join(folder, 'postgres'), durable: false });
    const own = await openServer({
      databaseUrl: postgres.url,
      embedded: false,
      demo: false,
      namedStatements: true,
      trustProxy: false,
      log: openLog('silent'),
      now: () => new Date(),
    });
    try {
      await postgres.stop();
      const answered = await own.app.inject({ url: '/api/front-door', headers: { host: 'localhost' } });
      expect([answered.statusCode, answered.json().code]).toEqual([503, 'platform.database_unavailable']);
      expect((await own.app.inject('/healthz')).statusCode).toBe(503);
    } finally {
      await own.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('keeps a forged forwarding header from naming another address', async () => {
    await server.app.inject({
      method: 'POST',
      url: signIn.path,
      headers: { host: 'localhost', 'x-forwarded-for': '203.0.113.9' },
      payload: { login: 'x', password: 'y' },
    });
    const events = await server.database.selectFrom('audit_event').select('address').distinct().execute();
    expect(events.map(({ address }) => address)).not.toContain('203.0.113.9');
  });

  it('ends a request whose body never comes', async () => {
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.app.server.address() as AddressInfo;
    const headers = { 'content-type': 'application/json', 'content-length': '100' };
    const open = request({ port, host: '127.0.0.1', method: 'POST', path: signIn.path, headers });
    open.on('error', () => undefined);
    open.write('{');
    expect(server.app.server.requestTimeout).toBe(120_000);
    open.destroy();
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });
});
