import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, disableAccount, getAccount, listAccounts } from '@mangnon/domain/access/accounts.api.ts';
import {
  acceptInvitation,
  openInvitation,
  renewInvitation,
  withdrawInvitation,
} from '@mangnon/domain/access/invitations.api.ts';
import { getSession, signIn } from '@mangnon/domain/access/session.api.ts';
import { healthPost } from '../testing/newcomer.ts';
import { runOn } from '../testing/test-database.setup.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const password = 'hoa gạo nở đầu tháng ba';
const hours = (count: number) => count * 3_600_000;

describe('an invitation', () => {
  let server: TestServer;
  let administrator: Person;
  let counted = 0;
  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.signIn('system_administrator');
  });
  afterAll(() => server.stop());

  async function invite() {
    counted += 1;
    const body = { login: `moi.${counted}`, name: 'Hà Văn Mẫn', title: '', holdings: [healthPost] };
    const { answer } = await server.call(administrator, createAccount, { body });
    return { id: answer.account.id, login: body.login, ...answer.invitation, account: answer.account };
  }
  const open = (code: string) => server.call(null, openInvitation, { body: { code } });
  const accept = (code: string, given = password) =>
    server.call(null, acceptInvitation, { body: { code, password: given } });

  it('lets its person set a password of their own, and then asks for the second factor', async () => {
    const { code, id, login, expiresAt, account } = await invite();
    expect([account.state, account.invitedUntil]).toEqual(['invited', expiresAt]);
    expect(new Date(expiresAt).getTime() - server.clock.now.getTime()).toBe(hours(72));
    expect((await open(code)).answer).toEqual({ name: 'Hà Văn Mẫn', login, expiresAt });
    // As people copy it from paper.
    const came = await accept(` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(came.answer).toMatchObject({ person: { id }, secondFactor: 'missing', can: [] });
    const person = { ...came.answer.person, cookie: String(came.headers['set-cookie']).split(';')[0] ?? '' };
    expect((await server.call(person, getSession, {})).status).toBe(200);
    expect((await server.call(null, signIn, { body: { login, password } })).status).toBe(200);
    const seen = (await server.call(administrator, getAccount, { params: { accountId: id } })).answer;
    expect([seen.state, seen.invitedUntil, seen.can.invite]).toEqual(['live', null, false]);
  });

  it('is made without any password: the contract has no place for one', async () => {
    const body = { login: 'moi.sai', name: 'Hà Văn Mẫn', title: '', holdings: [healthPost], password };
    const refused = await server.call(administrator, createAccount, { body });
    expect([refused.status, refused.refusal.code]).toEqual([422, 'platform.invalid_input']);
    const { login } = await invite();
    const guessed = await server.call(null, signIn, { body: { login, password } });
    expect([guessed.status, guessed.refusal.code]).toEqual([401, 'access.wrong_credentials']);
  });

  it('is good once, also when the same code comes five times at one moment', async () => {
    const { code } = await invite();
    const statuses = (await Promise.all(Array.from({ length: 5 }, () => accept(code)))).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409]);
    expect([(await accept(code)).refusal.code, (await open(code)).refusal.code]).toEqual(
      Array(2).fill('access.invitation_used'),
    );
  });

  it('is told to be unknown when tampered with, withdrawn, replaced or too old', async () => {
    const { code, id } = await invite();
    const other = code.endsWith('A') ? 'B' : 'A';
    expect((await open(code.slice(0, -1) + other)).refusal.code).toBe('access.invitation_unknown');
    expect((await accept('không phải mã')).refusal.code).toBe('access.invitation_unknown');

    const params = { accountId: id };
    const renewed = (await server.call(administrator, renewInvitation, { params })).answer.invitation;
    expect((await accept(code)).refusal.code).toBe('access.invitation_withdrawn');
    expect((await open(renewed.code)).status).toBe(200);
    const left = (await server.call(administrator, withdrawInvitation, { params })).answer;
    expect([left.state, left.invitedUntil, left.can.invite]).toEqual(['invited', null, true]);
    expect((await accept(renewed.code)).refusal.code).toBe('access.invitation_withdrawn');

    const late = await invite();
    const start = server.clock.now;
    try {
      server.clock.now = new Date(start.getTime() + hours(72) - 1000);
      expect((await open(late.code)).status).toBe(200);
      server.clock.now = new Date(start.getTime() + hours(72));
      const refused = await accept(late.code);
      expect([refused.status, refused.refusal.code]).toEqual([409, 'access.invitation_expired']);
    } finally {
      server.clock.now = start;
    }
  });

  it('ends with the account, and is not renewed for somebody who came in', async () => {
    const gone = await invite();
    await server.call(administrator, disableAccount, { params: { accountId: gone.id } });
    expect((await accept(gone.code)).refusal.code).toBe('access.invitation_withdrawn');
    const again = await server.call(administrator, renewInvitation, { params: { accountId: gone.id } });
    expect(again.refusal.code).toBe('access.account_disabled');
    const here = await invite();
    await accept(here.code);
    const late = await server.call(administrator, renewInvitation, { params: { accountId: here.id } });
    expect(late.refusal.code).toBe('access.already_came_in');
  });

  it('holds the new password to the same rules, and stays good until one is taken', async () => {
    const { code } = await invite();
    const poor = await accept(code, 'password1234');
    expect([poor.status, poor.refusal.code, poor.refusal.where]).toEqual([
      422,
      'access.password_breached',
      'body.password',
    ]);
    expect((await accept(code)).status).toBe(200);
  });

  it('keeps its code nowhere, and stands in the audit trail without it', async () => {
    const { code, id } = await invite();
    await open(code);
    await accept(code);
    const rows = await server.database.selectFrom('invitation').selectAll().execute();
    const events = await server.database.selectFrom('audit_event').selectAll().execute();
    const kept = JSON.stringify([rows, events]);
    for (const secret of [code, code.replaceAll('-', ''), password]) expect(kept).not.toContain(secret);
    const told = events.filter(({ subjects }) => subjects.includes(`account:${id}`)).map(({ action }) => action);
    expect(told).toEqual(['access.account.create', 'access.invitation.open', 'access.invitation.accept']);
    const listed = (await server.call(administrator, listAccounts, { query: {} })).answer;
    expect(JSON.stringify(listed)).not.toMatch(/argon|hash/i);
  });

  it('is made in the database by nobody but a person whose post may, under their own name', async () => {
    const { id } = await invite();
    const insert = (by: string) =>
      runOn(
        server.databaseUrl,
        `begin; set local role mangnon_app; insert into invitation (account_id, code_hash, made_by, made_at, expires_at)
         values ('${id}', sha256('x'), '${by}', now(), now() + interval '1 hour'); rollback`,
      );
    await expect(insert(administrator.id)).rejects.toThrow(/row-level security/);
  });
});
