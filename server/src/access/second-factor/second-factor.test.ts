import { generate } from 'otplib';
import { describe, expect, it } from 'vitest';
import { listAccounts } from '@mangnon/domain/access/accounts.api.ts';
import { listOwnSessions } from '@mangnon/domain/access/own-sessions.api.ts';
import {
  confirmAuthenticator,
  proveSecondFactor,
  startAuthenticator,
} from '@mangnon/domain/access/second-factor.api.ts';
import {
  createFirstAdministrator,
  getSession,
  signIn,
  signInAsDemoPerson,
} from '@mangnon/domain/access/session.api.ts';
import type { Called, Person } from '../../testing/test-call.ts';
import { serverForThisTest, type TestServer } from '../../testing/test-server.ts';

const password = 'một mật khẩu đủ dài';
const half = 30_000;

const cookieOf = ({ headers }: Called<unknown>) => String(headers['set-cookie']).split(';')[0] ?? '';
const later = (server: TestServer, by: number) => (server.clock.now = new Date(server.clock.now.getTime() + by));
const codeAt = (server: TestServer, secret: string, shift = 0) =>
  generate({ secret, epoch: Math.floor((server.clock.now.getTime() + shift) / 1000) });

/** A server whose clock stands at the beginning of a half minute, and its administrator by password alone. */
async function serverWithLan(): Promise<{ server: TestServer; lan: Person }> {
  const server = await serverForThisTest();
  server.clock.now = new Date(Math.ceil(server.clock.now.getTime() / half) * half + 10_000);
  const body = { name: 'Vi Thị Lan', login: 'lan', password };
  const made = await server.call(null, createFirstAdministrator, { body });
  return { server, lan: { ...made.answer.person, cookie: cookieOf(made) } };
}

async function enrol(server: TestServer, person: Person) {
  const started = await server.call(person, startAuthenticator, {});
  const secret = started.answer.secret.replaceAll(' ', '');
  const confirmed = await server.call(person, confirmAuthenticator, { body: { code: await codeAt(server, secret) } });
  return { secret, codes: confirmed.answer.recoveryCodes, person: { ...person, cookie: cookieOf(confirmed) } };
}

async function comeIn(server: TestServer): Promise<Person> {
  const called = await server.call(null, signIn, { body: { login: 'lan', password } });
  return { ...called.answer.person, cookie: cookieOf(called) };
}

describe('the second factor', () => {
  it('is set up before anything else is open, and shown at each sign-in after', async () => {
    const { server, lan } = await serverWithLan();
    expect((await server.call(lan, getSession, {})).answer).toMatchObject({ secondFactor: 'missing', can: [] });
    const refused = [await server.call(lan, listAccounts, { query: {} }), await server.call(lan, listOwnSessions, {})];
    expect(refused.map(({ status, refusal }) => [status, refusal.code])).toEqual([
      [403, 'platform.second_factor_needed'],
      [403, 'platform.second_factor_needed'],
    ]);
    const { person, secret } = await enrol(server, lan);
    expect((await server.call(lan, getSession, {})).status).toBe(401);
    expect((await server.call(person, getSession, {})).answer.secondFactor).toBe('done');
    expect((await server.call(person, listAccounts, { query: {} })).status).toBe(200);

    const again = await comeIn(server);
    expect((await server.call(again, getSession, {})).answer).toMatchObject({ secondFactor: 'needed', can: [] });
    expect((await server.call(again, listAccounts, { query: {} })).refusal.code).toBe('platform.second_factor_needed');
    later(server, half);
    const shown = await server.call(again, proveSecondFactor, { body: { code: await codeAt(server, secret) } });
    expect(shown.answer.can).toContain('access.account.list');
    expect((await server.call(again, getSession, {})).status).toBe(401);
    expect((await server.call({ ...again, cookie: cookieOf(shown) }, listAccounts, { query: {} })).status).toBe(200);
  });

  it('takes no code twice, nor one of another half minute', async () => {
    const { server, lan } = await serverWithLan();
    const { secret } = await enrol(server, lan);
    const attempt = async (code: string) =>
      (await server.call(await comeIn(server), proveSecondFactor, { body: { code } })).status;
    expect(await attempt(await codeAt(server, secret))).toBe(422);
    later(server, 10 * half);
    expect(await attempt(await codeAt(server, secret, -half))).toBe(422);
    expect(await attempt(await codeAt(server, secret, half))).toBe(422);
    const code = await codeAt(server, secret);
    expect(await attempt(`${code.slice(0, 3)} ${code.slice(3)}`)).toBe(200);
    expect(await attempt(code)).toBe(422);
  });

  it('is taken once when the same code comes twice at the same moment', async () => {
    const { server, lan } = await serverWithLan();
    const { secret } = await enrol(server, lan);
    later(server, half);
    const code = await codeAt(server, secret);
    const people = [await comeIn(server), await comeIn(server), await comeIn(server)];
    const shown = await Promise.all(people.map((one) => server.call(one, proveSecondFactor, { body: { code } })));
    expect(shown.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422]);
  });

  it('may be a code on paper, each good once, kept as Argon2id alone', async () => {
    const { server, lan } = await serverWithLan();
    const { codes } = await enrol(server, lan);
    expect(new Set(codes).size).toBe(10);
    const attempt = async (code = '') => server.call(await comeIn(server), proveSecondFactor, { body: { code } });
    expect((await attempt(codes[3]?.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await attempt(codes[3])).refusal.code).toBe('access.wrong_code');
    expect((await attempt(codes[4])).status).toBe(200);
    const rows = await server.database.selectFrom('recovery_code').selectAll().execute();
    expect(rows.every(({ code_hash }) => code_hash.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true);
    expect(rows.filter(({ used_at }) => used_at !== null)).toHaveLength(2);
  });

  it('cannot be guessed: five tries, then a quarter of an hour', async () => {
    const { server, lan } = await serverWithLan();
    const { secret } = await enrol(server, lan);
    later(server, half);
    const person = await comeIn(server);
    const attempt = (code: string) => server.call(person, proveSecondFactor, { body: { code } });
    const right = await codeAt(server, secret);
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
    for (let n = 0; n < 5; n += 1) expect((await attempt(wrong)).status).toBe(422);
    expect((await attempt(right)).refusal.code).toBe('access.too_many_attempts');
  });

  it('is not replaced by somebody who has the password alone', async () => {
    const { server, lan } = await serverWithLan();
    const { person } = await enrol(server, lan);
    const thief = await comeIn(server);
    expect((await server.call(thief, startAuthenticator, {})).refusal.code).toBe('access.prove_old_factor_first');
    await server.call(person, startAuthenticator, {});
    const confirmed = await server.call(thief, confirmAuthenticator, { body: { code: '123456' } });
    expect(confirmed.refusal.code).toBe('access.prove_old_factor_first');
  });

  it('keeps its secret sealed, and out of the audit trail', async () => {
    const { server, lan } = await serverWithLan();
    const { secret, codes } = await enrol(server, lan);
    const stored = await server.database.selectFrom('authenticator').selectAll().execute();
    const events = await server.database.selectFrom('audit_event').selectAll().execute();
    const row = stored[0];
    expect(row?.secret_sealed?.includes(secret)).toBe(false);
    expect(row?.next_secret_sealed).toBeNull();
    expect(events.map(({ action }) => action)).toContain('access.authenticator.confirm');
    for (const kept of [secret, ...codes]) expect(JSON.stringify(events)).not.toContain(kept);
  });

  it('is not asked of the invented people of a demo, and there alone', async () => {
    const demo = await serverForThisTest({ demo: true });
    const people = await demo.database.selectFrom('account').select('id').where('demo', '=', true).execute();
    expect(people.length).toBeGreaterThan(0);
    for (const { id } of people) {
      const called = await demo.call(null, signInAsDemoPerson, { body: { personId: id } });
      expect([called.answer.secondFactor, called.answer.can.length > 0]).toEqual(['done', true]);
    }
    const { server, lan } = await serverWithLan();
    await server.database.updateTable('account').set({ demo: true }).where('id', '=', lan.id).execute();
    expect((await server.call(lan, getSession, {})).status).toBe(401);
  });
});
