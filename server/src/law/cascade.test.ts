import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as cascade from '@mangnon/domain/law/cascade.api.ts';
import { getThread } from '@mangnon/domain/law/thread.api.ts';
import { seeTop, seeTopTasks } from '@mangnon/domain/law/top.api.ts';
import { listTexts } from '@mangnon/domain/law/texts.api.ts';
import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { adoptPlan, banLanh, communePlan, kheTruc, province, provincePlan } from './testing/cascade-plans.ts';

let server: TestServer;
let lead: Person;
let commune: Person;
let high: Plan;
let low: Plan;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  lead = await server.signIn({ post: 'provincial_lead_officer', placeId: province });
  commune = await server.signIn({ post: 'commune_officer', placeId: kheTruc });
  high = await adoptPlan(server, lead, provincePlan);
  low = await adoptPlan(
    server,
    lead,
    communePlan('XÃ KHE TRÚC', '07/KH-UBND', [
      'Cắm biển cảnh báo tại các suối, ao nguy hiểm ở ba thôn trước ngày 30/4/2026.',
      'Mở lớp bơi cho học sinh trường tiểu học trong tháng 7 năm 2026.',
      'Chấm điểm thi đua cuối năm của các thôn.',
    ]),
  );
});
afterAll(() => server.stop());

const of = (plan: Plan) => ({ params: { planId: plan.id } });
const see = async (plan: Plan, person = lead) => (await server.call(person, cascade.getCascade, of(plan))).answer;
const links = async (plan: Plan) => (await server.call(lead, cascade.getLinks, of(plan))).answer;
const carries = (plan: Plan, higherId: string, state: cascade.LinkState = 'linked', person = lead) =>
  server.call(person, cascade.decideCarriesOut, { ...of(plan), body: { higherId, state, origin: 'suggested' } });

describe('what a plan carries out', () => {
  it('knows whose plan it is from its heading', async () => {
    expect((await see(high)).place).toMatchObject({ id: province, origin: 'heading' });
    expect((await see(low)).place).toMatchObject({ id: kheTruc, name: 'Xã Khe Trúc', origin: 'heading' });
  });

  it('recognises texts by number and date: of two that bear a number, the one of that day', async () => {
    const { suggested, unknown } = await see(high);
    expect(suggested.map(({ higher }) => [higher.number, higher.issuedOn])).toEqual([
      ['102/2016/QH13', '2016-04-05'],
      ['1248/QĐ-TTg', '2021-07-19'],
    ]);
    expect(unknown).toEqual(['Quyết định 4321/QĐ-TTg 03/02/2022']);
  });

  it('recognises the higher plan, takes the word of a person, and does not ask again after a refusal', async () => {
    const [text, decision] = (await see(high)).suggested.map(({ higher }) => higher);
    await carries(high, decision?.id ?? '');
    await carries(high, text?.id ?? '', 'refused');
    const after = await see(high);
    expect(after.suggested).toEqual([]);
    expect(after.carriesOut.map(({ higher, state }) => [higher.number, state])).toEqual([
      ['102/2016/QH13', 'refused'],
      ['1248/QĐ-TTg', 'linked'],
    ]);
    const { suggested } = await see(low);
    expect(suggested.map(({ higher }) => higher.id)).toEqual([high.id]);
    expect((await carries(low, high.id)).status).toBe(200);
    expect((await see(high)).below.map(({ id }) => id)).toEqual([low.id]);
  });

  it('lets nobody put two plans above one another', async () => {
    const refused = await carries(high, low.id);
    expect([refused.status, refused.refusal.code]).toEqual([422, 'law.higher_circle']);
  });

  it('lets the officers of a place link its plans, and those of no other', async () => {
    expect((await see(low, commune)).can.link).toBe(true);
    expect((await see(high, commune)).can.link).toBe(false);
    expect((await carries(high, low.id, 'refused', commune)).status).toBe(403);
    const elsewhere = await server.signIn({ post: 'commune_officer', placeId: banLanh });
    const body = { placeId: banLanh };
    expect((await server.call(elsewhere, cascade.setPlanPlace, { ...of(low), body })).status).toBe(403);
    expect((await server.call(commune, cascade.setPlanPlace, { ...of(low), body })).status).toBe(403);
    expect((await server.call(lead, cascade.setPlanPlace, { ...of(low), body })).status).toBe(200);
    expect((await see(low)).place).toMatchObject({ id: banLanh, origin: 'by_hand' });
    await server.call(lead, cascade.setPlanPlace, { ...of(low), body: { placeId: kheTruc } });
  });
});

describe('a plan whose place somebody must put right', () => {
  const adopt = (number: string) =>
    adoptPlan(server, lead, communePlan('XÃ KHE TRÚC', number, ['Mở lớp bơi cho học sinh trước ngày 30/6/2026.']));
  const put = (plan: Plan, person: Person, placeId: string) =>
    server.call(person, cascade.setPlanPlace, { ...of(plan), body: { placeId } });
  /** As if its heading, or the post of who adopted it, had told this place. */
  const standAt = (plan: Plan, place_id: string, origin: 'heading' | 'post') =>
    server.database.updateTable('plan_place').set({ place_id, origin }).where('plan_id', '=', plan.id).execute();
  const mayPut = async (plan: Plan, person: Person) => (await see(plan, person)).can.setPlace;

  it('is in the hands of who adopted it while only its heading was read', async () => {
    const plan = await adopt('21/KH-UBND');
    await standAt(plan, '01@2025-07-01', 'heading');
    expect([await mayPut(plan, lead), await mayPut(plan, commune)]).toEqual([true, false]);
    expect((await put(plan, lead, province)).status).toBe(200);
    await standAt(plan, '01@2025-07-01', 'post');
    expect(await mayPut(plan, lead)).toBe(false);
  });

  it('is in the hands of the officers of what its place became; of a district, of its province', async () => {
    const plan = await adopt('22/KH-UBND');
    const { from_id, to_id, district } = await server.database
      .selectFrom('place_succession as s')
      .innerJoin('place as d', 'd.parent_id', 's.from_id')
      .select(['s.from_id', 's.to_id', 'd.id as district'])
      .where('d.level', '=', 'district')
      .executeTakeFirstOrThrow();
    const later = await server.signIn({ post: 'provincial_lead_officer', placeId: to_id });
    for (const ended of [from_id, district]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other on the same plan
      await standAt(plan, ended, 'post');
      // oxlint-disable-next-line no-await-in-loop
      expect([await mayPut(plan, later), await mayPut(plan, lead)]).toEqual([true, false]);
    }
    expect((await put(plan, later, to_id)).status).toBe(200);
  });
});

describe('what a task makes concrete', () => {
  const decide = (decisions: cascade.LinkDecision[], person = lead) =>
    server.call(person, cascade.decideLinks, { ...of(low), body: { decisions } });

  it('is suggested by words, confirmed in bulk, refused for good', async () => {
    const { tasks, targets } = await links(low);
    const words = new Map(tasks.higher.map((item) => [item.id, item.words]));
    const best = tasks.lower.map((task) =>
      words
        .get(task.suggestions[0]?.higherId ?? '')
        ?.split(' ')
        .slice(0, 3)
        .join(' '),
    );
    expect(best).toEqual(['Rà soát, cắm', 'Dạy bơi an', undefined]);
    const decisions = [...tasks.lower, ...targets.lower].flatMap(({ id: lowerId, suggestions: [first] }, at) =>
      first === undefined
        ? []
        : [
            {
              kind: tasks.lower[at]?.id === lowerId ? ('task' as const) : ('target' as const),
              lowerId,
              higherId: first.higherId,
              state: 'linked' as const,
              origin: 'suggested' as const,
              score: first.score,
            },
          ],
    );
    expect(decisions.map(({ kind }) => kind)).toEqual(['task', 'task', 'target']);
    expect((await decide(decisions, commune)).answer).toEqual({ linked: 3, refused: 0 });
    expect((await see(low)).counts).toEqual({ tasks: 3, linkedTasks: 2, targets: 1, linkedTargets: 1 });
    const [swim] = decisions.slice(1, 2).map((one) => ({ ...one, state: 'refused' as const }));
    if (swim === undefined) throw new Error('the second task was suggested nothing');
    await decide([swim]);
    const again = (await links(low)).tasks.lower[1];
    expect(again?.links.map(({ state }) => state)).toEqual(['refused']);
    expect(again?.suggestions.map(({ higherId }) => higherId)).not.toContain(swim.higherId);
    await decide([{ ...swim, state: 'linked' }]);
  });

  it('writes nothing where one line belongs elsewhere', async () => {
    const { tasks } = await links(low);
    const [own, other] = [tasks.lower[2]?.id ?? '', high.tasks[0]?.id ?? ''];
    const given = { kind: 'task' as const, state: 'linked' as const, origin: 'by_hand' as const, score: null };
    const refused = await decide([
      { ...given, lowerId: own, higherId: other },
      { ...given, lowerId: other, higherId: own },
    ]);
    expect([refused.status, refused.refusal.code]).toEqual([422, 'law.item_not_found']);
    expect((await see(low)).counts.linkedTasks).toBe(2);
  });

  it('is walked from the task up to the law and down again', async () => {
    const item = low.tasks[0]?.id ?? '';
    const up = (await server.call(lead, getThread, { params: { itemId: item } })).answer;
    expect(up.items.map(({ step, words }) => [step, words.split(' ')[0]])).toEqual([
      [-1, 'Rà'],
      [0, 'Cắm'],
    ]);
    expect(new Set(up.documents.map(({ number }) => number))).toEqual(
      new Set(['1248/QĐ-TTg', '51/KH-UBND', '07/KH-UBND']),
    );
    expect(up.carriesOut).toHaveLength(2);
    const down = (await server.call(lead, getThread, { params: { itemId: up.items[0]?.id ?? '' } })).answer;
    expect(down.items.map(({ id, step }) => [id, step])).toEqual([
      [up.items[0]?.id, 0],
      [item, 1],
    ]);
  });
});

describe('seen from the top', () => {
  it('counts every place once, under its denominator', async () => {
    const params = { higherId: high.id };
    const { answer } = await server.call(lead, seeTop, { params, query: { level: 'commune', within: province } });
    expect([answer.of, answer.places.map(({ name }) => name)]).toEqual([
      5,
      ['Phường Bến Lau', 'Phường Mộc Giang', 'Xã Bản Lành', 'Xã Đồng Cói', 'Xã Khe Trúc'],
    ]);
    expect(answer.duties.map(({ counts }) => counts)).toEqual([
      { done: 0, none: 1, noPlan: 4, of: 5 },
      { done: 1, none: 0, noPlan: 4, of: 5 },
      { done: 1, none: 0, noPlan: 4, of: 5 },
    ]);
    const query = { dutyId: answer.duties[1]?.id ?? '', placeId: kheTruc, level: 'commune' as const };
    const drilled = await server.call(lead, seeTopTasks, { params, query });
    expect(drilled.answer.tasks.map(({ taskId }) => taskId)).toEqual([low.tasks[0]?.id]);
  });

  it('goes through the plans between: a commune below the province carries out the national text', async () => {
    const { texts } = (await server.call(lead, listTexts, { query: { q: '1248 thuong tich' } })).answer;
    expect(texts.map(({ issuedOn }) => issuedOn)).toEqual(['2021-07-19']);
    const params = { higherId: texts[0]?.id ?? '' };
    const whole = (await server.call(lead, seeTop, { params, query: { level: 'commune' } })).answer;
    const here = whole.places.find(({ id }) => id === province);
    expect([here?.of, here?.withPlan, whole.of > 3000]).toEqual([5, 1, true]);
    expect(whole.places.reduce((sum, place) => sum + place.of, 0)).toBe(whole.of);
  });
});
