import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { listAccounts } from '@mangnon/domain/access/accounts.api.ts';
import { auditPageSize, listAuditEntries } from '@mangnon/domain/access/audit.api.ts';
import { getSession, setLanguage } from '@mangnon/domain/access/session.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

describe('the audit trail', () => {
  let server: TestServer;
  let auditor: Person;
  beforeAll(async () => {
    server = await startTestServer();
    auditor = await server.signIn('auditor');
  });
  afterAll(() => server.stop());

  const count = async () => {
    const rows = await server.database.selectFrom('audit_event').select(['action', 'outcome', 'request_id']).execute();
    expect(new Set(rows.map(({ request_id: id }) => id)).size).toBe(rows.length);
    return rows.length;
  };

  it('has exactly one row for each audited read and write, accepted or refused, and none for a poll', async () => {
    const person = await server.signIn('system_administrator');
    const reader = await server.signIn('agency_officer');
    const before = await count();
    const calls = Array.from({ length: 6 }, async (_, n) => {
      expect((await server.call(person, listAccounts, { query: {} })).status).toBe(200);
      expect((await server.call(person, setLanguage, { body: { language: n % 2 ? 'vi' : 'en' } })).status).toBe(200);
      expect((await server.call(reader, listAccounts, { query: {} })).status).toBe(403);
      expect((await server.call(reader, getSession, {})).status).toBe(200);
      expect((await server.call(null, listAccounts, { query: {} })).status).toBe(401);
    });
    await Promise.all(calls);
    expect((await count()) - before).toBe(18);
  });

  it('tells who saw a record, also in a list, and what a person did between two days, page by page', async () => {
    const planId = randomUUID();
    const other = await server.signIn('agency_officer');
    const row = { request_id: randomUUID(), address: '192.0.2.9', outcome: 'accepted', account_id: other.id };
    const at = (n: number) => new Date(Date.UTC(2026, 2, 10, 16, 59, 0) + n * 1000);
    const values = Array.from({ length: 120 }, (_, n) => ({
      ...row,
      at: at(n - (n % 2)),
      action: n % 10 === 0 ? 'plans.draft.list' : 'plans.plan.read',
      subjects: n % 10 === 0 ? ['plan:x', `plan:${planId}`] : [`plan:other-${n}`],
    }));
    await server.database.insertInto('audit_event').values(values).execute();

    const seen = await server.call(auditor, listAuditEntries, { query: { record: `plan:${planId}` } });
    expect(seen.answer.entries).toHaveLength(12);
    expect(seen.answer.entries[0]).toMatchObject({ person: { name: other.name }, action: 'plans.draft.list' });

    const ids: number[] = [];
    let after: string | null = '';
    let pages = 0;
    while (after !== null) {
      const query: { personId: string; after?: string } = { personId: other.id, ...(after && { after }) };
      // oxlint-disable-next-line no-await-in-loop -- the next page follows the last one
      const called = await server.call(auditor, listAuditEntries, { query });
      const answer: z.output<typeof listAuditEntries.response> = called.answer;
      expect([answer.person, answer.entries.length <= auditPageSize]).toEqual([other.name, true]);
      ids.push(...answer.entries.map(({ id }) => id));
      after = answer.next;
      pages += 1;
    }
    expect([pages, ids.length, new Set(ids).size]).toEqual([3, 120, 120]);

    // 17:00 UTC is midnight in Viet Nam: 60 of the calls came on the 10th, 60 on the 11th.
    const onDay = async (from: string, to: string) => {
      const { answer } = await server.call(auditor, listAuditEntries, { query: { personId: other.id, from, to } });
      return { first: answer.entries.at(-1)?.at, last: answer.entries[0]?.at, more: answer.next !== null };
    };
    expect(await onDay('2026-03-10', '2026-03-10')).toMatchObject({ last: at(58).toISOString(), more: true });
    expect(await onDay('2026-03-11', '2026-03-11')).toMatchObject({ last: at(118).toISOString(), more: true });
    expect(await onDay('2026-03-12', '2026-03-12')).toEqual({ first: undefined, last: undefined, more: false });
  });

  it('names people and places in plain words, and never a child', async () => {
    const child = `child:${randomUUID()}`;
    const place = 'place:00004@2025-07-01';
    const person = `account:${auditor.id}`;
    const row = { request_id: randomUUID(), address: '192.0.2.9', outcome: 'accepted', action: 'places.place.edit' };
    const values = { ...row, at: server.clock.now, subjects: [child, place, person] };
    await server.database.insertInto('audit_event').values(values).execute();
    const { answer } = await server.call(auditor, listAuditEntries, { query: { record: child } });
    expect(answer.names).toEqual({ [place]: 'Phường Ba Đình', [person]: auditor.name });
  });

  it('is open to the auditor alone, and looking at it leaves its own row', async () => {
    for (const post of ['system_administrator', 'provincial_lead_officer', 'inspector'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answered = await server.call(await server.signIn(post), listAuditEntries, { query: {} });
      expect([post, answered.status]).toEqual([post, 403]);
    }
    await server.call(auditor, listAuditEntries, { query: { record: 'plan:looked-at' } });
    const looks = await server.call(auditor, listAuditEntries, { query: { record: 'plan:looked-at' } });
    expect(looks.answer.entries).toMatchObject([{ action: 'access.audit.list', person: { id: auditor.id } }]);
    const strange = await server.call(auditor, listAuditEntries, { query: { record: 'no record' } });
    expect(strange.status).toBe(422);
  });

  it('takes an address with a line break or a zero in it as one row, and forges nothing', async () => {
    const person = await server.signIn('auditor');
    for (const bad of ['a%0d%0aaccepted', 'a%00b', '%F0%9F%92%A3', 'x'.repeat(90)]) {
      const url = `/api/accounts/${bad}/disable`;
      const headers = { host: 'localhost', cookie: person.cookie };
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { statusCode } = await server.app.inject({ method: 'POST', url, headers });
      expect([bad, statusCode]).toEqual([bad, 403]);
    }
    const rows = await server.database
      .selectFrom('audit_event')
      .select(['chain', 'outcome', 'action'])
      .where('account_id', '=', person.id)
      .orderBy('id')
      .execute();
    const own = `account:${person.id}`;
    expect(rows.map(({ chain }) => chain)).toEqual([own, own, own, `account:${'x'.repeat(90)}`]);
    expect(new Set(rows.map(({ outcome, action }) => `${action} ${outcome}`))).toEqual(
      new Set(['access.account.disable refused']),
    );
  });
});
