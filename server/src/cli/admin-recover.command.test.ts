import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { disableAccount } from '@mangnon/domain/access/accounts.api.ts';
import {
  listOperatorRecoveries,
  readOperatorRecoveries,
  redeemOperatorRecovery,
} from '@mangnon/domain/access/operator-recovery.api.ts';
import { getSession, signIn } from '@mangnon/domain/access/session.api.ts';
import { runProcess } from '../testing/start-process.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const password = 'hoa gạo nở đầu tháng ba';
let server: TestServer;
let lost: Person;
let other: Person;
let auditor: Person;
beforeAll(async () => {
  server = await startTestServer();
  [lost, other, auditor] = [
    await server.signIn('system_administrator'),
    await server.signIn('system_administrator'),
    await server.signIn('auditor'),
  ];
});
afterAll(() => server.stop());
// The command goes by the clock of the machine.
beforeEach(() => {
  server.clock.now = new Date();
});

const loginOf = async ({ id }: Person) =>
  (await server.database.selectFrom('account').select('login').where('id', '=', id).executeTakeFirstOrThrow()).login;
const run = (login: string) =>
  runProcess({ env: { MANGNON_DATABASE_URL: server.databaseUrl }, args: ['admin', 'recover', login] });
const codeIn = (out: string) => /^ {2}((?:[A-Z0-9]{4}-){5}[A-Z0-9]{4})$/m.exec(out)?.[1] ?? '';
async function issue(person: Person): Promise<string> {
  const ended = await run(await loginOf(person));
  // What the server takes for now must not lie before it.
  server.clock.now = new Date();
  expect([ended.status, ended.error]).toEqual([0, '']);
  return codeIn(ended.out);
}
const redeem = (code: string, given = password) =>
  server.call(null, redeemOperatorRecovery, { body: { code, password: given } });
const told = async (person: Person) => (await server.call(person, listOperatorRecoveries, {})).answer.recoveries;

describe('a code made on the server for an administrator', () => {
  it('brings the administrator back once, and ends the old password, keys and sessions', async () => {
    const code = await issue(lost);
    expect(code).toMatch(/^[A-Z0-9-]{29}$/);
    // Nothing has happened to the account yet.
    expect((await server.call(lost, getSession, {})).status).toBe(200);
    const came = await redeem(` ${code.toLowerCase()} `);
    expect(came.answer).toMatchObject({ person: { id: lost.id }, secondFactor: 'missing', can: [] });
    expect((await server.call(lost, getSession, {})).status).toBe(401);
    const body = { login: await loginOf(lost), password };
    expect((await server.call(null, signIn, { body })).status).toBe(200);
    const again = await redeem(code);
    expect([again.status, again.refusal.code]).toEqual([409, 'access.operator_code_not_good']);
  });

  it('is good once also when it comes five times at one moment, and for an hour', async () => {
    const code = await issue(lost);
    const statuses = (await Promise.all(Array.from({ length: 5 }, () => redeem(code)))).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409]);
    const late = await issue(lost);
    const start = server.clock.now;
    try {
      server.clock.now = new Date(Date.now() + 3_600_000);
      expect((await redeem(late)).refusal.code).toBe('access.operator_code_not_good');
    } finally {
      server.clock.now = start;
    }
    // A newer one takes its place; a password that is no good spends nothing.
    const newer = await issue(lost);
    expect((await redeem(late)).status).toBe(409);
    expect((await redeem(newer, 'mangnon của tôi đây')).status).toBe(422);
    expect((await redeem(newer)).status).toBe(200);
  });

  it('is told to every administrator and auditor until they have read it, and again when it was used', async () => {
    for (const person of [other, auditor]) await server.call(person, readOperatorRecoveries, {});
    const code = await issue(lost);
    for (const person of [other, auditor])
      expect(await told(person)).toMatchObject([{ account: { id: lost.id }, usedAt: null, open: true }]);
    expect((await server.call(auditor, readOperatorRecoveries, {})).answer.recoveries).toEqual([]);
    server.clock.now = new Date();
    await redeem(code);
    for (const person of [other, auditor])
      expect(await told(person)).toMatchObject([{ usedAt: expect.any(String), open: false }]);
    expect(JSON.stringify(await told(other))).not.toContain(code);
    const officer = await server.signIn('commune_officer');
    expect((await server.call(officer, listOperatorRecoveries, {})).status).toBe(403);
  });

  it('is in the trail of the account, without the code', async () => {
    const code = await issue(other);
    const rows = await server.database
      .selectFrom('audit_event')
      .selectAll()
      .where('chain', '=', `account:${other.id}`)
      .where('action', '=', 'access.operator_recovery.create')
      .execute();
    expect(rows).toMatchObject([
      {
        action: 'access.operator_recovery.create',
        outcome: 'accepted',
        account_id: null,
        target: { accountId: other.id },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it('is made for nobody who does not administer', async () => {
    const officer = await server.signIn('commune_officer');
    const gone = await server.signIn('system_administrator');
    await server.call(other, disableAccount, { params: { accountId: gone.id } });
    for (const login of [await loginOf(officer), await loginOf(gone), 'không-có-ai']) {
      const ended = await run(login);
      expect([ended.status, ended.out]).toEqual([1, '']);
      expect(ended.error).toContain(`«${login}»`);
      expect(ended.error).toContain(await loginOf(other));
    }
  });

  it('cannot be made by the role the server works under: not by HTTP, whatever got into a request', async () => {
    const insert = sql`insert into operator_recovery (account_id, code_hash, made_at, expires_at)
      values (${other.id}, sha256('x'), now(), now() + interval '1 minute')`;
    await expect(insert.execute(server.database)).rejects.toThrow('permission denied');
    const change = sql`update operator_recovery set expires_at = now() + interval '1 minute', code_hash = sha256('x')`;
    await expect(change.execute(server.database)).rejects.toThrow('permission denied');
  });
});
