import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  confirmAuthenticator,
  proveSecondFactor,
  startAuthenticator,
} from '@mangnon/domain/access/second-factor.api.ts';
import { createFirstAdministrator, getSession, signIn } from '@mangnon/domain/access/session.api.ts';
import { appCodeOf } from '../../testing/app-code.ts';
import { cookieOf, givePasskey } from '../../testing/give-passkey.ts';
import type { Person } from '../../testing/test-call.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const password = 'một mật khẩu đủ dài';
const minutes = (count: number) => count * 60_000;

let server: TestServer;
let lan: Person;
beforeAll(async () => {
  server = await startTestServer();
  const body = { name: 'Vi Thị Lan', login: 'lan', password };
  const made = await server.call(null, createFirstAdministrator, { body });
  lan = { ...made.answer.person, cookie: cookieOf(made) };
});
afterAll(() => server.stop());

const later = (by: number) => (server.clock.now = new Date(server.clock.now.getTime() + by));
const codeOf = (secret: string) => appCodeOf(secret, server.clock.now);

/** Puts an app on a phone; gives its secret, the codes on paper, and the session that goes on. */
async function putOnPhone(person: Person) {
  const { secret } = (await server.call(person, startAuthenticator, {})).answer;
  const confirmed = await server.call(person, confirmAuthenticator, { body: { code: await codeOf(secret) } });
  const { recoveryCodes } = confirmed.answer;
  return { secret, recoveryCodes, person: { ...person, cookie: cookieOf(confirmed) } };
}

async function comeIn(code: string) {
  const entered = await server.call(null, signIn, { body: { login: 'lan', password } });
  const person = { ...lan, cookie: cookieOf(entered) };
  const shown = await server.call(person, proveSecondFactor, { body: { code } });
  return { status: shown.status, person: { ...lan, cookie: cookieOf(shown) } };
}

describe('a new phone', () => {
  it('takes the place of the old one after the old one, or a code on paper, was shown within five minutes', async () => {
    const old = await putOnPhone(lan);
    later(minutes(5) + 1);
    const asked = await server.call(old.person, startAuthenticator, {});
    expect([asked.status, asked.refusal.code]).toEqual([403, 'platform.step_up_needed']);
    const elsewhere = await comeIn(await codeOf(old.secret));
    const onPaper = { body: { code: old.recoveryCodes[0] ?? '' } };
    const shown = await server.call(old.person, proveSecondFactor, onPaper);
    const person = { ...lan, cookie: cookieOf(shown) };

    const started = await server.call(person, startAuthenticator, {});
    const wrong = await server.call(person, confirmAuthenticator, { body: { code: '000000' } });
    expect(wrong.refusal.code).toBe('access.wrong_code');
    later(minutes(1));
    // Until the new app has shown a code, the old one is good.
    expect((await comeIn(await codeOf(old.secret))).status).toBe(200);
    const { secret } = started.answer;
    const confirmed = await server.call(person, confirmAuthenticator, { body: { code: await codeOf(secret) } });
    expect(confirmed.answer.recoveryCodes).toHaveLength(10);
    lan = { ...lan, cookie: cookieOf(confirmed) };
    expect((await server.call(lan, getSession, {})).answer.secondFactor).toBe('done');
    expect((await server.call(elsewhere.person, getSession, {})).status).toBe(401);

    later(minutes(16));
    expect((await comeIn(await codeOf(old.secret))).status).toBe(422);
    expect((await comeIn(old.recoveryCodes[1] ?? '')).status).toBe(422);
    const entered = await comeIn(await codeOf(secret));
    expect(entered.status).toBe(200);
    lan = entered.person;
  });

  it('does not take from a session the key it has shown', async () => {
    const { person } = await givePasskey(server, lan);
    const moved = await putOnPhone(person);
    expect((await server.call(moved.person, getSession, {})).answer.passkey).toBe('done');
  });
});
