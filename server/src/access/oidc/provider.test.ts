import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  getProviderIdentity,
  linkProviderIdentity,
  signInByProvider,
  startProviderSignIn,
  unlinkProviderIdentity,
} from '@mangnon/domain/access/oidc.api.ts';
import { getFrontDoor, getSession } from '@mangnon/domain/access/session.api.ts';
import { cookieOf, givePasskey } from '../../testing/give-passkey.ts';
import { SoftwareKey } from '../../testing/software-key.ts';
import type { Person } from '../../testing/test-call.ts';
import { startTestProvider, type TestProvider } from '../../testing/test-provider.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { openIdentityProvider, returnPath } from './identity-provider.ts';

const address = new URL('http://localhost:8080');
const nobody = { id: '', name: '' };
let provider: TestProvider;
let server: TestServer;
let administrator: Person;

beforeAll(async () => {
  provider = await startTestProvider(new URL(returnPath, address).href);
  const { issuer, clientId, clientSecret } = provider;
  const rest = { clientSecretFile: null, name: 'Cổng đăng nhập Mộc Giang', secondFactor: ['mfa', 'muc-cao'] };
  const opened = await openIdentityProvider({ issuer, clientId, clientSecret, ...rest }, address);
  server = await startTestServer({ door: { address, provider: opened } });
  administrator = await server.signIn('system_administrator');
});
beforeEach(() => {
  Object.assign(provider, { redeemsForOther: false, showsOtherKeys: false, broken: false });
  provider.person = { subject: 'nguoi-la' };
});
afterAll(async () => {
  await server.stop();
  await provider.stop();
});

const link = (person: Person, subject: string) =>
  server.call(administrator, linkProviderIdentity, { params: { accountId: person.id }, body: { subject } });

/** Begins here; gives the address at the provider and the browser's way of coming back. */
async function begin() {
  const begun = await server.call(null, startProviderSignIn, {});
  const browser = { ...nobody, cookie: cookieOf(begun) };
  const comeBack = (back: URL) => {
    const { state = '', ...rest } = Object.fromEntries(back.searchParams);
    return server.call(browser, signInByProvider, { body: { state, ...rest } });
  };
  return { address: new URL(begun.answer.address), browser, comeBack };
}

async function signInAs(person: TestProvider['person']) {
  provider.person = person;
  const { address: at, comeBack } = await begin();
  return comeBack(await provider.visit(at.href));
}

describe('signing in at the authority’s own provider', () => {
  it('is offered by its name, and brings in who is linked, by issuer and subject alone', async () => {
    expect((await server.call(null, getFrontDoor, {})).answer.provider).toEqual({ name: 'Cổng đăng nhập Mộc Giang' });
    const officer = await server.signIn('commune_officer');
    expect((await link(officer, 'can-bo-1')).status).toBe(200);
    const entered = await signInAs({ subject: 'can-bo-1', amr: ['pwd'] });
    expect(entered.answer.person).toMatchObject({ id: officer.id, name: officer.name });
    const person = { ...officer, cookie: cookieOf(entered) };
    expect((await server.call(person, getSession, {})).answer.person.id).toBe(officer.id);
  });

  it('asks for PKCE with S256, a state and a nonce, each time new', async () => {
    const [one, two] = [await begin(), await begin()];
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const [first, second] = [one, two].map((begun) => begun.address.searchParams.get(name) ?? '');
      expect([first?.length ?? 0, first]).toEqual([43, expect.not.stringMatching(second ?? '')]);
    }
    expect(one.address.searchParams.get('code_challenge_method')).toBe('S256');
  });

  it.each([
    ['a method that counts', { amr: ['pwd', 'mfa'] }, 'done'],
    ['a level that counts', { acr: 'muc-cao' }, 'done'],
    ['a password alone', { amr: ['pwd'] }, 'missing'],
    ['nothing', {}, 'missing'],
  ])('takes the provider’s word for a second factor as the settings say: %s', async (_what, how, state) => {
    const officer = await server.signIn('commune_officer');
    await link(officer, `can-bo-${officer.id}`);
    const entered = await signInAs({ subject: `can-bo-${officer.id}`, ...how });
    expect(entered.answer.secondFactor).toBe(state);
  });

  it('never stands in for the key an administrator must show', async () => {
    const { person } = await givePasskey(
      server,
      await server.signIn('system_administrator'),
      new SoftwareKey(address.origin),
    );
    await link(person, 'quan-tri');
    expect((await signInAs({ subject: 'quan-tri', amr: ['mfa', 'hwk'] })).answer).toMatchObject({
      secondFactor: 'done',
      passkey: 'needed',
    });
  });

  it('makes no account for somebody unknown, and tells them what to hand to the administrator', async () => {
    const before = await server.database.selectFrom('account').select('id').execute();
    const refused = await signInAs({ subject: 'chua-noi' });
    expect([refused.status, refused.refusal.code]).toEqual([403, 'access.provider_unlinked']);
    expect(refused.refusal.message.vi).toContain('chua-noi');
    expect(await server.database.selectFrom('account').select('id').execute()).toHaveLength(before.length);
  });

  it('lets a disabled account in no more, and nobody after the link is gone', async () => {
    const officer = await server.signIn('commune_officer');
    await link(officer, 'can-bo-2');
    const params = { accountId: officer.id };
    expect((await server.call(administrator, getProviderIdentity, { params })).answer.identity?.subject).toBe(
      'can-bo-2',
    );
    const entered = await signInAs({ subject: 'can-bo-2' });
    expect((await server.call(administrator, unlinkProviderIdentity, { params })).answer.identity).toBeNull();
    const person = { ...officer, cookie: cookieOf(entered) };
    expect((await server.call(person, getSession, {})).status).toBe(401);
    expect((await signInAs({ subject: 'can-bo-2' })).refusal.code).toBe('access.provider_unlinked');
    await link(officer, 'can-bo-2');
    await server.database
      .updateTable('account')
      .set({ disabled_at: new Date() })
      .where('id', '=', officer.id)
      .execute();
    expect((await signInAs({ subject: 'can-bo-2' })).refusal.code).toBe('access.provider_unlinked');
  });

  it('links one identity to one account', async () => {
    const [one, two] = [await server.signIn('commune_officer'), await server.signIn('commune_officer')];
    await link(one, 'can-bo-3');
    const taken = await link(two, 'can-bo-3');
    expect([taken.status, taken.refusal.code]).toEqual([409, 'access.provider_identity_taken']);
  });
});

describe('what comes back from the provider', () => {
  it('is taken once, in the browser that began, with the state it was sent with', async () => {
    const officer = await server.signIn('commune_officer');
    await link(officer, 'can-bo-4');
    provider.person = { subject: 'can-bo-4' };
    const [one, two, three] = [await begin(), await begin(), await begin()];
    const back = await provider.visit(one.address.href);
    const wrongState = new URL(back);
    wrongState.searchParams.set('state', 'doan-mo');
    expect((await one.comeBack(wrongState)).refusal.code).toBe('access.provider_stale');
    expect((await one.comeBack(back)).status).toBe(200);
    const replayed = await one.comeBack(back);
    expect([replayed.status, replayed.refusal.code]).toEqual([409, 'access.provider_stale']);
    // A code that was used, or of another sign-in, under a state that is good.
    const used = new URL(back);
    used.searchParams.set('state', two.address.searchParams.get('state') ?? '');
    expect((await two.comeBack(used)).refusal.code).toBe('access.provider_refused');
    // Begun in another browser.
    const theirs = await begin();
    expect((await theirs.comeBack(await provider.visit(three.address.href))).refusal.code).toBe(
      'access.provider_stale',
    );
  });

  it('is not taken after ten minutes', async () => {
    const { address: at, comeBack } = await begin();
    const back = await provider.visit(at.href);
    const start = server.clock.now;
    server.clock.now = new Date(start.getTime() + 10 * 60_000);
    try {
      expect((await comeBack(back)).refusal.code).toBe('access.provider_stale');
    } finally {
      server.clock.now = start;
    }
  });

  it.each([
    ['with a nonce of another sign-in', (at: URL) => at.searchParams.set('nonce', 'cua-lan-khac'), {}],
    ['for another application', (at: URL) => at.searchParams.set('client_id', 'other'), { redeemsForOther: true }],
    ['signed by a key the provider does not show', () => undefined, { showsOtherKeys: true }],
  ])('is not taken %s', async (_what, change, manner) => {
    const officer = await server.signIn('commune_officer');
    const subject = `can-bo-${officer.id}`;
    await link(officer, subject);
    provider.person = { subject };
    Object.assign(provider, manner);
    const { issuer, clientId, clientSecret } = provider;
    const rest = { clientSecretFile: null, name: null, secondFactor: [] };
    // A server that has not seen the provider's keys yet.
    const fresh = await openIdentityProvider({ issuer, clientId, clientSecret, ...rest }, address);
    const begun = await fresh.begin();
    if (!begun.ok) throw new Error(begun.refusal.code);
    const at = new URL(begun.value.address);
    change(at);
    const back = Object.fromEntries((await provider.visit(at.href)).searchParams);
    const redeemed = await fresh.redeem({ state: begun.value.state, ...back }, begun.value);
    expect(redeemed).toEqual({ ok: false, refusal: { code: 'access.provider_answer_wrong' } });
  });

  it('is not taken from another issuer', async () => {
    const { address: at, comeBack } = await begin();
    const back = await provider.visit(at.href);
    expect(back.searchParams.get('iss')).toBe(provider.issuer.origin);
    back.searchParams.set('iss', 'https://dang-nhap.example');
    expect((await comeBack(back)).refusal.code).toBe('access.provider_answer_wrong');
  });

  it('may be a refusal', async () => {
    const { address: at, comeBack } = await begin();
    const back = new URL(returnPath, address);
    back.search = String(
      new URLSearchParams({
        error: 'access_denied',
        state: at.searchParams.get('state') ?? '',
        iss: provider.issuer.origin,
      }),
    );
    expect((await comeBack(back)).refusal.code).toBe('access.provider_cancelled');
  });

  it('may not come at all: a provider that is down or broken is said so, and the password still opens', async () => {
    const { issuer, clientId, clientSecret } = provider;
    const rest = { clientId, clientSecret, clientSecretFile: null, name: null, secondFactor: [] };
    const gone = await openIdentityProvider({ issuer: new URL('http://localhost:9'), ...rest }, address);
    expect(await gone.begin()).toEqual({ ok: false, refusal: { code: 'access.provider_away' } });
    const { address: at, comeBack } = await begin();
    const back = await provider.visit(at.href);
    provider.broken = true;
    const refused = await comeBack(back);
    expect([refused.status, refused.refusal.code]).toEqual([503, 'access.provider_away']);
    expect(refused.refusal.message.vi).toContain('mật khẩu');
    const unseen = await openIdentityProvider({ issuer, ...rest }, address);
    expect(await unseen.begin()).toEqual({ ok: false, refusal: { code: 'access.provider_away' } });
    provider.broken = false;
    expect((await unseen.begin()).ok).toBe(true);
  });
});

describe('without a provider', () => {
  it('nothing of it answers', async () => {
    const plain = await startTestServer();
    try {
      expect((await plain.call(null, startProviderSignIn, {})).status).toBe(404);
      expect((await plain.call(null, getFrontDoor, {})).answer.provider).toBeNull();
    } finally {
      await plain.stop();
    }
  });
});
