import { describe, expect, it } from 'vitest';
import { changePassword } from '@mangnon/domain/access/own-password.api.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from '@mangnon/domain/access/own-sessions.api.ts';
import { createFirstAdministrator, getSession, signIn } from '@mangnon/domain/access/session.api.ts';
import type { Person } from '../testing/test-call.ts';
import { serverForThisTest, type TestServer } from '../testing/test-server.ts';
import { makeToken } from './session-token.ts';
import { insertSession } from './sessions.queries.ts';

const password = 'một mật khẩu đủ dài';
const another = 'hoa gạo nở đầu tháng ba';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const chrome =
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';

async function serverWithLan(): Promise<TestServer> {
  const server = await serverForThisTest();
  await server.call(null, createFirstAdministrator, { body: { name: 'Vi Thị Lan', login: 'lan', password } });
  await server.database.updateTable('session').set({ closed_at: server.clock.now }).execute();
  return server;
}

/** As if every open session had shown its second factor; how that is done stands in second-factor.test.ts. */
async function showSecondFactor({ database, clock }: TestServer): Promise<void> {
  await database.updateTable('session').set({ second_factor_at: clock.now }).execute();
}

async function comeIn(server: TestServer, userAgent = '', given = password): Promise<Person> {
  const answered = await server.app.inject({
    method: signIn.method,
    url: signIn.path,
    headers: { host: 'localhost', 'user-agent': userAgent },
    payload: { login: 'lan', password: given },
  });
  const { person } = answered.json<{ person: Person }>();
  await showSecondFactor(server);
  return { id: person.id, name: person.name, cookie: String(answered.headers['set-cookie']).split(';')[0] ?? '' };
}

/** Somebody with an account and no post at all. */
async function comeAsStranger(server: TestServer): Promise<Person> {
  const { clock, database } = server;
  return database.transaction().execute(async (transaction) => {
    const { id, name } = await transaction
      .insertInto('account')
      .values({
        login: 'stranger',
        login_folded: 'stranger',
        name: 'Hà Văn Mẫn',
        title: '',
        password_hash: '$argon2id$none',
        created_at: clock.now,
      })
      .returning(['id', 'name'])
      .executeTakeFirstOrThrow();
    const { token, hash } = makeToken();
    await insertSession(transaction, id, hash, clock.now, { at: clock.now, kind: 'app' });
    return { id, name, cookie: `mangnon_session=${token}` };
  });
}

const isIn = async (server: TestServer, person: Person) => (await server.call(person, getSession, {})).status === 200;

describe('one’s own sessions', () => {
  it('are listed with what a person knows them by, the ended ones not', async () => {
    const server = await serverWithLan();
    const here = await comeIn(server, firefox);
    await comeIn(server, chrome);
    const gone = await comeIn(server, firefox);
    server.clock.now = new Date(server.clock.now.getTime() + 120_000);
    const { sessions } = (await server.call(here, listOwnSessions, {})).answer;
    expect(sessions.map(({ current, device, address }) => [current, device, address])).toEqual([
      [true, 'Firefox, Windows', '127.0.0.1'],
      ...sessions.slice(1).map(({ device }) => [false, device, '127.0.0.1']),
    ]);
    expect(sessions.map(({ device }) => device).toSorted()).toEqual([
      'Chrome, Android',
      'Firefox, Windows',
      'Firefox, Windows',
    ]);
    await server.database
      .updateTable('session')
      .set({ closed_at: server.clock.now })
      .where('id', '=', sessions.find(({ current, device }) => !current && device.startsWith('Firefox'))?.id ?? '')
      .execute();
    expect(await isIn(server, gone)).toBe(false);
    expect((await server.call(here, listOwnSessions, {})).answer.sessions).toHaveLength(2);
  });

  it('are ended one by one or all others together, at once', async () => {
    const server = await serverWithLan();
    const [here, one, two, three] = [
      await comeIn(server),
      await comeIn(server),
      await comeIn(server),
      await comeIn(server),
    ];
    const known = (await server.call(one, listOwnSessions, {})).answer.sessions.find(({ current }) => current);
    const sessionId = known?.id ?? '';
    const left = await server.call(here, endOwnSession, { params: { sessionId } });
    expect(left.answer.sessions).toHaveLength(3);
    expect([await isIn(server, one), await isIn(server, two)]).toEqual([false, true]);
    expect((await server.call(here, endOtherSessions, {})).answer.sessions.map(({ current }) => current)).toEqual([
      true,
    ]);
    expect([await isIn(server, two), await isIn(server, three), await isIn(server, here)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('are nobody else’s, and the one that asks is ended by signing out', async () => {
    const server = await serverWithLan();
    const lan = await comeIn(server);
    const own = (await server.call(lan, listOwnSessions, {})).answer.sessions[0];
    const refused = await server.call(lan, endOwnSession, { params: { sessionId: own?.id ?? '' } });
    expect([refused.status, refused.refusal.code]).toEqual([409, 'access.own_session_current']);
    const stranger = await comeAsStranger(server);
    await server.call(stranger, endOwnSession, { params: { sessionId: own?.id ?? '' } });
    expect((await server.call(stranger, endOtherSessions, {})).answer.sessions).toHaveLength(1);
    expect(await isIn(server, lan)).toBe(true);
  });
});

describe('one’s own password', () => {
  it('is changed by who knows the old one; all sessions end but this one, which gets a new token', async () => {
    const server = await serverWithLan();
    const [lan, elsewhere] = [await comeIn(server), await comeIn(server)];
    const changed = await server.call(lan, changePassword, { body: { oldPassword: password, newPassword: another } });
    expect(changed.answer.person.id).toBe(lan.id);
    const renewed = { ...lan, cookie: String(changed.headers['set-cookie']).split(';')[0] ?? '' };
    expect([await isIn(server, elsewhere), await isIn(server, lan), await isIn(server, renewed)]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await server.call(null, signIn, { body: { login: 'lan', password } })).status).toBe(401);
    expect((await server.call(null, signIn, { body: { login: 'lan', password: another } })).status).toBe(200);
    const events = await server.database.selectFrom('audit_event').selectAll().execute();
    expect(events.some(({ action, outcome }) => action === 'access.password.update' && outcome === 'accepted')).toBe(
      true,
    );
    expect(JSON.stringify(events)).not.toMatch(/mật khẩu|hoa gạo/);
  });

  it('stays where the old one is wrong or the new one is no good, and cannot be guessed from an open screen', async () => {
    const server = await serverWithLan();
    const lan = await comeIn(server);
    const attempt = (oldPassword: string, newPassword: string) =>
      server.call(lan, changePassword, { body: { oldPassword, newPassword } });
    const poor = await attempt(password, 'password1234');
    expect([poor.status, poor.refusal.code, poor.refusal.where]).toEqual([
      422,
      'access.password_breached',
      'body.newPassword',
    ]);
    for (let n = 0; n < 4; n += 1) {
      const wrong = await attempt('sai rồi, sai rồi', another);
      expect([wrong.status, wrong.refusal.code]).toEqual([422, 'access.old_password_wrong']);
    }
    expect((await attempt(password, another)).status).toBe(429);
    server.clock.now = new Date(server.clock.now.getTime() + 16 * 60_000);
    expect(await isIn(server, await comeIn(server))).toBe(true);
  });
});
