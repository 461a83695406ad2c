import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, listAccounts } from '@mangnon/domain/access/accounts.api.ts';
import { listPasskeys, removePasskey, startPasskey } from '@mangnon/domain/access/passkeys.api.ts';
import {
  confirmAuthenticator,
  proveSecondFactor,
  startAuthenticator,
} from '@mangnon/domain/access/second-factor.api.ts';
import { createFirstAdministrator, getSession, signIn } from '@mangnon/domain/access/session.api.ts';
import { appCodeOf } from '../../testing/app-code.ts';
import { cookieOf, givePasskey, showPasskey } from '../../testing/give-passkey.ts';
import type { Person } from '../../testing/test-call.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const password = 'một mật khẩu đủ dài';
let server: TestServer;
let lan: Person;
let secret: string;

const codeNow = () => appCodeOf(secret, server.clock.now);
const nextCode = () => {
  server.clock.now = new Date(server.clock.now.getTime() + 60_000);
  return codeNow();
};
const create = (person: Person, login: string) =>
  server.call(person, createAccount, {
    body: { login, name: 'Hà Văn Mẫn', title: '', holdings: [{ post: 'auditor' as const }] },
  });

async function comeInByCode(): Promise<Person> {
  const entered = await server.call(null, signIn, { body: { login: 'lan', password } });
  const asked = { ...lan, cookie: cookieOf(entered) };
  const shown = await server.call(asked, proveSecondFactor, { body: { code: await nextCode() } });
  return { ...lan, cookie: cookieOf(shown) };
}

/** The first administrator, as far as the code of an app takes her. */
beforeAll(async () => {
  server = await startTestServer();
  const body = { name: 'Vi Thị Lan', login: 'lan', password };
  const made = await server.call(null, createFirstAdministrator, { body });
  lan = { ...made.answer.person, cookie: cookieOf(made) };
  secret = (await server.call(lan, startAuthenticator, {})).answer.secret;
  const confirmed = await server.call(lan, confirmAuthenticator, { body: { code: await codeNow() } });
  lan = { ...lan, cookie: cookieOf(confirmed) };
});
afterAll(() => server.stop());

describe('who keeps the accounts of others', () => {
  it('looks at them after a code, but changes nothing without a key, which is registered in the same session', async () => {
    expect((await server.call(lan, getSession, {})).answer).toMatchObject({ secondFactor: 'done', passkey: 'missing' });
    expect((await server.call(lan, listAccounts, { query: {} })).status).toBe(200);
    const refused = await create(lan, 'man');
    expect([refused.status, refused.refusal.code]).toEqual([403, 'platform.passkey_missing']);
    expect(refused.refusal.message.vi).toContain('Tài khoản của tôi');

    const { person, answer } = await givePasskey(server, lan);
    expect(answer.session.passkey).toBe('done');
    // There are codes on paper already, from the app.
    expect(answer.recoveryCodes).toEqual([]);
    expect((await create(person, 'man')).status).toBe(200);
    lan = person;
  });

  it('shows the key and not a code, and neither adds nor removes keys after a code', async () => {
    const byCode = await comeInByCode();
    expect((await server.call(byCode, getSession, {})).answer).toMatchObject({
      secondFactor: 'done',
      passkey: 'needed',
    });
    const { passkeys } = (await server.call(byCode, listPasskeys, {})).answer;
    const params = { passkeyId: passkeys[0]?.id ?? '' };
    const refused = [
      await create(byCode, 'man-2'),
      await server.call(byCode, startPasskey, {}),
      await server.call(byCode, removePasskey, { params }),
    ];
    expect(refused.map(({ status, refusal }) => [status, refusal.code])).toEqual(
      refused.map(() => [403, 'platform.passkey_needed']),
    );
  });

  it('keeps one key at least, app or not', async () => {
    const entered = await comeInByCode();
    const { key, person } = await givePasskey(server, { ...lan, cookie: lan.cookie });
    const byKey = await showPasskey(server, entered, key);
    const remove = async (by: Person) => {
      const { passkeys } = (await server.call(by, listPasskeys, {})).answer;
      return server.call(by, removePasskey, { params: { passkeyId: passkeys[0]?.id ?? '' } });
    };
    expect((await remove(byKey)).answer.passkeys).toHaveLength(1);
    const last = await remove(byKey);
    expect([last.status, last.refusal.code]).toEqual([409, 'access.last_passkey']);
    expect((await server.call(person, getSession, {})).status).toBe(401);
  });
});
