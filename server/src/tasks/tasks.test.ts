import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assignTasks, cancelTasks, changeTask, getAssignment } from '@mangnon/domain/tasks/assignment.api.ts';
import {
  actOnHindrance,
  answerTimeRequest,
  askForTime,
  decideReport,
  raiseHindrance,
  reportProgress,
  writeSteps,
} from '@mangnon/domain/tasks/progress.api.ts';
import { totalOf } from '@mangnon/domain/tasks/task-status.ts';
import { getHeat, getMyWork, getOverview, listTasks } from '@mangnon/domain/tasks/tasks.api.ts';
import { health, khe, lanh, province, startTaskWorld, type TaskWorld } from './testing/task-world.ts';

let world: TaskWorld;
const morning = new Date('2026-05-04T03:00:00Z');
/** Acts have an order by their time. */
function tick(): void {
  world.server.clock.now = new Date(world.server.clock.now.getTime() + 1000);
}
beforeAll(async () => {
  world = await startTaskWorld({ moreTasks: 1, moreWords: 'hằng quý' });
}, 120_000);
beforeEach(() => {
  world.server.clock.now = morning;
});
afterAll(() => world.server.stop());

const commune = (placeId: string) => ({ agencyId: 'x.ubnd', placeId });
const once = { repeats: 'once', startsOn: '2026-03-09', endsOn: '2026-06-30' } as const;

describe('giving a plan to units', () => {
  it('offers for each sentence the units that are meant, and a schedule from its printed time', async () => {
    const { sentences, place, can } = world.assignment;
    expect(place).toMatchObject({ placeId: province });
    expect(can.assign).toBe(true);
    const police = sentences.find(({ text }) => text.startsWith('Kiểm tra an toàn'));
    expect(police?.lead).toMatchObject([
      { answer: 'units', units: [{ agencyId: 't.congan', placeId: province, name: 'Công an tỉnh Mộc Giang' }] },
    ]);
    expect(police?.schedule).toEqual({ repeats: 'once', startsOn: '2026-04-01', endsOn: '2026-06-30' });
    expect(police?.span).not.toBeNull();
    // Said in the sentence alone, for which no time is printed by itself.
    const quarterly = sentences.find(({ text }) => text.includes('hằng quý'));
    expect(quarterly).toMatchObject({ dueText: null, schedule: { repeats: 'quarter', endsOn: '2026-12-31' } });
  });

  it('gives each once, however often it is sent, and to no unit outside the plan’s place', async () => {
    const { server, people, planId, assignment } = world;
    const planTaskId = assignment.sentences[0]?.planTaskId ?? '';
    const item = {
      planTaskId,
      units: [health],
      coordinating: [commune(khe)],
      schedule: once,
      product: null,
      words: null,
    };
    const send = (changed: object, person = people.lead) =>
      server.call(person, assignTasks, { params: { planId }, body: { items: [{ ...item, ...changed }] } });
    expect((await send({})).answer).toEqual({ given: 1, periods: 1, alreadyGiven: 0 });
    expect((await send({})).answer).toEqual({ given: 0, periods: 0, alreadyGiven: 1 });
    expect((await send({}, people.officer)).status).toBe(403);
    expect((await send({}, people.stranger)).status).toBe(403);
    const refusals = [
      [{ units: [{ agencyId: 't.so_yte', placeId: '01@2025-07-01' }] }, 'tasks.outside_place', 'body.items.0.units.0'],
      [{ units: [{ agencyId: 't.so_ldtbxh', placeId: province }] }, 'tasks.unit_ended', 'body.items.0.units.0'],
      [{ units: [{ agencyId: 't.khong_co', placeId: province }] }, 'tasks.unit_unknown', 'body.items.0.units.0'],
      [{ units: [{ agencyId: 'x.ubnd', placeId: province }] }, 'tasks.unit_unknown', 'body.items.0.units.0'],
      [{ schedule: { ...once, endsOn: '2026-03-01' } }, 'tasks.due_before_start', 'body.items.0.schedule'],
      [
        { schedule: { repeats: 'year', startsOn: '2026-01-01', endsOn: null } },
        'tasks.repeats_without_end',
        'body.items.0.schedule.endsOn',
      ],
      [
        { schedule: { repeats: 'month', startsOn: '2026-01-01', endsOn: '2126-01-01' } },
        'tasks.too_many_periods',
        'body.items.0.schedule',
      ],
      [{ planTaskId: randomUUID() }, 'tasks.sentence_unknown', 'body.items.0.planTaskId'],
    ] as const;
    for (const [changed, code, where] of refusals) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await send(changed)).refusal).toMatchObject({ code, where });
    }
    expect((await send({ units: [{ agencyId: 't.so_ldtbxh', placeId: province }] })).refusal.message.vi).toContain(
      'Nay là',
    );
  });

  it('of a whole province takes as many statements as of one commune', async () => {
    const { server, people, planId, assignment } = world;
    const planTaskId = assignment.sentences[1]?.planTaskId ?? '';
    const schedule = { repeats: 'quarter', startsOn: '2026-01-01', endsOn: '2026-12-31' } as const;
    const give = (...places: readonly string[]) => {
      const item = { planTaskId, units: places.map(commune), coordinating: [], schedule, product: null, words: null };
      return server.call(people.lead, assignTasks, { params: { planId }, body: { items: [item] } });
    };
    const one = await give(khe);
    const both = await give(khe, lanh);
    expect(both.answer).toEqual({ given: 1, periods: 4, alreadyGiven: 1 });
    expect(both.statements.length).toBe(one.statements.length);
    const { answer } = await server.call(people.officer, getAssignment, { params: { planId } });
    expect(answer.can.assign).toBe(false);
    expect(answer.sentences[1]?.given).toHaveLength(2);
  });
});

describe('a task on its way', () => {
  it('is reported with proof, sent back with a reason, reported again and accepted by another person', async () => {
    const { server, people, task, prove } = world;
    const taskId = await world.give('Kiểm tra an toàn', { agencyId: 't.congan', placeId: province });
    const [period] = (await task(taskId)).periods;
    const periodId = period?.id ?? '';
    expect(period?.status).toBe('under_way_in_time');
    const send = (body: object, person = people.police) =>
      server.call(person, reportProgress, {
        params: { periodId },
        body: {
          id: randomUUID(),
          kind: 'completion',
          happenedOn: '2026-05-03',
          words: 'Đã kiểm tra 12 bến.',
          figure: null,
          proofIds: [],
          ...body,
        },
      });
    expect((await send({})).refusal.code).toBe('tasks.completion_needs_proof');
    expect((await send({ proofIds: [randomUUID()] })).refusal.code).toBe('tasks.proof_unknown');
    expect(
      (await send({ happenedOn: '2026-05-05', proofIds: [await prove(people.police, periodId)] })).refusal.code,
    ).toBe('tasks.happened_in_future');
    expect((await send({}, people.officer)).status).toBe(403);
    const first = { id: randomUUID(), proofIds: [await prove(people.police, periodId)] };
    expect((await send(first)).status).toBe(200);
    expect((await send(first)).status).toBe(200);
    expect((await send({ proofIds: [await prove(people.police, periodId)] })).refusal.code).toBe(
      'tasks.waits_for_decision',
    );
    const reported = (await task(taskId)).periods[0];
    expect(reported).toMatchObject({ status: 'under_way_in_time', reportedOn: '2026-05-03' });
    expect(reported?.reports).toHaveLength(1);

    const decide = (reportId: string, body: object, person = people.lead) =>
      server.call(person, decideReport, { params: { reportId }, body: body as { decision: 'accepted' } });
    expect((await decide(first.id, { decision: 'sent_back' })).status).toBe(422);
    expect((await decide(first.id, { decision: 'accepted' }, people.police)).status).toBe(403);
    expect((await decide(first.id, { decision: 'accepted' }, people.stranger)).status).toBe(403);
    expect((await decide(first.id, { decision: 'sent_back', reason: 'Thiếu danh sách bến.' })).status).toBe(200);
    expect((await decide(first.id, { decision: 'accepted' })).refusal.code).toBe('tasks.decided_already');
    const second = { id: randomUUID(), proofIds: [await prove(people.police, periodId)] };
    expect((await send(second)).status).toBe(200);
    const both = await Promise.all([
      decide(second.id, { decision: 'accepted' }),
      decide(second.id, { decision: 'accepted' }, people.second),
    ]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const done = (await task(taskId)).periods[0];
    expect(done).toMatchObject({ status: 'done_on_time', doneOn: '2026-05-03', reportedOn: null });
    expect(done?.can.report).toBe(false);
    expect((await send({ proofIds: [], kind: 'progress' })).refusal.code).toBe('tasks.not_open');
  });

  it('is not accepted by the person who reported it', async () => {
    const { server, people, task } = world;
    const taskId = await world.give('Thống kê tai nạn', health);
    const periodId = (await task(taskId)).periods[0]?.id ?? '';
    await world.complete(people.lead, periodId, '2026-05-01');
    const report = (await task(taskId)).periods[0]?.reports[0];
    expect(report?.can.decide).toBe(false);
    const params = { reportId: report?.id ?? '' };
    expect(
      (await server.call(people.lead, decideReport, { params, body: { decision: 'accepted' } })).refusal.code,
    ).toBe('tasks.own_report');
    expect((await task(taskId, people.second)).periods[0]?.reports[0]?.can.decide).toBe(true);
    expect((await server.call(people.second, decideReport, { params, body: { decision: 'accepted' } })).status).toBe(
      200,
    );
  });

  it('is given more time when asked for, and keeps what was first due; late entry is told', async () => {
    const { server, people, task, give } = world;
    const taskId = await give('Tổ chức tập huấn', commune(khe), {
      repeats: 'once',
      startsOn: '2026-03-09',
      endsOn: '2026-04-30',
    });
    const periodId = (await task(taskId)).periods[0]?.id ?? '';
    expect((await task(taskId)).periods[0]?.status).toBe('under_way_overdue');
    tick();
    const ask = (dueOn: string, person = people.officer) =>
      server.call(person, askForTime, {
        params: { periodId },
        body: { id: randomUUID(), dueOn, reason: 'Mưa lũ, đường tắc.' },
      });
    expect((await ask('2026-04-30')).refusal.code).toBe('tasks.not_later');
    expect((await ask('2026-05-15', people.neighbour)).status).toBe(403);
    expect((await ask('2026-05-15')).status).toBe(200);
    expect((await ask('2026-05-20')).refusal.code).toBe('tasks.request_open');
    const requestId = (await task(taskId)).periods[0]?.timeRequests[0]?.id ?? '';
    const answer = (body: { answer: 'granted'; dueOn: string; words: null }) =>
      server.call(people.lead, answerTimeRequest, { params: { requestId }, body });
    expect((await answer({ answer: 'granted', dueOn: '2026-05-16', words: null })).refusal.code).toBe(
      'tasks.later_than_asked',
    );
    expect((await answer({ answer: 'granted', dueOn: '2026-05-10', words: null })).status).toBe(200);
    expect((await answer({ answer: 'granted', dueOn: '2026-05-10', words: null })).refusal.code).toBe(
      'tasks.answered_already',
    );
    expect((await task(taskId)).periods[0]).toMatchObject({
      dueOn: '2026-05-10',
      firstDueOn: '2026-04-30',
      status: 'under_way_in_time',
    });
    world.server.clock.now = new Date('2026-05-12T03:00:00Z');
    expect((await world.complete(people.officer, periodId, '2026-05-09')).status).toBe(200);
    const late = (await task(taskId)).periods[0];
    expect(late?.status).toBe('under_way_overdue');
    expect(late?.reports[0]?.enteredLate).toBe(true);
    await server.call(people.lead, decideReport, {
      params: { reportId: late?.reports[0]?.id ?? '' },
      body: { decision: 'accepted' },
    });
    expect((await task(taskId)).periods[0]?.status).toBe('done_on_time');
    expect((await task(taskId)).history.map(({ kind }) => kind)).toEqual(['assigned', 'due_moved']);
  });

  it('says what hinders it, up the line and back, and splits into the unit’s own steps', async () => {
    const { server, people, task, give } = world;
    const taskId = await give('Kiểm tra an toàn', commune(lanh));
    const periodId = (await task(taskId)).periods[0]?.id ?? '';
    const id = randomUUID();
    const raise = () =>
      server.call(people.neighbour, raiseHindrance, { params: { periodId }, body: { id, words: 'Chưa có kinh phí.' } });
    expect((await raise()).status).toBe(200);
    expect((await raise()).status).toBe(200);
    const act = (kind: 'passed_up' | 'answered' | 'settled' | 'reopened', person = people.lead) => {
      tick();
      return server.call(person, actOnHindrance, {
        params: { hindranceId: id },
        body: { id: randomUUID(), kind, words: `Việc ${kind}.` },
      });
    };
    expect((await task(taskId)).periods[0]?.hindrances[0]).toMatchObject({
      state: 'open',
      can: { answer: true, passUp: true, settle: false },
    });
    expect((await act('answered', people.neighbour)).status).toBe(403);
    expect((await act('answered')).status).toBe(200);
    expect((await act('reopened', people.neighbour)).status).toBe(200);
    expect((await act('passed_up')).status).toBe(200);
    const up = (await task(taskId, people.neighbour)).periods[0]?.hindrances[0];
    expect(up).toMatchObject({ state: 'open', withPlace: null, can: { settle: true, answer: false } });
    expect(up?.acts.map(({ kind }) => kind)).toEqual(['answered', 'reopened', 'passed_up']);
    expect((await act('settled', people.neighbour)).status).toBe(200);
    // Not for a unit that has no part in it.
    expect((await task(taskId, people.officer)).periods[0]?.hindrances).toEqual([]);
    const stepId = randomUUID();
    const step = { position: 0, words: 'Mượn áo phao', accountId: null, dueOn: null, doneOn: null, removed: false };
    const write = (version: number) =>
      server.call(people.neighbour, writeSteps, { params: { periodId, stepId }, body: { ...step, version } });
    expect((await write(0)).status).toBe(200);
    expect((await write(0)).refusal.code).toBe('tasks.step_changed');
    expect((await write(1)).status).toBe(200);
    expect((await task(taskId, people.neighbour)).periods[0]?.steps).toMatchObject([
      { words: 'Mượn áo phao', version: 2 },
    ]);
  });
});

describe('lists and figures', () => {
  it('add up, by whatever they are grouped, and are searched without accents', async () => {
    const { server, people, planId } = world;
    const list = async (query: object) =>
      (await server.call(people.officer, listTasks, { query: { planId, ...query } })).answer;
    const all = await list({});
    expect(all.total).toBe(all.rows.length);
    for (const by of ['agency', 'place', 'month', 'plan', 'plan_task'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { answer } = await server.call(people.officer, getOverview, { query: { planId, by } });
      expect(totalOf(answer.counts)).toBe(all.total);
      expect(answer.groups.reduce((sum, { counts }) => sum + totalOf(counts), 0)).toBe(all.total);
      for (const status of ['done_on_time', 'under_way_overdue'] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        expect(answer.counts[status]).toBe((await list({ status })).total);
      }
    }
    expect((await list({ q: 'ben do' })).rows.every(({ words }) => words.includes('bến đò'))).toBe(true);
    expect((await list({ q: 'ben do' })).total).toBeGreaterThan(0);
    const { answer: map } = await server.call(people.officer, getHeat, { params: { planId }, query: {} });
    expect(new Set(map.cells.map(({ taskId }) => taskId)).size).toBe(
      new Set(all.rows.map(({ taskId }) => taskId)).size,
    );
  });

  it('say what waits for whom', async () => {
    const { server, people, give, task } = world;
    world.server.clock.now = new Date('2026-06-20T03:00:00Z');
    // Given by the quarter before: the second is due at the end of June.
    const taskId = await give('Thống kê tai nạn', commune(khe));
    const periodId = (await task(taskId)).periods.find(({ period }) => period === '2026-Q2')?.id ?? '';
    const work = async (person = people.officer) => (await server.call(person, getMyWork, {})).answer;
    expect((await work()).dueSoon.map((row) => row.periodId)).toContain(periodId);
    await world.complete(people.officer, periodId, '2026-06-19');
    expect((await work()).waitingForOthers.map((row) => row.periodId)).toContain(periodId);
    expect((await work(people.lead)).toDecide.map((row) => row.periodId)).toContain(periodId);
    const reportId = (await task(taskId)).periods.find(({ id }) => id === periodId)?.reports[0]?.id ?? '';
    await server.call(people.lead, decideReport, {
      params: { reportId },
      body: { decision: 'sent_back', reason: 'Thiếu số liệu.' },
    });
    expect((await work()).sentBack.map((row) => row.periodId)).toContain(periodId);
    expect((await work(people.neighbour)).sentBack).toEqual([]);
    // Of what begins and is due far off, the unit's own alone; of another agency of the province nothing, with one's own.
    world.server.clock.now = new Date('2026-04-02T03:00:00Z');
    const later = (await work()).underWay;
    expect(later.length).toBeGreaterThan(0);
    expect(new Set(later.map(({ unit }) => unit.placeId))).toEqual(new Set([khe]));
    const ofHealth = { post: 'provincial_lead_officer', placeId: province, agencyId: health.agencyId } as const;
    const mine = await work(await server.signIn(ofHealth));
    const units = [...mine.overdue, ...mine.dueSoon, ...mine.underWay].map(({ unit }) => unit.agencyId);
    expect(new Set(units)).toEqual(new Set([health.agencyId]));
  });
});

describe('changing and cancelling', () => {
  it('keeps the history, against what was seen, and what was done stays done', async () => {
    const { server, people, task, give, planId } = world;
    const schedule = { repeats: 'quarter', startsOn: '2026-01-01', endsOn: '2026-12-31' } as const;
    const taskId = await give('Kiểm tra an toàn', commune(khe), schedule);
    const before = await task(taskId);
    tick();
    const change = (from: string) =>
      server.call(people.lead, changeTask, {
        params: { taskId },
        body: { words: { from, to: 'Kiểm tra bến đò của xã.' } },
      });
    expect((await change(before.words)).status).toBe(200);
    expect((await change(before.words)).refusal.code).toBe('tasks.changed_meanwhile');
    const first = before.periods[0]?.id ?? '';
    tick();
    await world.complete(people.officer, first, '2026-03-20');
    const reportId = (await task(taskId)).periods[0]?.reports[0]?.id ?? '';
    await server.call(people.lead, decideReport, { params: { reportId }, body: { decision: 'accepted' } });
    const cancel = (person = people.lead) =>
      server.call(person, cancelTasks, {
        body: { taskIds: [taskId], on: '2026-05-04', byText: 'Công văn 12/UBND ngày 04/5/2026' },
      });
    expect((await cancel(people.officer)).status).toBe(403);
    expect((await cancel()).answer).toEqual({ cancelled: 1 });
    expect((await cancel()).refusal.code).toBe('tasks.cancelled_already');
    const after = await task(taskId);
    expect(after.periods.map(({ status }) => status)).toEqual(['done_on_time', 'cancelled', 'cancelled', 'cancelled']);
    expect(after.cancelled).toMatchObject({ byText: 'Công văn 12/UBND ngày 04/5/2026' });
    expect(after.history.map(({ kind }) => kind)).toEqual(['assigned', 'words_changed', 'cancelled']);
    const { answer } = await server.call(people.lead, getOverview, { query: { planId, by: 'plan' } });
    expect(answer.counts.cancelled).toBe(3);
  });
});
