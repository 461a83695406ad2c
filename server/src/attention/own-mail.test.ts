import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getMailState } from '@mangnon/domain/attention/mail-state.api.ts';
import {
  askOwnEmail,
  chooseDigest,
  codeTries,
  confirmOwnEmail,
  getOwnMail,
  removeOwnEmail,
} from '@mangnon/domain/attention/own-email.api.ts';
import { loadMailSettings } from '../platform/mail/mail-service.ts';
import { eventually } from '../testing/eventually.ts';
import type { Person } from '../testing/test-call.ts';
import { startMailServer, type TestMailServer } from '../testing/test-mail-server.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { notify } from './notify.ts';

let mails: TestMailServer;
let server: TestServer;
beforeAll(async () => {
  mails = await startMailServer({ tls: 'starttls' });
  const mail = await loadMailSettings({ server: mails.url, from: 'mangnon@moc-giang.example', caFile: mails.caFile });
  server = await startTestServer({ mail, door: { address: new URL('https://mangnon.example'), provider: null } });
});
afterAll(async () => {
  await server.stop();
  await mails.stop();
});

const own = async (person: Person) => (await server.call(person, getOwnMail, {})).answer;
const ask = (person: Person, email: string) => server.call(person, askOwnEmail, { body: { email } });
const confirm = (person: Person, code: string) => server.call(person, confirmOwnEmail, { body: { code } });
const mailsTo = (address: string) => mails.received.filter(({ to }) => to === address);
async function codeFor(address: string, count = 1): Promise<string> {
  const mail = await eventually(async () => mailsTo(address)[count - 1]);
  return /\d{8}/.exec(mail.text)?.[0] ?? '';
}
/** As if so many minutes had gone by since the last code was asked for. */
const passMinutes = (person: Person, minutes: number) =>
  server.database.transaction().execute(async (transaction) => {
    await sql`set local role none`.execute(transaction);
    await sql`update account_email set asked_at = asked_at - ${minutes} * interval '1 minute',
      code_expires_at = code_expires_at - ${minutes} * interval '1 minute'
      where account_id = ${person.id}`.execute(transaction);
  });
async function withAddress(address: string): Promise<Person> {
  const person = await server.signIn('commune_officer');
  await ask(person, address);
  await confirm(person, await codeFor(address));
  return person;
}
let told = 0;
const tell = (...people: Person[]) =>
  server.database.transaction().execute(async (transaction) => {
    told += 1;
    const notice = { kind: 'task_sent_back', path: '/nhiem-vu/7', reference: 'NV 3f2a9c1b', dueOn: null } as const;
    const notices = people.map(({ id }) => ({
      ...notice,
      accountId: id,
      title: 'Tên việc bịa',
      onceKey: `own ${told}`,
    }));
    await notify(transaction, notices, server.clock.now);
  });

describe('one’s own mail address', () => {
  it('is one’s own only after the code that was mailed there came back', async () => {
    const person = await server.signIn('commune_officer');
    expect((await ask(person, 'moi@moc-giang.example')).answer).toMatchObject({
      email: null,
      asked: 'moi@moc-giang.example',
    });
    const code = await codeFor('moi@moc-giang.example');
    expect((await confirm(person, '1234')).refusal).toMatchObject({
      code: 'attention.wrong_code',
      details: { left: 4 },
    });
    expect((await own(person)).email).toBeNull();
    expect((await confirm(person, `${code.slice(0, 4)} ${code.slice(4)}`)).answer.email).toBe('moi@moc-giang.example');
    expect((await confirm(person, code)).refusal.code).toBe('attention.no_code_asked');
    expect((await server.call(person, removeOwnEmail, {})).answer).toMatchObject({ email: null, asked: null });
  });

  it('does not open to guesses, to another person, to an old code, or to many codes', async () => {
    const person = await server.signIn('commune_officer');
    const other = await server.signIn('commune_officer');
    await ask(person, 'doan@moc-giang.example');
    const code = await codeFor('doan@moc-giang.example');
    expect((await confirm(other, code)).refusal.code).toBe('attention.no_code_asked');
    expect((await ask(person, 'doan@moc-giang.example')).refusal.code).toBe('attention.wait_before_next_code');
    for (let left = codeTries - 1; left > 0; left -= 1) {
      expect((await confirm(person, '0')).refusal.details).toEqual({ left });
    }
    expect((await confirm(person, '0')).refusal.code).toBe('attention.no_code_asked');
    expect((await confirm(person, code)).refusal.code).toBe('attention.no_code_asked');
    await passMinutes(person, 2);
    await ask(person, 'doan@moc-giang.example');
    const second = await codeFor('doan@moc-giang.example', 2);
    await passMinutes(person, 10);
    expect((await confirm(person, second)).refusal.code).toBe('attention.no_code_asked');
    for (let count = 3; count <= 10; count += 1) {
      await passMinutes(person, 2);
      expect((await ask(person, 'doan@moc-giang.example')).status).toBe(200);
    }
    await passMinutes(person, 2);
    expect((await ask(person, 'doan@moc-giang.example')).refusal.code).toBe('attention.too_many_codes');
  });

  it('is nobody’s but one’s own to see, and no mail is promised where there is no server', async () => {
    const quiet = await startTestServer();
    const person = await quiet.signIn('commune_officer');
    expect((await quiet.call(person, getOwnMail, {})).answer.sends).toBe(false);
    const asked = await quiet.call(person, askOwnEmail, { body: { email: 'a@moc-giang.example' } });
    expect(asked.refusal.code).toBe('attention.no_mail_server');
    await quiet.stop();
  });
});

describe('how one is written to', () => {
  const choose = (person: Person, digest: 'at_once' | 'daily' | 'weekly' | 'never') =>
    server.call(person, chooseDigest, { body: { digest, hour: 7, weekday: 1 } });

  it('at once: within seconds, by counts and references, never by title', async () => {
    const person = await withAddress('ngay@moc-giang.example');
    await choose(person, 'at_once');
    await tell(person);
    const mail = await eventually(async () => mailsTo('ngay@moc-giang.example')[1]);
    expect(mail.subject).toBe('Măng Non: 1 việc cần xem');
    expect(mail.text).toContain('1 báo cáo bị trả lại (NV 3f2a9c1b)');
    expect(mail.text).toContain('https://mangnon.example/nhiem-vu/7');
    expect(mail.text).not.toContain('Tên việc bịa');
    expect(mail.secure).toBe(true);
  });

  it('never, or not yet: no mail while others get theirs', async () => {
    const never = await withAddress('khong@moc-giang.example');
    const daily = await withAddress('gop@moc-giang.example');
    const now = await withAddress('moc@moc-giang.example');
    await choose(never, 'never');
    await choose(daily, 'daily');
    await choose(now, 'at_once');
    await tell(never, daily, now);
    await eventually(async () => mailsTo('moc@moc-giang.example')[1]);
    expect([mailsTo('khong@moc-giang.example').length, mailsTo('gop@moc-giang.example').length]).toEqual([1, 1]);
    // What was told before is not mailed when the choice is changed.
    await choose(never, 'at_once');
    await tell(now);
    await eventually(async () => mailsTo('moc@moc-giang.example')[2]);
    expect(mailsTo('khong@moc-giang.example').length).toBe(1);
  });

  it('leaves no words and no codes behind in the database', async () => {
    const administrator = await server.signIn('system_administrator');
    await eventually(async () => (await server.call(administrator, getMailState, {})).answer.waiting === 0);
    const { rows } = await server.database.transaction().execute(async (transaction) => {
      await sql`set local role none`.execute(transaction);
      return sql`select from mail where body <> '' or subject <> ''`.execute(transaction);
    });
    expect(rows).toEqual([]);
  });
});
