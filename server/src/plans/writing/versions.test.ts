import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPlan } from '@mangnon/domain/plans/plans.api.ts';
import {
  getManuscriptDifference,
  getPlanDifference,
  getPlanVersions,
} from '@mangnon/domain/plans/writing/versions.api.ts';
import { emptyTask } from '@mangnon/domain/plans/writing/items-of-plan.ts';
import { adoptReadPlan, adoptHigherPlan } from './testing/higher-plan.ts';
import type { Person } from '../../testing/test-call.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { commune, deskOf, province, start, writeSample, type Desk } from './testing/desk.ts';
import { accepted } from '../testing/review.ts';

let server: TestServer;
let officer: Person;
let chair: Person;
let lead: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  const validFrom = '2000-01-01';
  officer = await server.signIn({ post: 'commune_officer', placeId: commune, validFrom });
  chair = await server.signIn({ post: 'commune_chair', placeId: commune, validFrom });
  lead = await server.signIn({ post: 'provincial_lead_officer', placeId: province, validFrom });
});
afterAll(() => server.stop());

let numbers = 100;
async function issued(desk: Desk): Promise<string> {
  accepted(await desk.submit());
  accepted(await desk.approve(chair));
  return (await desk.issue(chair, (numbers += 1))).answer.planId;
}

async function beginFrom(source: 'amends' | 'replaces' | 'last_year', planId: string, year = 2027): Promise<Desk> {
  const { manuscriptId } = (await start(server, officer, { source, planId, year })).answer;
  return deskOf(server, officer, manuscriptId);
}

describe('a plan that starts from the plan above', () => {
  it('is offered its tasks one by one, those that name it told apart, and keeps the link of those it takes', async () => {
    const higher = await adoptHigherPlan(server, lead);
    const { manuscriptId } = (await start(server, officer, { source: 'higher', planId: higher, withSections: false }))
      .answer;
    const desk = deskOf(server, officer, manuscriptId);
    const { offers, items } = await desk.get();
    expect(offers.map(({ ours, text }) => [ours, text.split(' ').slice(0, 2).join(' ')])).toEqual([
      [false, 'Biên soạn'],
      [true, 'Mở lớp'],
      [true, 'Lập danh'],
    ]);
    expect(items.flatMap((item) => (item.kind === 'basis' ? item.data.number : []))).toEqual(['77/KH-UBND']);
    const [other, taken, refused] = offers;
    await desk.add('task', {
      ...emptyTask,
      text: 'Mở hai lớp dạy bơi tại thôn.',
      lead: ['Phòng Văn hóa - Xã hội'],
      carriesOut: taken?.taskId ?? null,
    });
    const itemId = refused?.itemId ?? '';
    accepted(await desk.act({ type: 'change', itemId, fields: { answer: { from: null, to: 'no' } } }));
    await desk.write('cover', { signerName: 'Lò Thị Hân', recipients: ['Lưu: VT'] });
    const planId = await issued(desk);
    const { rows } = await sql`
      select higher_task_id, origin, state from plan_task_link where plan_id = ${planId}::uuid`.execute(
      server.database,
    );
    expect(rows).toEqual([{ higher_task_id: taken?.taskId, origin: 'drawn_up', state: 'linked' }]);
    const above = await sql`select higher_plan_id, place_id from plan_carries_out join plan_place using (plan_id)
      where plan_id = ${planId}::uuid`.execute(server.database);
    expect(above.rows).toEqual([{ higher_plan_id: higher, place_id: commune }]);
    expect(other?.ours).toBe(false);
  });
});

describe('next year’s plan', () => {
  it('comes with its dates moved on and each task tied to last year’s', async () => {
    const planId = await issued(await writeSample(server, officer, 'Bảo vệ trẻ em năm 2026'));
    const desk = await beginFrom('last_year', planId);
    const { items } = await desk.get();
    expect(items[0]?.data).toMatchObject({ title: 'Bảo vệ trẻ em năm 2027' });
    const old = (await server.call(officer, getPlan, { params: { planId } })).answer.tasks;
    const tasks = items.flatMap((item) => (item.kind === 'task' ? [item.data] : []));
    expect(tasks.map(({ continues }) => continues)).toEqual(old.map(({ id }) => id));
    expect(tasks.map(({ due }) => due?.to)).toEqual(['2028-06-30', '2028-12-31', '2028-06-30', '2028-05-31']);
    const next = await issued(desk);
    const { rows } = await sql<{ earlier: string }>`
      select earlier_task_id as earlier from plan_task_continues join plan_task on plan_task.id = task_id
      where plan_id = ${next}::uuid order by position`.execute(server.database);
    expect(rows.map(({ earlier }) => earlier)).toEqual(old.map(({ id }) => id));
  });

  it('starts from a plan that was read as well, and never from another body’s', async () => {
    const read = adoptReadPlan(server, lead);
    const refused = await start(server, officer, { source: 'last_year', planId: await read });
    expect(refused.refusal.code).toBe('writing.source_not_own');
    const begun = await start(server, lead, { source: 'last_year', planId: await read, placeId: province, year: 2027 });
    const { items } = await deskOf(server, lead, begun.answer.manuscriptId).get();
    expect(items.filter(({ kind }) => kind === 'task').length).toBeGreaterThan(0);
    expect(items[0]?.data).toMatchObject({ symbol: 'KH-UBND', issuer: 'Ủy ban nhân dân tỉnh Mộc Giang' });
  });
});

describe('a new version of an issued plan', () => {
  it('that amends names the changed parts, keeps the old one, and shows both side by side', async () => {
    const old = await issued(await writeSample(server, officer, 'Kế hoạch được sửa đổi năm 2026'));
    const desk = await beginFrom('amends', old, 2026);
    expect((await desk.submit()).refusal.details?.['codes']).toEqual(['nothing_changed']);
    accepted(await desk.write('task', { text: 'Tổ chức năm buổi nói chuyện tại các thôn.' }));
    expect((await desk.get()).changes).toEqual([
      'sửa đổi nhiệm vụ III.1.a «Tổ chức năm buổi nói chuyện tại các thôn.»',
    ]);
    const params = { manuscriptId: desk.manuscriptId };
    const before = (await server.call(officer, getManuscriptDifference, { params })).answer;
    const planId = await issued(desk);
    const after = (await server.call(officer, getPlanDifference, { params: { planId } })).answer;
    for (const { rows, earlier } of [before, after]) {
      expect(earlier.planId).toBe(old);
      const changed = rows.filter(({ state, kind }) => state !== 'same' && kind !== 'cover');
      expect(changed.map(({ state, kind, fields }) => [state, kind, fields])).toEqual([['changed', 'task', ['text']]]);
    }
    const plan = (await server.call(officer, getPlan, { params: { planId } })).answer;
    expect(plan.text).toContain('Nội dung sửa đổi, bổ sung: sửa đổi nhiệm vụ III.1.a');
    expect((await server.call(officer, getPlan, { params: { planId: old } })).status).toBe(200);
    const versions = (await server.call(officer, getPlanVersions, { params: { planId: old } })).answer;
    expect(versions.later.map(({ relation, planId: id }) => [relation, id])).toEqual([['amends', planId]]);
  });

  it('that replaces ends the old one: of two, one is issued, and nothing more goes on from the old', async () => {
    const old = await issued(await writeSample(server, officer, 'Kế hoạch bị thay thế năm 2026'));
    const [one, other] = [await beginFrom('replaces', old, 2026), await beginFrom('replaces', old, 2026)];
    await one.write('task', { text: 'Nhiệm vụ mới thứ nhất của xã.' });
    await other.write('task', { text: 'Nhiệm vụ mới thứ hai của xã.' });
    await issued(one);
    accepted(await other.submit());
    accepted(await other.approve(chair));
    expect((await other.issue(chair, (numbers += 1))).refusal.code).toBe('writing.source_ended');
    const again = await start(server, officer, { source: 'amends', planId: old });
    expect(again.refusal.code).toBe('writing.source_ended');
  });
});
