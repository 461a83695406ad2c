import { describe, expect, it } from 'vitest';
import { createFirstAdministrator, signIn } from '@mangnon/domain/access/session.api.ts';
import { serverForThisTest, type TestServer } from '../testing/test-server.ts';

const password = 'một mật khẩu đủ dài';

async function serverWithLan(): Promise<TestServer> {
  const server = await serverForThisTest();
  await server.call(null, createFirstAdministrator, { body: { name: 'Vi Thị Lan', login: 'lan', password } });
  return server;
}

describe('signing in', () => {
  it('says the same of an unknown login and of a wrong password', async () => {
    const server = await serverWithLan();
    const wrong = await server.call(null, signIn, { body: { login: 'lan', password: 'sai rồi, sai rồi' } });
    const unknown = await server.call(null, signIn, { body: { login: 'nobody', password: 'sai rồi, sai rồi' } });
    expect(wrong.status).toBe(401);
    expect(unknown.refusal).toEqual(wrong.refusal);
  });

  it('takes as long for an unknown login as for a known one', async () => {
    const server = await serverWithLan();
    const logins = ['lan', 'nobody'] as const;
    const times = { lan: [] as number[], nobody: [] as number[] };
    for (let round = 0; round < 24; round += 1) {
      for (const login of logins) {
        // Each from a fresh window, so that the throttle has no say.
        server.clock.now = new Date(server.clock.now.getTime() + 16 * 60_000);
        const start = performance.now();
        await server.call(null, signIn, { body: { login, password: 'sai rồi, sai rồi' } });
        times[login].push(performance.now() - start);
      }
    }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length / 2] ?? 0;
    const ratio = median(times.nobody) / median(times.lan);
    // A missing hash would be three times quicker; the machine's own noise is less than this.
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
  });

  it('makes a guesser wait after five failures, and lets in again a quarter of an hour later', async () => {
    const server = await serverWithLan();
    const attempt = (given: string) => server.call(null, signIn, { body: { login: 'Lan', password: given } });
    for (let n = 0; n < 5; n += 1)
      expect((await attempt('sai rồi, sai rồi')).refusal.code).toBe('access.wrong_credentials');
    const sixth = await attempt(password);
    expect([sixth.status, sixth.refusal.code, sixth.refusal.details]).toEqual([
      429,
      'access.too_many_attempts',
      { minutes: 15 },
    ]);
    server.clock.now = new Date(server.clock.now.getTime() + 16 * 60_000);
    expect((await attempt(password)).status).toBe(200);
  });

  it('does not let twenty guesses through that are sent at once', async () => {
    const server = await serverWithLan();
    const guesses = Array.from({ length: 20 }, (_, n) =>
      server.call(null, signIn, { body: { login: 'lan', password: `lần đoán thứ ${n}` } }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
  });

  it('forgives failures after the right password', async () => {
    const server = await serverWithLan();
    const attempt = (given: string) => server.call(null, signIn, { body: { login: 'lan', password: given } });
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 4; n += 1) await attempt('sai rồi, sai rồi');
      expect((await attempt(password)).status).toBe(200);
    }
  });

  it('leaves its trace in the audit trail, without what was typed', async () => {
    const server = await serverWithLan();
    await server.call(null, signIn, { body: { login: 'lan', password: 'sai rồi, sai rồi' } });
    await server.call(null, signIn, { body: { login: 'lan', password } });
    const events = await server.database.selectFrom('audit_event').selectAll().orderBy('id').execute();
    expect(events.map(({ action, outcome, refusal_code }) => [action, outcome, refusal_code])).toEqual([
      ['access.first_administrator.create', 'accepted', null],
      ['access.session.create', 'refused', 'access.wrong_credentials'],
      ['access.session.create', 'accepted', null],
    ]);
    expect(events[2]?.account_id).toBe(events[0]?.account_id);
    expect(JSON.stringify(events)).not.toMatch(/sai rồi|mật khẩu|"lan"/);
  });
});
