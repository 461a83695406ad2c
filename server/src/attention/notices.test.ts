import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countNotices, listNotices, readNotices } from '@mangnon/domain/attention/notices.api.ts';
import { getMailState } from '@mangnon/domain/attention/mail-state.api.ts';
import { beginAs } from '../platform/database/begin-as.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import type { NewNotice } from './attention.queries.ts';
import { notify } from './notify.ts';

let server: TestServer;
let officer: Person;
let other: Person;
beforeAll(async () => {
  server = await startTestServer();
  officer = await server.signIn('commune_officer');
  other = await server.signIn('commune_officer');
});
afterAll(() => server.stop());

const notice = (accountId: string, n: number): NewNotice => ({
  accountId,
  kind: 'task_assigned',
  path: '/nhiem-vu/1',
  reference: 'NV 3f2a9c1b',
  title: `Việc bịa số ${n}`,
  dueOn: null,
  onceKey: `test ${n}`,
});
const tell = (notices: readonly NewNotice[], at = new Date()) =>
  server.database.transaction().execute((transaction) => notify(transaction, notices, at));
const list = async (person: Person, query: { unread?: 'yes' | 'no'; after?: string } = {}) =>
  (await server.call(person, listNotices, { query })).answer;

describe('notices', () => {
  it('are seen by the person they are for and by nobody else, each once by its key', async () => {
    await tell([notice(officer.id, 1), notice(other.id, 1), notice(other.id, 2)]);
    await tell([notice(officer.id, 1)]);
    expect((await list(officer)).notices.map(({ title }) => title)).toEqual(['Việc bịa số 1']);
    expect((await list(other)).unread).toBe(2);
    const lead = await server.signIn('provincial_lead_officer', 'system_administrator');
    expect((await list(lead)).notices).toEqual([]);
  });

  it('are not told when the act is undone', async () => {
    const undone = server.database.transaction().execute(async (transaction) => {
      await notify(transaction, [notice(officer.id, 99)], new Date());
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect((await list(officer)).notices.map(({ title }) => title)).not.toContain('Việc bịa số 99');
  });

  it('are marked by their own person alone, one by one or all', async () => {
    const [mine] = (await list(officer)).notices;
    const theirs = (await list(other)).notices;
    const ids = [mine, ...theirs].flatMap((one) => (one === undefined ? [] : [one.id]));
    expect((await server.call(officer, readNotices, { body: { ids, read: true } })).answer).toEqual({ unread: 0 });
    expect((await list(other)).unread).toBe(2);
    expect((await server.call(officer, readNotices, { body: { ids: ids.slice(0, 1), read: false } })).answer).toEqual({
      unread: 1,
    });
    await server.call(other, readNotices, { body: { ids: null, read: true } });
    expect((await server.call(other, countNotices, {})).answer).toEqual({ unread: 0 });
    expect((await list(other, { unread: 'yes' })).notices).toEqual([]);
  });

  it('come fifty at a time, the newest first, in a number of statements that does not grow', async () => {
    const reader = await server.signIn('commune_officer');
    const at = Date.now() - 3_600_000;
    for (let n = 1; n <= 120; n += 40) {
      const part = Array.from({ length: 40 }, (_, more) => notice(reader.id, n + more));
      await tell(part, new Date(at + n * 1000));
    }
    const first = await server.call(reader, listNotices, { query: {} });
    expect(first.answer).toMatchObject({ more: true, unread: 120 });
    const seen = [...first.answer.notices];
    for (let more = true; more;) {
      const page = await list(reader, { after: seen.at(-1)?.id ?? '' });
      seen.push(...page.notices);
      more = page.more;
    }
    expect(new Set(seen.map(({ title }) => title)).size).toBe(120);
    expect(seen.map((one) => one.at)).toEqual(seen.map((one) => one.at).toSorted((a, b) => b.localeCompare(a)));
    const none = await server.call(await server.signIn('court'), listNotices, { query: {} });
    expect(first.statements.length).toBe(none.statements.length);
    expect(first.statements.length).toBeLessThanOrEqual(5);
  });

  it('cannot be written, nor mails read, past the functions of the database', async () => {
    const hash = await server.database.transaction().execute(async (transaction) => {
      await sql`set local role none`.execute(transaction);
      const { rows } = await sql<{ hash: Buffer }>`
        select token_hash as hash from session where account_id = ${officer.id}`.execute(transaction);
      return rows[0]?.hash ?? Buffer.alloc(0);
    });
    const attempt = (statement: string) =>
      server.database.transaction().execute(async (transaction) => {
        await beginAs(transaction, hash);
        return sql.raw(statement).execute(transaction);
      });
    const denied = [
      `insert into notice (account_id, kind, path, once_key, at) values ('${officer.id}', 'x', '/x', 'x', now())`,
      `update notice set title = 'x'`,
      'select address from mail',
      'select body from mail',
      'delete from notice',
      'select * from reminder',
      'select * from app_take_mail(now())',
      `select app_note_mail_server('x', now())`,
      `select email from account_email; delete from account_email`,
    ];
    for (const statement of denied) await expect(attempt(statement)).rejects.toThrow('permission denied');
    expect((await attempt(`select id from notice where account_id = '${other.id}'`)).rows).toEqual([]);
    expect((await attempt('select id from mail')).rows).toEqual([]);
  });

  it('say to the administrator alone whether mail goes out', async () => {
    const administrator = await server.signIn('system_administrator');
    expect((await server.call(administrator, getMailState, {})).answer).toMatchObject({ from: null, waiting: 0 });
    expect((await server.call(officer, getMailState, {})).refusal.code).toBe('platform.not_allowed');
  });
});
