import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  endAccountSession,
  endAccountSessions,
  listAccountSessions,
  listEndedSessions,
  readEndedSessions,
} from '@mangnon/domain/access/account-sessions.api.ts';
import { getAccount } from '@mangnon/domain/access/accounts.api.ts';
import { getSession } from '@mangnon/domain/access/session.api.ts';
import { commune, neighbour, province } from '../testing/newcomer.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makeToken } from './session-token.ts';
import { insertSession } from './sessions.queries.ts';

const byText = (a: string, b: string) => a.localeCompare(b);

describe('the open sessions of another person', () => {
  let server: TestServer;
  let administrator: Person;
  let chair: Person;
  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.signIn('system_administrator');
    chair = await server.signIn({ post: 'commune_chair', placeId: commune });
  });
  afterAll(() => server.stop());

  const officer = (placeId = commune) => server.signIn({ post: 'commune_officer', placeId });
  /** The same person at another machine. */
  async function atAnother(person: Person, device: string): Promise<Person & { readonly sessionId: string }> {
    const { token, hash } = makeToken();
    const { now } = server.clock;
    const sessionId = await insertSession(server.database, person.id, hash, now, { at: now, kind: 'app' });
    await server.database
      .updateTable('session')
      .set({ device, address: '10.1.2.3' })
      .where('id', '=', sessionId)
      .execute();
    return { ...person, cookie: `mangnon_session=${token}`, sessionId };
  }
  const see = (who: Person, { id }: Person) => server.call(who, listAccountSessions, { params: { accountId: id } });
  const endOne = (who: Person, { id }: Person, sessionId: string) =>
    server.call(who, endAccountSession, { params: { accountId: id, sessionId } });
  const endAll = (who: Person, { id }: Person) => server.call(who, endAccountSessions, { params: { accountId: id } });
  const isIn = async (person: Person) => (await server.call(person, getSession, {})).status === 200;

  it('are seen with what tells them apart, and ended one by one with the next request', async () => {
    const person = await officer();
    const phone = await atAnother(person, 'Chrome, Android');
    const seen = await see(administrator, person);
    expect(seen.answer.can.end).toBe(true);
    expect(seen.answer.sessions.map(({ device, address }) => `${device} ${address}`).toSorted(byText)).toEqual([
      ' null',
      'Chrome, Android 10.1.2.3',
    ]);
    expect(Object.keys(seen.answer.sessions[0] ?? {})).not.toContain('current');
    expect(JSON.stringify(seen.answer)).not.toMatch(/token|hash/);
    const left = await endOne(administrator, person, phone.sessionId);
    expect(left.answer.sessions).toHaveLength(1);
    expect([await isIn(phone), await isIn(person)]).toEqual([false, true]);
    // Nothing of it is open to the database either.
    expect((await server.call(phone, listEndedSessions, {})).status).toBe(401);
  });

  it('are ended all together, and told to their owner by the name of who did it until they have read it', async () => {
    const person = await officer();
    await atAnother(person, 'Firefox, Windows');
    expect((await endAll(chair, person)).answer.sessions).toEqual([]);
    expect(await isIn(person)).toBe(false);
    const again = await atAnother(person, 'Firefox, Windows');
    const told = (await server.call(again, listEndedSessions, {})).answer.ended;
    expect(told.map(({ endedBy, device }) => `${endedBy}: ${device}`).toSorted(byText)).toEqual([
      `${chair.name}: `,
      `${chair.name}: Firefox, Windows`,
    ]);
    expect((await server.call(again, readEndedSessions, {})).answer.ended).toEqual([]);
    expect((await server.call(again, listEndedSessions, {})).answer.ended).toEqual([]);
    // Ended by oneself there is nothing to tell.
    expect((await server.call(administrator, listEndedSessions, {})).answer.ended).toEqual([]);
  });

  it('are the business of who keeps the account alone', async () => {
    const [here, there] = [await officer(), await officer(neighbour)];
    const police = await server.signIn({ post: 'police', placeId: commune, agencyId: 't.so_yte' });
    const auditor = await server.signIn('auditor');
    const answers = [
      [await see(chair, here), 200],
      [await see(await server.signIn({ post: 'provincial_lead_officer', placeId: province }), here), 200],
      // Not of the chair's commune: as if it were not there.
      [await see(chair, there), 404],
      [await endAll(chair, there), 404],
      // In the commune, but of a post the chair does not give.
      [await see(chair, police), 403],
      [await endAll(chair, police), 403],
      [await endAll(chair, administrator), 404],
      [await see(auditor, here), 403],
      [await endAll(auditor, here), 403],
      [await endAll(here, there), 403],
    ] as const;
    expect(answers.map(([{ status }]) => status)).toEqual(answers.map(([, status]) => status));
    for (const person of [here, there, police, administrator]) expect(await isIn(person)).toBe(true);
    const page = async (who: Person, { id }: Person) =>
      (await server.call(who, getAccount, { params: { accountId: id } })).answer.can.sessions;
    expect([await page(chair, here), await page(chair, police), await page(auditor, here)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('are not one’s own, which have a page of their own', async () => {
    expect((await see(administrator, administrator)).refusal.code).toBe('access.not_oneself');
    expect((await endAll(administrator, administrator)).refusal.code).toBe('access.not_oneself');
  });

  it('are ended only through the account they belong to', async () => {
    const [one, two] = [await officer(), await officer()];
    const phone = await atAnother(two, 'Chrome, Android');
    expect((await endOne(administrator, one, phone.sessionId)).answer.sessions).toHaveLength(1);
    expect(await isIn(phone)).toBe(true);
  });

  it('are ended with a key shown in the last five minutes, and each look and end is on record', async () => {
    const person = await officer();
    const start = server.clock.now;
    try {
      server.clock.now = new Date(Date.now() + 5 * 60_000 + 1000);
      expect((await see(administrator, person)).status).toBe(200);
      expect((await endAll(administrator, person)).refusal.code).toBe('platform.step_up_needed');
    } finally {
      server.clock.now = start;
    }
    const withCode = await server.signIn('system_administrator');
    await server.database
      .updateTable('session')
      .set({ second_factor_kind: 'app' })
      .where('account_id', '=', withCode.id)
      .execute();
    expect((await endAll(withCode, person)).status).toBe(403);
    expect(await isIn(person)).toBe(true);
    await endAll(administrator, person);
    const trail = await server.database
      .selectFrom('audit_event')
      .select(['action', 'outcome', 'details'])
      .where('chain', '=', `account:${person.id}`)
      .where('account_id', '=', administrator.id)
      .orderBy('id')
      .execute();
    expect(trail.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['access.account_sessions.read', 'accepted'],
      ['access.account_sessions.close', 'refused'],
      ['access.account_sessions.close', 'accepted'],
    ]);
    expect(trail.at(-1)?.details).toEqual({ ended: 1 });
  });
});
