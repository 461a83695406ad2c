import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as api from '@mangnon/domain/law/target.api.ts';
import { getText, listTexts } from '@mangnon/domain/law/texts.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { adoptPlan, kheTruc, province, provincePlan } from './testing/cascade-plans.ts';

let server: TestServer;
let lead: Person;
let targetId: string;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  server.clock.now = new Date('2026-11-30T03:00:00Z');
  lead = await server.signIn({ post: 'provincial_lead_officer', placeId: province });
  targetId = (await adoptPlan(server, lead, provincePlan)).targets[0]?.id ?? '';
});
afterAll(() => server.stop());

const see = async (id = targetId, query: { placeId?: string } = {}) =>
  (await server.call(lead, api.getTarget, { params: { targetId: id }, query })).answer;

interface Written {
  readonly placeId?: string;
  readonly proof?: string | null;
  readonly note?: string | null;
}
const write = (year: number, value: number | null, more: Written = {}, by = lead, id = targetId) => {
  server.clock.now = new Date(server.clock.now.getTime() + 1000);
  const body = { placeId: null, year, value, proof: 'Báo cáo số 12/BC-SYT', proofUrl: null, note: null, ...more };
  return server.call(by, api.addTargetValue, { params: { targetId: id }, body });
};

describe('a target of a plan', () => {
  it('has no figure, then is off or on the way from its start, then reached', async () => {
    expect((await see()).standing).toMatchObject({ state: 'no_figure', why: 'no_value', goal: 60 });
    await write(2025, 34);
    expect((await see()).standing).toMatchObject({ state: 'no_figure', why: 'no_start' });
    const start = { value: 30, year: 2024, source: 'Báo cáo số 03/BC-SYT' };
    const body = { placeId: null, measure: 'Trẻ biết bơi / trẻ cùng tuổi', against: 'baseline' as const, start };
    await server.call(lead, api.setTargetStart, { params: { targetId }, body });
    const behind = await see();
    expect(behind.standing).toMatchObject({ state: 'off_way', why: 'behind_path' });
    expect(behind.path).toHaveLength(7);
    await write(2026, 41);
    expect((await see()).standing).toMatchObject({ state: 'on_way', latest: { year: 2026, value: 41 } });
    await write(2026, 61, { note: 'Đếm lại cả trường tư thục' });
    const page = await see();
    expect(page.standing.state).toBe('reached');
    expect(page.values.map(({ year, value }) => [year, value])).toEqual([
      [2025, 34],
      [2026, 61],
    ]);
    expect(page.history.map(({ value }) => value)).toEqual([61, 41, 34]);
  });

  it('lets a figure be taken back with a reason, and leaves a gap', async () => {
    expect((await write(2026, null)).refusal.code).toBe('law.value_reason');
    await write(2026, null, { proof: null, note: 'Số của tỉnh khác' });
    const page = await see();
    expect(page.values.map(({ year }) => year)).toEqual([2025]);
    expect(page.history).toHaveLength(4);
  });

  it('takes no figure without its document, nor of a year to come, nor from another place', async () => {
    expect((await write(2025, 40, { proof: null })).refusal.code).toBe('law.value_proof');
    expect((await write(2027, 40)).refusal.code).toBe('law.value_future');
    const elsewhere = await server.signIn({ post: 'commune_officer', placeId: kheTruc });
    expect((await write(2025, 40, {}, elsewhere)).status).toBe(403);
    const agency = await server.signIn({ post: 'agency_officer', placeId: province, agencyId: 't.so_yte' });
    expect((await write(2025, 35, {}, agency)).status).toBe(200);
  });
});

describe('a target of a national text', () => {
  it('keeps the figures of each place apart, and knows against what it is reduced', async () => {
    const [text] = (await server.call(lead, listTexts, { query: { q: '1248 2021' } })).answer.texts;
    const page = (await server.call(lead, getText, { params: { textId: text?.id ?? '' } })).answer;
    const drowning = page.targets.find(({ comparator, valueTo }) => comparator === 'decrease_by' && valueTo === null);
    const id = drowning?.id ?? '';
    await write(2025, 16, { placeId: province }, lead, id);
    expect((await see(id, { placeId: province })).standing).toMatchObject({ state: 'no_figure', why: 'no_start' });
    const start = { value: 20, year: 2020, source: 'Báo cáo năm 2020' };
    const body = { placeId: province, measure: null, against: 'baseline' as const, start };
    await server.call(lead, api.setTargetStart, { params: { targetId: id }, body });
    expect((await see(id, { placeId: province })).standing).toMatchObject({ state: 'reached', goal: 16 });
    expect((await see(id)).standing).toMatchObject({ state: 'no_figure', why: 'no_value' });
    expect((await write(2025, 16, {}, lead, id)).status).toBe(403);
  });

  it('is listed with how it stands, in as many statements for all as for one', async () => {
    const all = await server.call(lead, api.listTargets, { query: { placeId: province } });
    const some = await server.call(lead, api.listTargets, { query: { q: 'biet boi', placeId: province } });
    expect(some.answer.targets.map(({ id }) => id)).toContain(targetId);
    expect(all.statements).toHaveLength(some.statements.length);
  });
});
