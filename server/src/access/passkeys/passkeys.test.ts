import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  listPasskeys,
  provePasskey,
  registerPasskey,
  removePasskey,
  startPasskey,
  startPasskeyProof,
  startPasskeySignIn,
  signInWithPasskey,
} from '@mangnon/domain/access/passkeys.api.ts';
import { getSession, signIn } from '@mangnon/domain/access/session.api.ts';
import { listOwnSessions } from '@mangnon/domain/access/own-sessions.api.ts';
import { cookieOf, givePasskey, showPasskey } from '../../testing/give-passkey.ts';
import { SoftwareKey } from '../../testing/software-key.ts';
import type { Person } from '../../testing/test-call.ts';
import { serverForThisTest, startTestServer, type TestServer } from '../../testing/test-server.ts';
import { hashPassword } from '../password-hash.ts';

const password = 'một mật khẩu đủ dài';
const minutes = (count: number) => count * 60_000;

let server: TestServer;
let start: Date;
let hash: string;
beforeAll(async () => {
  server = await startTestServer();
  start = server.clock.now;
  hash = await hashPassword(password);
});
beforeEach(() => {
  server.clock.now = start;
});
afterAll(() => server.stop());

/** An officer who has set up nothing yet and has come in by password alone. */
async function newcomer(): Promise<Person> {
  const { id } = await server.signIn('commune_officer');
  await server.database.updateTable('account').set({ password_hash: hash }).where('id', '=', id).execute();
  await server.database.updateTable('session').set({ closed_at: start }).where('account_id', '=', id).execute();
  return comeIn(id);
}

async function comeIn(id: string): Promise<Person> {
  const { login } = await server.database
    .selectFrom('account')
    .select('login')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const called = await server.call(null, signIn, { body: { login, password } });
  return { id, name: called.answer.person.name, cookie: cookieOf(called) };
}

/** Asks a key to sign in alone, in a browser of its own. */
async function askToSignIn() {
  const started = await server.call(null, startPasskeySignIn, {});
  const browser = { id: '', name: '', cookie: cookieOf(started) };
  const send = (answer: ReturnType<SoftwareKey['sign']>) =>
    server.call(browser, signInWithPasskey, { body: { answer } });
  return { options: started.answer.options, browser, send };
}

describe('a passkey', () => {
  it('is a second factor: set up at first sign-in with codes on paper, and asked for at the next', async () => {
    const person = await newcomer();
    expect((await server.call(person, listOwnSessions, {})).refusal.code).toBe('platform.second_factor_needed');
    const { key, answer, person: after } = await givePasskey(server, person);
    expect(answer.recoveryCodes).toHaveLength(10);
    expect(answer.session).toMatchObject({ secondFactor: 'done', factors: ['passkey'] });
    expect((await server.call(person, getSession, {})).status).toBe(401);
    expect((await server.call(after, listOwnSessions, {})).status).toBe(200);

    const again = await comeIn(person.id);
    expect((await server.call(again, getSession, {})).answer).toMatchObject({ secondFactor: 'needed', can: [] });
    const shown = await showPasskey(server, again, key);
    expect((await server.call(shown, getSession, {})).answer.secondFactor).toBe('done');
    expect((await server.call(again, getSession, {})).status).toBe(401);
  });

  it('is listed with its name and last use', async () => {
    const { key, person } = await givePasskey(server, await newcomer(), new SoftwareKey(), 'Khóa ở móc chìa');
    server.clock.now = new Date(start.getTime() + minutes(1));
    const shown = await showPasskey(server, person, key);
    const { passkeys } = (await server.call(shown, listPasskeys, {})).answer;
    expect(passkeys).toMatchObject([
      { name: 'Khóa ở móc chìa', createdAt: start.toISOString(), lastUsedAt: server.clock.now.toISOString() },
    ]);
  });

  it('is not added by somebody who has the password alone', async () => {
    const { person } = await givePasskey(server, await newcomer());
    const thief = await comeIn(person.id);
    expect((await server.call(thief, startPasskey, {})).refusal.code).toBe('access.prove_old_factor_first');
    // Not even with a challenge that was asked of the owner.
    const { options } = (await server.call(person, startPasskey, {})).answer;
    const answer = new SoftwareKey().register(options);
    const stolen = await server.call(thief, registerPasskey, { body: { name: 'của tôi', answer } });
    expect(stolen.refusal.code).toBe('access.prove_old_factor_first');
  });

  it('is added and removed with a second factor of the last five minutes', async () => {
    const { person } = await givePasskey(server, await newcomer());
    server.clock.now = new Date(start.getTime() + minutes(5) + 1);
    const params = { passkeyId: randomUUID() };
    const refused = [await server.call(person, startPasskey, {}), await server.call(person, removePasskey, { params })];
    expect(refused.map(({ refusal }) => refusal.code)).toEqual(Array(2).fill('platform.step_up_needed'));
  });

  it('is good on its own page alone', async () => {
    const person = await newcomer();
    const key = new SoftwareKey();
    const { options } = (await server.call(person, startPasskey, {})).answer;
    const answer = key.register(options, { origin: 'https://mangnon.example' });
    const elsewhere = await server.call(person, registerPasskey, { body: { name: 'Khóa', answer } });
    expect([elsewhere.status, elsewhere.refusal.code]).toEqual([403, 'access.passkey_elsewhere']);
    const otherHost = key.register({ ...options, rp: { id: 'mangnon.example' } });
    const wrong = await server.call(person, registerPasskey, { body: { name: 'Khóa', answer: otherHost } });
    expect(wrong.refusal.code).toBe('access.passkey_unreadable');
  });

  it('answers each asking once, in the session it was asked in, within five minutes', async () => {
    const { key, person } = await givePasskey(server, await newcomer());
    const other = await givePasskey(server, await newcomer());
    const asked = async (by: Person) => (await server.call(by, startPasskeyProof, {})).answer.options;
    const send = async (by: Person, options: Record<string, unknown>, challenge?: string) => {
      const answer = key.sign(options, challenge === undefined ? {} : { challenge });
      return server.call(by, provePasskey, { body: { answer } });
    };
    const options = await asked(person);
    expect((await send(person, options, 'bm90IGFza2Vk')).refusal.code).toBe('access.passkey_stale');
    // Asked in the session of somebody else.
    expect((await send(person, await asked(other.person))).refusal.code).toBe('access.passkey_stale');
    const again = await comeIn(person.id);
    expect((await send(again, options)).refusal.code).toBe('access.passkey_stale');
    // That attempt has spent it.
    expect((await send(person, options)).refusal.code).toBe('access.passkey_stale');
    const late = await asked(person);
    server.clock.now = new Date(start.getTime() + minutes(5));
    expect((await send(person, late)).refusal.code).toBe('access.passkey_stale');
    expect((await send(person, await asked(person))).status).toBe(200);
  });

  it('is spent by an answer that was wrong', async () => {
    const { key, person } = await givePasskey(server, await newcomer());
    const { options } = (await server.call(person, startPasskeyProof, {})).answer;
    const right = key.sign(options);
    const signature = new SoftwareKey().sign(options).response['signature'];
    const wrong = { ...right, response: { ...right.response, signature } };
    const refused = await server.call(person, provePasskey, { body: { answer: wrong } });
    expect([refused.status, refused.refusal.code]).toEqual([401, 'access.passkey_wrong']);
    expect((await server.call(person, provePasskey, { body: { answer: right } })).refusal.code).toBe(
      'access.passkey_stale',
    );
  });

  it('of somebody else proves nothing', async () => {
    const { person } = await givePasskey(server, await newcomer());
    const other = await givePasskey(server, await newcomer());
    const { options } = (await server.call(person, startPasskeyProof, {})).answer;
    const answer = other.key.sign(options);
    expect((await server.call(person, provePasskey, { body: { answer } })).refusal.code).toBe('access.passkey_unknown');
  });

  it('that counts no further than before was copied, and is not taken; one that never counts is', async () => {
    const { key, person } = await givePasskey(server, await newcomer());
    const shown = await showPasskey(server, person, key);
    const { options } = (await server.call(shown, startPasskeyProof, {})).answer;
    const answer = key.sign(options, { count: key.count });
    const copied = await server.call(shown, provePasskey, { body: { answer } });
    expect([copied.status, copied.refusal.code]).toEqual([403, 'access.passkey_copied']);
    const silent = new SoftwareKey();
    const started = await server.call(shown, startPasskey, {});
    const body = { name: 'Điện thoại', answer: silent.register(started.answer.options, { count: 0 }) };
    const added = { ...shown, cookie: cookieOf(await server.call(shown, registerPasskey, { body })) };
    const asked = await server.call(added, startPasskeyProof, {});
    const quiet = silent.sign(asked.answer.options, { count: 0 });
    expect((await server.call(added, provePasskey, { body: { answer: quiet } })).status).toBe(200);
  });

  it('is registered once, whoever has it', async () => {
    const { key } = await givePasskey(server, await newcomer());
    const second = await newcomer();
    const { options } = (await server.call(second, startPasskey, {})).answer;
    const again = await server.call(second, registerPasskey, {
      body: { name: 'Khóa', answer: key.register(options) },
    });
    expect([again.status, again.refusal.code]).toEqual([409, 'access.passkey_known']);
  });

  it('is removed, never the last one of somebody without an app; other sessions end', async () => {
    const first = await givePasskey(server, await newcomer());
    const elsewhere = await showPasskey(server, await comeIn(first.person.id), first.key);
    const second = await givePasskey(server, first.person);
    expect(second.answer.recoveryCodes).toEqual([]);
    const remove = async (name: number) => {
      const { passkeys } = (await server.call(second.person, listPasskeys, {})).answer;
      const passkeyId = passkeys[name]?.id ?? '';
      return server.call(second.person, removePasskey, { params: { passkeyId } });
    };
    expect((await remove(0)).answer.passkeys).toHaveLength(1);
    expect((await server.call(elsewhere, getSession, {})).status).toBe(401);
    expect((await remove(0)).refusal.code).toBe('access.last_factor');
    const nobodys = await server.call(second.person, removePasskey, { params: { passkeyId: randomUUID() } });
    expect([nobodys.status, nobodys.refusal.code]).toEqual([404, 'access.passkey_not_found']);
    const { options } = await askToSignIn();
    expect((await server.call(null, signInWithPasskey, { body: { answer: first.key.sign(options) } })).status).toBe(
      409,
    );
  });
});

describe('a passkey as both factors at once', () => {
  it('signs in by itself, when it has asked for finger or PIN', async () => {
    const { key, person } = await givePasskey(server, await newcomer());
    const asked = await askToSignIn();
    expect(asked.options).toMatchObject({ userVerification: 'required', rpId: 'localhost' });
    const entered = await asked.send(key.sign(asked.options));
    expect(entered.answer).toMatchObject({ person: { id: person.id }, secondFactor: 'done' });
    const touched = await askToSignIn();
    const refused = await touched.send(key.sign(touched.options, { verified: false }));
    expect([refused.status, refused.refusal.code]).toEqual([401, 'access.passkey_unverified']);
  });

  it('finishes only in the browser that began, and only once', async () => {
    const { key } = await givePasskey(server, await newcomer());
    const [mine, theirs] = [await askToSignIn(), await askToSignIn()];
    expect((await theirs.send(key.sign(mine.options))).refusal.code).toBe('access.passkey_stale');
    const next = await askToSignIn();
    const answer = key.sign(next.options);
    expect((await next.send(answer)).status).toBe(200);
    expect((await next.send(answer)).refusal.code).toBe('access.passkey_stale');
  });

  it('says the same of a key nobody registered and of one whose account was disabled', async () => {
    const { key, person } = await givePasskey(server, await newcomer());
    await server.database.updateTable('account').set({ disabled_at: start }).where('id', '=', person.id).execute();
    const [known, unknown] = [await askToSignIn(), await askToSignIn()];
    const disabled = await known.send(key.sign(known.options));
    const stranger = await unknown.send(new SoftwareKey().sign(unknown.options));
    expect([disabled.status, disabled.refusal]).toEqual([401, stranger.refusal]);
  });

  it('belongs to the address that is set, and is asked for there from any machine', async () => {
    const address = new URL('https://mangnon.example');
    const official = await serverForThisTest({ door: { address, provider: null } });
    const officer = await official.signIn('commune_officer');
    const { answer } = await givePasskey(official, officer, new SoftwareKey(address.origin));
    expect(answer.passkeys).toHaveLength(1);
    const { options } = (await official.call(await official.signIn('school'), startPasskey, {})).answer;
    expect(options['rp']).toMatchObject({ id: 'mangnon.example' });
    const remote = await official.app.inject({
      method: 'POST',
      url: startPasskeySignIn.path,
      remoteAddress: '192.0.2.7',
      headers: { host: 'mangnon.example' },
    });
    expect(remote.json()).toMatchObject({ options: { rpId: 'mangnon.example' } });
  });

  it('does not work from another machine while no address is set', async () => {
    const answered = await server.app.inject({
      method: 'POST',
      url: startPasskeySignIn.path,
      remoteAddress: '192.0.2.7',
      headers: { host: 'mangnon.example' },
    });
    expect([answered.statusCode, answered.json()]).toMatchObject([409, { code: 'access.passkey_no_address' }]);
  });
});
