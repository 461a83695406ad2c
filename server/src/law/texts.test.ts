import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as api from '@mangnon/domain/law/texts.api.ts';
import type { LegalText } from '@mangnon/domain/law/legal-text.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { adoptPlan, province, provincePlan, writePlan } from './testing/cascade-plans.ts';

let server: TestServer;
let lead: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  lead = await server.signIn({ post: 'provincial_lead_officer', placeId: province });
});
afterAll(() => server.stop());

const invented: LegalText = {
  kind: 'directive',
  number: '77/CT-TTg',
  issuedOn: '2026-02-03',
  issuer: 'Thủ tướng Chính phủ',
  title: 'Về lớp học bơi ở mọi thôn bản',
  inForceFrom: '2026-02-03',
  inForceTo: null,
  sourceUrl: null,
  trust: 'unverified',
  note: null,
};
/** A session does not outlive such a jump of the clock. */
const at = async (instant: string) => {
  server.clock.now = new Date(instant);
  lead = await server.signIn({ post: 'provincial_lead_officer', placeId: province });
};
const find = async (q: string) => (await server.call(lead, api.listTexts, { query: { q } })).answer.texts;
const get = async (textId: string) => (await server.call(lead, api.getText, { params: { textId } })).answer;
const add = (text: LegalText, person = lead) => server.call(person, api.addText, { body: text });

describe('known texts', () => {
  it('begin with those of the files: 87 entries are 83 figures and four duties', async () => {
    const all = await find('');
    expect(all.length).toBeGreaterThanOrEqual(31);
    expect(all.reduce((sum, { counts }) => sum + counts.targets, 0)).toBe(83);
    const [resolution] = await find('121 QH14 quoc hoi 2020 tiep tuc');
    const page = await get(resolution?.id ?? '');
    expect(page.duties.filter(({ due }) => due === 'năm 2020')).toHaveLength(3);
    expect(page.relations.map(({ side, kind, text }) => [side, kind, text.number])).toContainEqual([
      'undergoes',
      'carries_out',
      '1472/QĐ-TTg',
    ]);
  });

  it('are told apart by number and date together', async () => {
    const both = (await find('1248')).filter(({ number }) => number === '1248/QĐ-TTg');
    expect(both.map(({ issuedOn }) => issuedOn)).toEqual(['2026-07-09', '2021-07-19']);
    const again = await add({
      ...invented,
      number: 'Số 1248/QĐ-TTg',
      issuedOn: '2021-07-19',
      issuer: 'Thủ tướng Chính phủ',
    });
    expect([again.status, again.refusal.code, again.refusal.details['day']]).toEqual([
      409,
      'law.text_known',
      '19/07/2021',
    ]);
    expect((await add({ ...invented, number: '1248/QĐ-TTg', issuedOn: '2022-01-05' })).status).toBe(200);
  });

  it('stand, ended or not begun by their days', async () => {
    await at('2026-11-30T03:00:00Z');
    const force = async (q: string) => (await find(q))[0]?.force;
    expect(await force('283/2026')).toBe('not_yet');
    expect(await force('34/2014')).toBe('ended');
    expect(await force('147/2025')).toBe('in_force');
    await at('2027-01-02T03:00:00Z');
    expect(await force('12/2022')).toBe('ended');
    expect(await force('283/2026')).toBe('in_force');
  });

  it('are put right by the lead officer alone, one after the other, and keep what stood before', async () => {
    const officer = await server.signIn({ post: 'agency_officer', placeId: province, agencyId: 't.so_yte' });
    expect((await add({ ...invented, number: '78/CT-TTg' }, officer)).status).toBe(403);
    const { textId } = (await add(invented)).answer;
    const seen = (await get(textId)).text.changedAt;
    server.clock.now = new Date(server.clock.now.getTime() + 60_000);
    const change = (title: string) =>
      server.call(lead, api.changeText, { params: { textId }, body: { ...invented, title, seen } });
    expect((await change('Về lớp học bơi')).status).toBe(200);
    expect((await change('Về bể bơi')).refusal.code).toBe('law.text_changed');
    const wrong = { ...invented, seen, inForceTo: '2020-01-01' };
    expect((await server.call(lead, api.changeText, { params: { textId }, body: wrong })).status).toBe(409);
    const kept = await server.database
      .selectFrom('legal_text_version')
      .selectAll()
      .where('text_id', '=', textId)
      .execute();
    expect(kept).toHaveLength(1);
  });

  it('take over the tasks and targets of their adopted document', async () => {
    const plan = await adoptPlan(server, lead, provincePlan);
    const text = {
      ...invented,
      kind: 'plan' as const,
      number: '51/KH-UBND',
      issuedOn: '2026-03-12',
      issuer: 'UBND tỉnh Mộc Giang',
    };
    const { textId } = (await add(text)).answer;
    const other = await adoptPlan(
      server,
      lead,
      writePlan({
        number: '52/KH-UBND',
        place: 'TỈNH MỘC GIANG',
        cites: [],
        target: 'Ít nhất 5 lớp.',
        tasks: ['Mở lớp.'],
      }),
    );
    const set = (planId: string) => server.call(lead, api.setTextDocument, { params: { textId }, body: { planId } });
    expect((await set(other.id)).refusal.code).toBe('law.document_differs');
    expect((await set(plan.id)).status).toBe(200);
    const page = await get(textId);
    expect(page.duties.map(({ origin, id }) => [origin, id])).toEqual(plan.tasks.map(({ id }) => ['read', id]));
    expect(page.targets.map(({ id }) => id)).toEqual(plan.targets.map(({ id }) => id));
  });

  it('say what they do to one another, until it is taken back', async () => {
    const [one] = await find('77/CT-TTg');
    const [other] = await find('18/CT-TTg');
    const textId = one?.id ?? '';
    const relation = { kind: 'replaces' as const, on: '2026-02-03', article: null, trust: 'unverified' as const };
    const relate = (otherId: string) =>
      server.call(lead, api.addTextRelation, { params: { textId }, body: { ...relation, otherId } });
    expect((await relate(textId)).refusal.code).toBe('law.relation_itself');
    expect((await relate(other?.id ?? '')).status).toBe(200);
    expect((await relate(other?.id ?? '')).refusal.code).toBe('law.relation_known');
    const [written] = (await get(textId)).relations;
    const params = { textId, relationId: written?.id ?? '' };
    expect((await server.call(lead, api.withdrawTextRelation, { params })).status).toBe(200);
    expect((await get(textId)).relations).toEqual([]);
  });
});
