import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccount, disableAccount, getAccount } from '@mangnon/domain/access/accounts.api.ts';
import { acceptInvitation, openInvitation, renewInvitation } from '@mangnon/domain/access/invitations.api.ts';
import {
  acceptInvitationByProvider,
  getProviderIdentity,
  invitationStateMark,
  linkProviderIdentity,
  signInByProvider,
  startInvitationByProvider,
  startProviderSignIn,
  unlinkProviderIdentity,
} from '@mangnon/domain/access/oidc.api.ts';
import { changePassword } from '@mangnon/domain/access/own-password.api.ts';
import { cookieOf } from '../../testing/give-passkey.ts';
import { healthPost } from '../../testing/newcomer.ts';
import type { Person } from '../../testing/test-call.ts';
import { startTestProvider, type TestProvider } from '../../testing/test-provider.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { openIdentityProvider, returnPath } from './identity-provider.ts';

const address = new URL('http://localhost:8080');
const password = 'hoa gạo nở đầu tháng ba';
const nobody = { id: '', name: '' };
let provider: TestProvider;
let server: TestServer;
let administrator: Person;
let counted = 0;

beforeAll(async () => {
  provider = await startTestProvider(new URL(returnPath, address).href);
  const { issuer, clientId, clientSecret } = provider;
  const rest = { clientSecretFile: null, name: 'Cổng đăng nhập Mộc Giang', secondFactor: ['mfa'] };
  const opened = await openIdentityProvider({ issuer, clientId, clientSecret, ...rest }, address);
  server = await startTestServer({ door: { address, provider: opened } });
  administrator = await server.signIn('system_administrator');
});
beforeEach(() => {
  provider.person = { subject: 'nguoi-la' };
});
afterAll(async () => {
  await server.stop();
  await provider.stop();
});

async function invite() {
  counted += 1;
  const body = { login: `moi.cong.${counted}`, name: 'Hà Văn Mẫn', title: '', holdings: [healthPost] };
  const { account, invitation } = (await server.call(administrator, createAccount, { body })).answer;
  return { id: account.id, code: invitation.code, params: { accountId: account.id } };
}

/** Begins in a browser of its own; gives the way to the provider and the way back. */
async function begin(code: string) {
  const begun = await server.call(null, startInvitationByProvider, { body: { code } });
  const browser = { ...nobody, cookie: cookieOf(begun) };
  const answerOf = (back: URL) => {
    const { state = '', ...rest } = Object.fromEntries(back.searchParams);
    return { state, ...rest };
  };
  return {
    at: new URL(begun.answer.address),
    browser,
    answerOf,
    comeBack: (back: URL) => server.call(browser, acceptInvitationByProvider, { body: answerOf(back) }),
  };
}

async function redeemAs(code: string, person: TestProvider['person']) {
  provider.person = person;
  const { at, comeBack } = await begin(code);
  return comeBack(await provider.visit(at.href));
}

const look = async (params: { accountId: string }) => (await server.call(administrator, getAccount, { params })).answer;
const linked = async (params: { accountId: string }) =>
  (await server.call(administrator, getProviderIdentity, { params })).answer.identity?.subject ?? null;

async function signInAs(person: TestProvider['person']) {
  provider.person = person;
  const begun = await server.call(null, startProviderSignIn, {});
  const { state = '', ...rest } = Object.fromEntries((await provider.visit(begun.answer.address)).searchParams);
  return server.call({ ...nobody, cookie: cookieOf(begun) }, signInByProvider, { body: { state, ...rest } });
}

describe('an invitation redeemed at the authority’s own sign-in', () => {
  it('links the account to who came back, spends the code, and sets no password', async () => {
    const { id, code, params } = await invite();
    const came = await redeemAs(code, { subject: 'moi-1', amr: ['mfa'] });
    expect(came.answer).toMatchObject({ person: { id }, secondFactor: 'done', hasPassword: false });
    const row = await server.database.selectFrom('account').select('password_hash').where('id', '=', id).execute();
    expect(row).toEqual([{ password_hash: null }]);
    expect([(await look(params)).state, await linked(params)]).toEqual(['live', 'moi-1']);
    expect((await server.call(null, openInvitation, { body: { code } })).refusal.code).toBe('access.invitation_used');
    // From now on it signs in, and there is no password to change.
    const again = await signInAs({ subject: 'moi-1', amr: ['mfa'] });
    expect(again.answer.person.id).toBe(id);
    const body = { oldPassword: 'x', newPassword: password };
    const changed = await server.call({ ...nobody, cookie: cookieOf(again) }, changePassword, { body });
    expect([changed.status, changed.refusal.code]).toEqual([409, 'access.no_own_password']);
    const trail = await server.database
      .selectFrom('audit_event')
      .select(['action', 'outcome', 'account_id'])
      .where('action', 'like', 'access.provider_invitation.%')
      .where(sql<boolean>`${`account:${id}`} = any(subjects)`)
      .orderBy('id')
      .execute();
    expect(trail).toEqual([
      { action: 'access.provider_invitation.start', outcome: 'accepted', account_id: null },
      { action: 'access.provider_invitation.accept', outcome: 'accepted', account_id: id },
    ]);
  });

  it('asks the provider to ask anew who it is, and takes nobody whom the machine only remembered', async () => {
    const { code, params } = await invite();
    const { at } = await begin(code);
    expect([at.searchParams.get('prompt'), at.searchParams.get('max_age')]).toEqual(['login', '600']);
    expect(at.searchParams.get('state')?.startsWith(invitationStateMark)).toBe(true);
    const fiveMinutesAgo = Math.floor(Date.now() / 1000) - 300;
    const refused = await redeemAs(code, { subject: 'dong-nghiep', ts: fiveMinutesAgo });
    expect([refused.status, refused.refusal.code]).toEqual([403, 'access.provider_not_anew']);
    expect(await linked(params)).toBeNull();
    // Nothing was spent.
    expect((await redeemAs(code, { subject: 'moi-2' })).status).toBe(200);
  });

  it('is refused to somebody who has another account, and links nothing', async () => {
    const colleague = await server.signIn('commune_officer');
    await server.call(administrator, linkProviderIdentity, {
      params: { accountId: colleague.id },
      body: { subject: 'can-bo-khac' },
    });
    const { code, params } = await invite();
    const refused = await redeemAs(code, { subject: 'can-bo-khac' });
    expect([refused.status, refused.refusal.code]).toEqual([409, 'access.provider_of_another']);
    expect([(await look(params)).state, await linked(params)]).toEqual(['invited', null]);
    expect((await signInAs({ subject: 'can-bo-khac' })).answer.person.id).toBe(colleague.id);
  });

  it('is refused to another than the one the administrator said is expected', async () => {
    const { id, code, params } = await invite();
    await server.call(administrator, linkProviderIdentity, { params, body: { subject: 'dung-nguoi' } });
    const refused = await redeemAs(code, { subject: 'nham-nguoi' });
    expect([refused.status, refused.refusal.code]).toEqual([409, 'access.provider_wrong_person']);
    expect(refused.refusal.message.vi).toContain('nham-nguoi');
    expect((await signInAs({ subject: 'nham-nguoi' })).refusal.code).toBe('access.provider_unlinked');
    expect((await redeemAs(code, { subject: 'dung-nguoi' })).answer.person.id).toBe(id);
  });

  it('is good once, whether by password or by the provider, also at one moment', async () => {
    const one = await invite();
    expect((await server.call(null, acceptInvitation, { body: { code: one.code, password } })).status).toBe(200);
    const refused = await server.call(null, startInvitationByProvider, { body: { code: one.code } });
    expect([refused.status, refused.refusal.code]).toEqual([409, 'access.invitation_used']);

    const two = await invite();
    const ways = [];
    for (const subject of ['moi-3a', 'moi-3b', 'moi-3c']) {
      provider.person = { subject };
      const way = await begin(two.code);
      ways.push({ ...way, back: await provider.visit(way.at.href) });
    }
    const answers = await Promise.all(ways.map(({ comeBack, back }) => comeBack(back)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const identities = server.database.selectFrom('provider_identity').where('account_id', '=', two.id);
    expect(await identities.select('subject').execute()).toHaveLength(1);
    expect((await server.call(null, acceptInvitation, { body: { code: two.code, password } })).refusal.code).toBe(
      'access.invitation_used',
    );
  });

  it('is refused when replaced, too old, or its account disabled while the person is at the provider', async () => {
    const start = server.clock.now;
    const one = await invite();
    const away = await begin(one.code);
    const back = await provider.visit(away.at.href);
    await server.call(administrator, renewInvitation, { params: one.params });
    expect((await away.comeBack(back)).refusal.code).toBe('access.invitation_withdrawn');
    const two = await invite();
    const gone = await begin(two.code);
    const goneBack = await provider.visit(gone.at.href);
    await server.call(administrator, disableAccount, { params: two.params });
    expect((await gone.comeBack(goneBack)).refusal.code).toBe('access.invitation_withdrawn');
    const late = await invite();
    try {
      server.clock.now = new Date(start.getTime() + 72 * 3_600_000 - 60_000);
      provider.person = { subject: 'moi-muon', ts: Math.floor(server.clock.now.getTime() / 1000) };
      const last = await begin(late.code);
      const lastBack = await provider.visit(last.at.href);
      server.clock.now = new Date(start.getTime() + 72 * 3_600_000);
      expect((await last.comeBack(lastBack)).refusal.code).toBe('access.invitation_expired');
      const expired = await server.call(null, startInvitationByProvider, { body: { code: late.code } });
      expect([expired.status, expired.refusal.code]).toEqual([409, 'access.invitation_expired']);
    } finally {
      server.clock.now = start;
    }
    expect((await server.call(null, startInvitationByProvider, { body: { code: 'ABCD' } })).refusal.code).toBe(
      'access.invitation_unknown',
    );
  });

  it('is finished in the browser that began it, and by no other call', async () => {
    const { code } = await invite();
    provider.person = { subject: 'moi-4' };
    const [one, two] = [await begin(code), await begin(code)];
    const back = await provider.visit(one.at.href);
    expect((await two.comeBack(back)).refusal.code).toBe('access.provider_stale');
    const three = await begin(code);
    const answer = three.answerOf(await provider.visit(three.at.href));
    const plain = await server.call(three.browser, signInByProvider, { body: answer });
    expect(plain.refusal.code).toBe('access.provider_stale');
    const begun = await server.call(null, startProviderSignIn, {});
    const { state = '', ...rest } = Object.fromEntries((await provider.visit(begun.answer.address)).searchParams);
    const crossed = await server.call({ ...nobody, cookie: cookieOf(begun) }, acceptInvitationByProvider, {
      body: { state, ...rest },
    });
    expect(crossed.refusal.code).toBe('access.provider_stale');
  });

  it('may be given anew to who has no way in any more after the link is taken away', async () => {
    const { code, params } = await invite();
    await redeemAs(code, { subject: 'moi-5' });
    expect((await server.call(administrator, renewInvitation, { params })).refusal.code).toBe('access.already_came_in');
    await server.call(administrator, unlinkProviderIdentity, { params });
    const page = await look(params);
    expect([page.state, page.can.invite]).toEqual(['invited', true]);
    const renewed = (await server.call(administrator, renewInvitation, { params })).answer.invitation;
    expect((await server.call(null, acceptInvitation, { body: { code: renewed.code, password } })).status).toBe(200);
  });
});
