import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disableAccount } from '@mangnon/domain/access/accounts.api.ts';
import { getSession, setLanguage, signIn, signOut } from '@mangnon/domain/access/session.api.ts';
import { inviteAndComeIn } from '../testing/newcomer.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const minutes = (count: number) => count * 60_000;
const password = 'một mật khẩu đủ dài';

describe('sessions', () => {
  let server: TestServer;
  let administrator: Person;
  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.signIn('system_administrator');
  });
  afterAll(() => server.stop());

  async function createPerson(): Promise<{ login: string; id: string }> {
    const login = `login-${randomBytes(4).toString('hex')}`;
    const { id } = await inviteAndComeIn(server, administrator, { login, password });
    return { login, id };
  }

  async function enter(login: string, given = password): Promise<Person> {
    const called = await server.call(null, signIn, { body: { login, password: given } });
    const cookie = String(called.headers['set-cookie']).split(';')[0] ?? '';
    return { id: called.answer.person.id, name: called.answer.person.name, cookie };
  }

  it('signs in, says who it is and what they may do, and signs out', async () => {
    const { login, id } = await createPerson();
    const called = await server.call(null, signIn, { body: { login: login.toUpperCase(), password } });
    expect(called.answer).toMatchObject({
      person: { id, name: 'Hà Văn Mẫn', posts: ['agency_officer'], language: 'vi' },
      can: [],
      secondFactor: 'missing',
      demo: false,
    });
    expect(String(called.headers['set-cookie'])).toMatch(
      /^mangnon_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const person = await enter(login);
    await server.database.updateTable('session').set({ second_factor_at: server.clock.now }).execute();
    expect((await server.call(person, getSession, {})).answer).toMatchObject({
      person: { id },
      can: [
        'plans.plan.list',
        'plans.plan.read',
        'law.text.read',
        'law.target.edit',
        'tasks.task.read',
        'tasks.progress.report',
        'tasks.proof.read',
        'inspections.inspection.read',
        'inspections.recommendation.report',
        'reports.regime.read',
        'reports.sending.add',
        'reports.version.read',
        'reports.version.edit',
        'plans.writing.read',
        'plans.writing.edit',
        'plans.writing.comment',
        'agencies.agency.search',
        'agencies.agency.read',
        'agencies.office.read',
        'places.place.search',
        'places.place.read',
        'law.calendar.read',
        'indicators.indicator.read',
        'attention.reminder.read',
        'children.child.read',
        'cases.case.read',
      ],
    });
    await server.call(person, signOut, {});
    expect((await server.call(person, getSession, {})).status).toBe(401);
  });

  it('keeps only a hash of the token, and gives a fresh one each time', async () => {
    const { login } = await createPerson();
    const [first, second] = [await enter(login), await enter(login)];
    expect(first.cookie).not.toBe(second.cookie);
    const rows = await server.database.selectFrom('session').selectAll().execute();
    const token = first.cookie.split('=')[1] ?? '';
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.every((row) => row.token_hash.length === 32)).toBe(true);
  });

  it('takes both ways of writing a Vietnamese letter for the same password', async () => {
    const { login } = await createPerson();
    expect((await enter(login, password.normalize('NFD'))).name).toBe('Hà Văn Mẫn');
  });

  it('ends after fifteen minutes without use, and lasts while it is used', async () => {
    const person = await server.signIn('agency_officer');
    const start = server.clock.now;
    try {
      server.clock.now = new Date(start.getTime() + minutes(14));
      expect((await server.call(person, getSession, {})).status).toBe(200);
      server.clock.now = new Date(start.getTime() + minutes(28));
      expect((await server.call(person, getSession, {})).status).toBe(200);
      server.clock.now = new Date(start.getTime() + minutes(43) + 1);
      const late = await server.call(person, getSession, {});
      expect(late.status).toBe(401);
      expect(late.refusal).toMatchObject({ code: 'platform.not_signed_in', message: { vi: /./, en: /./ } });
    } finally {
      server.clock.now = start;
    }
  });

  it('ends after eight hours however much it is used', async () => {
    // A moment ahead of every clock, so that the session begins at this very instant.
    const start = new Date(Date.now() + 1000);
    server.clock.now = start;
    const person = await server.signIn('agency_officer');
    const statuses: number[] = [];
    try {
      for (let passed = 10; passed <= 490; passed += 10) {
        server.clock.now = new Date(start.getTime() + minutes(passed));
        statuses.push((await server.call(person, getSession, {})).status);
      }
    } finally {
      server.clock.now = start;
    }
    expect(statuses.slice(0, 47).every((status) => status === 200)).toBe(true);
    expect(statuses.slice(47)).toEqual([401, 401]);
  });

  it('ends the sessions of a disabled account at once, and lets it in no more', async () => {
    const { login, id } = await createPerson();
    const person = await enter(login);
    const disabled = await server.call(administrator, disableAccount, { params: { accountId: id } });
    expect(disabled.answer.disabledAt).not.toBeNull();
    expect((await server.call(person, getSession, {})).status).toBe(401);
    const again = await server.call(null, signIn, { body: { login, password } });
    expect(again.refusal.code).toBe('access.wrong_credentials');
  });

  it('keeps the language with the account', async () => {
    const { login } = await createPerson();
    const person = await enter(login);
    expect((await server.call(person, setLanguage, { body: { language: 'en' } })).answer.person.language).toBe('en');
    expect((await server.call(await enter(login), getSession, {})).answer.person.language).toBe('en');
  });
});
