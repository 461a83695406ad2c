import { beforeEach, describe, expect, it } from 'vitest';
import { disableAccount } from '@mangnon/domain/access/accounts.api.ts';
import {
  confirmRecovery,
  listOwnRecoveries,
  listRecoveries,
  readOwnRecoveries,
  startRecovery,
  stopOwnRecovery,
  redeemRecovery,
  withdrawRecovery,
} from '@mangnon/domain/access/recovery.api.ts';
import { confirmAuthenticator, startAuthenticator } from '@mangnon/domain/access/second-factor.api.ts';
import { getSession, signIn } from '@mangnon/domain/access/session.api.ts';
import { appCodeOf } from '../testing/app-code.ts';
import { commune, inviteAndComeIn, neighbour } from '../testing/newcomer.ts';
import type { Called, Person } from '../testing/test-call.ts';
import { serverForThisTest, type TestServer } from '../testing/test-server.ts';

const password = 'hoa gạo nở đầu tháng ba';
const another = 'ba con vịt bơi qua suối';
const login = 'luong.po';
const cookieOf = ({ headers }: Called<unknown>) => String(headers['set-cookie']).split(';')[0] ?? '';

describe('recovering an account', () => {
  let server: TestServer;
  let chair: Person;
  let administrator: Person;
  /** The person, in with password and app. */
  let po: Person;
  beforeEach(async () => {
    server = await serverForThisTest();
    administrator = await server.signIn('system_administrator');
    chair = await server.signIn({ post: 'commune_chair', placeId: commune });
    const holdings = [{ post: 'commune_protection_worker', placeId: commune } as const];
    const half = await inviteAndComeIn(server, administrator, { login, password, holdings });
    const { secret } = (await server.call(half, startAuthenticator, {})).answer;
    const code = await appCodeOf(secret, server.clock.now);
    po = { ...half, cookie: cookieOf(await server.call(half, confirmAuthenticator, { body: { code } })) };
  });

  const start = (by: Person, accountId = po.id) =>
    server.call(by, startRecovery, { params: { accountId }, body: { lost: 'both' } });
  const confirm = (by: Person, recoveryId: string) => server.call(by, confirmRecovery, { params: { recoveryId } });
  const use = (first: string, second: string, given = another) =>
    server.call(null, redeemRecovery, { body: { login, first, second, password: given } });
  const isIn = async (person: Person) => (await server.call(person, getSession, {})).status === 200;
  async function halves() {
    server.clock.now = new Date(server.clock.now.getTime() + 1000);
    const { recovery, half: first } = (await start(chair)).answer;
    return { id: recovery.id, first, second: (await confirm(administrator, recovery.id)).answer.half };
  }

  it('takes two officers with half a code each; only then all that was ends, and the person is told', async () => {
    const { first, second } = await halves();
    expect([await isIn(po), (await server.call(null, signIn, { body: { login, password } })).status]).toEqual([
      true,
      200,
    ]);
    const back = await use(first.toLowerCase(), second.replaceAll('-', ''));
    expect(back.answer).toMatchObject({ person: { id: po.id }, secondFactor: 'missing', can: [] });
    expect(await isIn(po)).toBe(false);
    expect((await server.call(null, signIn, { body: { login, password } })).status).toBe(401);
    expect((await server.call(null, signIn, { body: { login, password: another } })).answer.secondFactor).toBe(
      'missing',
    );
    const left = ['authenticator', 'recovery_code', 'passkey'] as const;
    for (const table of left)
      expect(
        await server.database.selectFrom(table).select('account_id').where('account_id', '=', po.id).execute(),
      ).toEqual([]);

    const half: Person = { ...po, cookie: cookieOf(back) };
    const { secret } = (await server.call(half, startAuthenticator, {})).answer;
    const code = await appCodeOf(secret, server.clock.now);
    const again = { ...po, cookie: cookieOf(await server.call(half, confirmAuthenticator, { body: { code } })) };
    const told = (await server.call(again, listOwnRecoveries, {})).answer.recoveries;
    expect(told).toMatchObject([{ startedBy: chair.name, confirmedBy: administrator.name, can: { stop: false } }]);
    expect(told[0]?.usedAt).not.toBeNull();
    expect((await server.call(again, readOwnRecoveries, {})).answer.recoveries).toEqual([]);
    expect((await server.call(again, listOwnRecoveries, {})).answer.recoveries).toEqual([]);
  });

  it('cannot be done by one officer, nor by the person, nor by one from elsewhere', async () => {
    const { recovery, half } = (await start(chair)).answer;
    expect((await confirm(chair, recovery.id)).refusal.code).toBe('access.recovery_own_start');
    // A chair of the same commune would do; one of another does not even learn of it.
    const stranger = await server.signIn({ post: 'commune_chair', placeId: neighbour });
    expect((await confirm(stranger, recovery.id)).refusal.code).toBe('access.account_not_found');
    expect((await server.call(stranger, listRecoveries, {})).answer.recoveries).toEqual([]);
    const auditor = await server.signIn('auditor');
    expect((await confirm(auditor, recovery.id)).status).toBe(403);
    const seen = (await server.call(auditor, listRecoveries, {})).answer.recoveries;
    expect(seen).toMatchObject([{ id: recovery.id, can: { confirm: false, withdraw: false } }]);
    expect((await use(half, half)).refusal.code).toBe('access.recovery_wrong');
    const own = await start(administrator, administrator.id);
    expect([own.status, own.refusal.code]).toEqual([403, 'access.not_oneself']);
    const { first, second } = { first: half, second: (await confirm(administrator, recovery.id)).answer.half };
    const twice = await confirm(await server.signIn('system_administrator'), recovery.id);
    expect(twice.refusal.code).toBe('access.recovery_confirmed');
    expect((await use(second, first)).refusal.code).toBe('access.recovery_wrong');
    expect((await use(first, second)).status).toBe(200);
  });

  it('of an administrator is no matter for officers', async () => {
    const refused = await start(chair, administrator.id);
    expect([refused.status, refused.refusal.code]).toEqual([404, 'access.account_not_found']);
    const lead = await server.signIn('provincial_lead_officer');
    expect((await start(lead, po.id)).refusal.code).toBe('access.account_not_found');
  });

  it('is good once and for 72 hours, and can be stopped by an officer or by the person', async () => {
    const used = await halves();
    const sent = await Promise.all([1, 2, 3].map(() => use(used.first, used.second)));
    expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect((await use(used.first, used.second)).refusal.code).toBe('access.recovery_used');

    const stopped = await halves();
    expect((await start(chair)).refusal.code).toBe('access.recovery_under_way');
    const params = { recoveryId: stopped.id };
    expect((await server.call(chair, withdrawRecovery, { params })).answer.recoveries).toEqual([]);
    expect((await use(stopped.first, stopped.second)).refusal.code).toBe('access.recovery_withdrawn');
    expect((await server.call(chair, withdrawRecovery, { params })).refusal.code).toBe('access.recovery_not_found');

    const late = await halves();
    server.clock.now = new Date(server.clock.now.getTime() + 72 * 3_600_000);
    expect((await use(late.first, late.second)).refusal.code).toBe('access.recovery_expired');
  });

  it('not asked for is told to the person, who stops it', async () => {
    const { first, second } = await halves();
    const told = (await server.call(po, listOwnRecoveries, {})).answer.recoveries;
    expect(told).toMatchObject([{ startedBy: chair.name, usedAt: null, can: { stop: true } }]);
    expect((await server.call(po, stopOwnRecovery, {})).answer.recoveries).toEqual([]);
    expect((await use(first, second)).refusal.code).toBe('access.recovery_withdrawn');
    expect(await isIn(po)).toBe(true);
  });

  it('is not guessed, and tells a stranger nothing', async () => {
    const unknown = await server.call(null, redeemRecovery, {
      body: { login: 'nobody', first: 'AAAA', second: 'BBBB', password: another },
    });
    const { first, second } = await halves();
    const wrong = await use(first, `${second.slice(0, -1)}${second.endsWith('A') ? 'B' : 'A'}`);
    expect([wrong.status, unknown.refusal]).toEqual([401, wrong.refusal]);
    for (let n = 0; n < 4; n += 1) await use('AAAA', 'BBBB');
    expect((await use(first, second)).refusal.code).toBe('access.too_many_attempts');
    expect((await server.call(null, signIn, { body: { login, password } })).status).toBe(200);
  });

  it('is not for a disabled account, nor for somebody who never came in', async () => {
    const { first, second } = await halves();
    await server.call(administrator, disableAccount, { params: { accountId: po.id } });
    expect((await use(first, second)).refusal.code).toBe('access.recovery_wrong');
    expect((await start(administrator)).refusal.code).toBe('access.account_disabled');
  });

  it('stands in the audit trail, step by step, with who did it, and without the code', async () => {
    const { first, second } = await halves();
    await use(first, second);
    const events = await server.database.selectFrom('audit_event').selectAll().orderBy('id').execute();
    const steps = events.filter(({ action }) => action.startsWith('access.recovery.'));
    expect(
      steps.map(({ action, account_id, subjects }) => [action, account_id, subjects.includes(`account:${po.id}`)]),
    ).toEqual([
      ['access.recovery.start', chair.id, true],
      ['access.recovery.confirm', administrator.id, true],
      ['access.recovery.use', po.id, true],
    ]);
    const rows = await server.database.selectFrom('recovery').selectAll().execute();
    for (const secret of [first, second, first.replaceAll('-', ''), another])
      expect(JSON.stringify([events, rows])).not.toContain(secret);
    expect(rows[0]?.second_hash).toMatch(/^\$argon2id\$v=19\$m=19456/);
  });
});
