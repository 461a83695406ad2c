import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  decideRecommendation,
  getMyRecommendations,
  issueConclusion,
  listTaskFindings,
  withdrawFinding,
} from '@mangnon/domain/inspections/conclusions.api.ts';
import {
  actOnVisit,
  changeInspection,
  createInspection,
  getInspection,
  getInspectionChoices,
  listInspections,
  planVisits,
} from '@mangnon/domain/inspections/inspections.api.ts';
import { health, khe, province } from '../tasks/testing/task-world.ts';
import type { Person } from '../testing/test-call.ts';
import {
  conclusionWords,
  headOf,
  kheOffice,
  lanhOffice,
  morning,
  police,
  startInspectionWorld,
  type InspectionWorld,
} from './testing/inspection-world.ts';

let world: InspectionWorld;
let chair: Person;
beforeAll(async () => {
  world = await startInspectionWorld();
  chair = await world.server.signIn({ post: 'commune_chair', placeId: khe });
}, 180_000);
beforeEach(() => {
  world.server.clock.now = morning;
});
afterAll(() => world.server.stop());

/** Acts have an order by their time. */
function goOn(): void {
  world.server.clock.now = new Date(world.server.clock.now.getTime() + 1000);
}

describe('an inspection that is set up', () => {
  it('offers the units that hold tasks of the plan, and the places that may lead', async () => {
    const { server, people, planId } = world;
    const { answer } = await server.call(people.lead, getInspectionChoices, { params: { planId } });
    const offered = answer.units.map(({ agencyId, placeId, tasks }) => ({ agencyId, placeId, tasks }));
    expect(offered).toEqual(
      expect.arrayContaining([police, kheOffice, lanhOffice].map((unit) => ({ ...unit, tasks: 1 }))),
    );
    expect(offered).toHaveLength(3);
    expect(answer.leads).toMatchObject([{ placeId: province, unit: null }]);
    expect((await server.call(people.police, getInspectionChoices, { params: { planId } })).status).toBe(403);
  });

  it('is made once, by who keeps the place that leads, of units that hold tasks within its reach', async () => {
    const { server, people, planId } = world;
    const id = randomUUID();
    const visit = { id: randomUUID(), unit: kheOffice, plannedOn: '2026-05-06' };
    const body = { ...headOf(id), visits: [visit] };
    const send = (changed: object, person = people.lead) =>
      server.call(person, createInspection, { params: { planId }, body: { ...body, ...changed } });
    expect((await send({})).status).toBe(200);
    expect((await send({})).status).toBe(200);
    expect((await world.see(people.lead, id)).units).toHaveLength(1);
    expect((await send({}, people.second)).refusal.code).toBe('inspections.id_taken');
    const fresh = () => ({ id: randomUUID() });
    for (const person of [people.officer, people.police, people.stranger]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await send(fresh(), person)).status).toBe(403);
    }
    const ofKhe = { lead: kheOffice };
    const refusals = [
      [{ endsOn: '2026-04-30' }, 'inspections.ends_before_start', 'body.endsOn'],
      [{ lead: { agencyId: 'x.ubnd', placeId: province } }, 'inspections.lead_unknown', 'body.lead'],
      [{ visits: [{ ...visit, unit: health }] }, 'inspections.unit_without_task', 'body.visits.0.unit'],
      [
        { visits: [{ ...visit, plannedOn: '2026-06-01' }] },
        'inspections.visit_outside_period',
        'body.visits.0.plannedOn',
      ],
    ] as const;
    for (const [changed, code, where] of refusals) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await send({ ...fresh(), ...changed })).refusal).toMatchObject({ code, where });
    }
    // A commune looks at its own units, never at its neighbour's.
    const next = { visits: [{ ...visit, id: randomUUID(), unit: lanhOffice }] };
    expect((await send({ ...fresh(), ...ofKhe, ...next }, people.officer)).refusal.code).toBe(
      'inspections.unit_outside_lead',
    );
    const own = { visits: [{ ...visit, id: randomUUID() }] };
    expect((await send({ ...fresh(), ...ofKhe, ...own }, people.officer)).status).toBe(200);
  });

  it('is changed against the version that was seen', async () => {
    const { server, people } = world;
    const inspectionId = await world.setUp([kheOffice]);
    const { id: _, lead: _lead, ...head } = headOf(inspectionId);
    const send = (version: number, person = people.lead) =>
      server.call(person, changeInspection, {
        params: { inspectionId },
        body: { ...head, contents: 'Cả việc dạy bơi.', version },
      });
    expect((await send(1)).status).toBe(200);
    expect((await send(1)).refusal.code).toBe('inspections.changed_meanwhile');
    expect((await send(2, people.officer)).status).toBe(403);
    expect(await world.see(people.lead, inspectionId)).toMatchObject({ contents: 'Cả việc dạy bơi.', version: 2 });
  });

  it('takes as many statements for many visits as for one, and is shown by as many', async () => {
    const { server, people, planId } = world;
    const visitTo = (unit: typeof police) => ({ id: randomUUID(), unit, plannedOn: '2026-05-06' });
    const send = async (units: readonly (typeof police)[]) => {
      const id = randomUUID();
      const body = { ...headOf(id), visits: units.map(visitTo) };
      const made = await server.call(people.lead, createInspection, { params: { planId }, body });
      expect(made.status).toBe(200);
      const seen = await server.call(people.lead, getInspection, { params: { inspectionId: id } });
      return [made.statements.length, seen.statements.length];
    };
    expect(await send([police, kheOffice, lanhOffice])).toEqual(await send([kheOffice]));
  });
});

describe('a visit', () => {
  it('moves to another day with a reason alone, is held or not, and keeps its history', async () => {
    const { server, people } = world;
    const inspectionId = await world.setUp([kheOffice]);
    const visitOf = async () => (await world.see(people.lead, inspectionId)).units[0]?.visits[0];
    const visitId = (await visitOf())?.id ?? '';
    const act = (body: object, person = people.lead) => {
      goOn();
      return server.call(person, actOnVisit, {
        params: { visitId },
        body: { id: randomUUID(), ...body } as { id: string; kind: 'held'; on: string },
      });
    };
    expect((await act({ kind: 'moved', on: '2026-05-08' })).status).toBe(422);
    expect((await act({ kind: 'moved', on: '2026-05-06', reason: 'Mưa' })).refusal.code).toBe('inspections.same_day');
    expect((await act({ kind: 'moved', on: '2026-05-08', reason: 'Mưa' }, people.officer)).status).toBe(403);
    const moved = { id: randomUUID(), kind: 'moved', on: '2026-05-08', reason: 'Đường sạt lở.' };
    expect((await act(moved)).status).toBe(200);
    expect((await act(moved)).status).toBe(200);
    expect((await act({ kind: 'held', on: '2026-05-08' })).refusal.code).toBe('inspections.held_in_future');
    server.clock.now = new Date('2026-05-09T03:00:00Z');
    expect((await visitOf())?.stand).toBe('overdue');
    expect((await act({ kind: 'not_held', reason: 'Đoàn chuyển sang xem hồ sơ.' })).status).toBe(200);
    expect((await act({ kind: 'held', on: '2026-05-08' })).refusal.code).toBe('inspections.visit_not_possible');
    expect((await act({ kind: 'reopened', reason: 'Ghi nhầm.' })).status).toBe(200);
    expect((await act({ kind: 'held', on: '2026-05-08' })).status).toBe(200);
    const visit = await visitOf();
    expect(visit).toMatchObject({ stand: 'held', plannedOn: '2026-05-08', heldOn: '2026-05-08', notHeldReason: null });
    expect(visit?.history.map(({ kind, from, to, reason }) => [kind, from, to, reason])).toEqual([
      ['planned', null, '2026-05-06', null],
      ['moved', '2026-05-06', '2026-05-08', 'Đường sạt lở.'],
      ['not_held', '2026-05-08', null, 'Đoàn chuyển sang xem hồ sơ.'],
      ['reopened', '2026-05-08', null, 'Ghi nhầm.'],
      ['held', null, '2026-05-08', null],
    ]);
  });

  it('is planned later too, and twice to one unit', async () => {
    const { server, people } = world;
    const inspectionId = await world.setUp([kheOffice]);
    const visits = [kheOffice, police].map((unit) => ({ id: randomUUID(), unit, plannedOn: '2026-05-20' }));
    const send = () => server.call(people.lead, planVisits, { params: { inspectionId }, body: { visits } });
    expect((await send()).status).toBe(200);
    expect((await send()).status).toBe(200);
    const { units } = await world.see(people.lead, inspectionId);
    expect(units.map(({ unit, visits: planned }) => [unit.placeId, planned.length])).toEqual([
      [khe, 2],
      [province, 1],
    ]);
  });
});

describe('what was found', () => {
  it('names a task of that unit, stands on its page for who may see it, and is withdrawn with a reason', async () => {
    const { server, people } = world;
    const inspectionId = await world.setUp([kheOffice, lanhOffice]);
    const tasksOf = async (placeId: string) =>
      (await world.see(people.lead, inspectionId)).units.find(({ unit }) => unit.placeId === placeId)?.tasks ?? [];
    const [own] = await tasksOf(khe);
    const [other] = await tasksOf(lanhOffice.placeId);
    const taskId = own?.id ?? '';
    expect((await world.find(inspectionId, kheOffice, { taskId: other?.id })).refusal.code).toBe(
      'inspections.task_not_of_unit',
    );
    expect((await world.find(inspectionId, police)).refusal.code).toBe('inspections.unit_unknown');
    const id = randomUUID();
    expect((await world.find(inspectionId, kheOffice, { id, taskId })).status).toBe(200);
    expect((await world.find(inspectionId, kheOffice, { id, taskId })).status).toBe(200);
    const onTask = async (person: Person) =>
      (await server.call(person, listTaskFindings, { params: { taskId } })).answer.findings.map((one) => one.id);
    expect(await onTask(people.officer)).toEqual([id]);
    expect(await onTask(people.neighbour)).toEqual([]);
    const take = (person = people.lead) =>
      server.call(person, withdrawFinding, { params: { findingId: id }, body: { reason: 'Nhầm xã.' } });
    expect((await take(people.officer)).status).toBe(403);
    expect((await take(people.neighbour)).status).toBe(404);
    expect((await take()).status).toBe(200);
    expect((await take()).refusal.code).toBe('inspections.finding_withdrawn');
    expect(await onTask(people.officer)).toEqual([]);
    const [unit] = (await world.see(people.officer, inspectionId)).units;
    expect(unit?.findings).toMatchObject([{ id, withdrawn: { reason: 'Nhầm xã.' } }]);
  });

  it('is no longer withdrawn once it was concluded upon', async () => {
    const { server, people } = world;
    const inspectionId = await world.setUp([kheOffice]);
    const findingId = randomUUID();
    await world.find(inspectionId, kheOffice, { id: findingId });
    await world.conclude(inspectionId, [kheOffice]);
    const body = { reason: 'Nhầm.' };
    const called = await server.call(people.lead, withdrawFinding, { params: { findingId }, body });
    expect(called.refusal.code).toBe('inspections.concluded');
  });
});

describe('a conclusion', () => {
  it('is issued once, stays as it is, and is put right by a new one that takes its open recommendations over', async () => {
    const { server, people } = world;
    const inspectionId = await world.setUp([kheOffice, police]);
    const unitId = await world.unitOf(inspectionId, kheOffice);
    const first = {
      id: randomUUID(),
      ...conclusionWords,
      correctsId: null,
      recommendations: [{ id: randomUUID(), unitId, words: 'Rào đủ.', dueOn: '2026-06-01' }],
    };
    const send = (changed: object, person = people.lead) => {
      goOn();
      return server.call(person, issueConclusion, { params: { inspectionId }, body: { ...first, ...changed } });
    };
    expect((await send({ issuedOn: '2026-05-05' })).refusal.code).toBe('inspections.issued_in_future');
    const early = [{ ...first.recommendations[0], dueOn: '2026-05-03' }];
    expect((await send({ recommendations: early })).refusal.code).toBe('inspections.due_before_issued');
    const strange = [{ ...first.recommendations[0], unitId: randomUUID() }];
    expect((await send({ recommendations: strange })).refusal).toMatchObject({
      code: 'inspections.unit_unknown',
      where: 'body.recommendations.0.unitId',
    });
    expect((await send({}, people.officer)).status).toBe(403);
    expect((await send({})).status).toBe(200);
    expect((await send({})).status).toBe(200);
    const { id: _, lead: _lead, ...head } = headOf(inspectionId);
    const changed = await server.call(people.lead, changeInspection, {
      params: { inspectionId },
      body: { ...head, version: 1 },
    });
    expect(changed.refusal.code).toBe('inspections.concluded');
    const second = { id: randomUUID(), number: '15/KL-SYT', recommendations: [] };
    expect((await send(second)).refusal.code).toBe('inspections.concluded_already');
    expect((await send({ ...second, correctsId: randomUUID() })).refusal.code).toBe('inspections.corrects_unknown');
    expect((await send({ ...second, correctsId: first.id })).status).toBe(200);
    // It stands no more: a third one has to correct the second.
    expect((await send({ ...second, id: randomUUID(), correctsId: first.id })).refusal.code).toBe(
      'inspections.corrects_unknown',
    );
    const { conclusions } = await world.see(people.lead, inspectionId);
    expect(conclusions).toMatchObject([
      { id: second.id, corrects: { number: '12/KL-SYT' }, correctedBy: null },
      { id: first.id, correctedBy: { number: '15/KL-SYT' }, recommendations: [{ stand: 'replaced' }] },
    ]);
  });
});

describe('a recommendation', () => {
  it('is followed until another person than who reported it accepts it as settled', async () => {
    const { server, people } = world;
    const inspectionId = await world.setUp([kheOffice, lanhOffice]);
    const [id = ''] = await world.conclude(inspectionId, [kheOffice, lanhOffice]);
    const shown = async () =>
      (await world.see(people.lead, inspectionId)).conclusions[0]?.recommendations.find((one) => one.id === id);
    expect(await shown()).toMatchObject({ stand: 'open', can: { report: false, decide: false } });
    expect((await world.report(people.officer, id, { happenedOn: '2026-05-05' })).refusal.code).toBe(
      'inspections.happened_in_future',
    );
    expect((await world.report(people.neighbour, id)).status).toBe(404);
    expect((await world.report(people.lead, id)).status).toBe(403);
    const reportId = randomUUID();
    expect((await world.report(people.officer, id, { id: reportId })).status).toBe(200);
    expect((await world.report(people.officer, id, { id: reportId })).status).toBe(200);
    expect((await world.report(people.officer, id)).refusal.code).toBe('inspections.recommendation_not_open');
    const decide = (body: object, of = reportId, person = people.lead) =>
      server.call(person, decideRecommendation, { params: { reportId: of }, body: body as { decision: 'settled' } });
    expect((await decide({ decision: 'settled' }, reportId, people.officer)).status).toBe(403);
    expect((await decide({ decision: 'sent_back' })).status).toBe(422);
    goOn();
    expect((await decide({ decision: 'sent_back', reason: 'Thiếu ảnh.' })).status).toBe(200);
    expect((await decide({ decision: 'settled' })).refusal.code).toBe('inspections.report_not_waiting');
    server.clock.now = new Date('2026-06-02T03:00:00Z');
    expect(await shown()).toMatchObject({ stand: 'overdue' });
    const again = randomUUID();
    expect((await world.report(people.officer, id, { id: again, happenedOn: '2026-06-02' })).status).toBe(200);
    expect(await shown()).toMatchObject({ stand: 'waiting', can: { report: false, decide: true } });
    goOn();
    expect((await decide({ decision: 'settled' }, again)).status).toBe(200);
    expect((await decide({ decision: 'settled' }, again)).status).toBe(200);
    expect(await shown()).toMatchObject({ stand: 'settled_late', settledOn: '2026-06-02' });
  });

  it('is not decided by who reported it, also where one post does both', async () => {
    const { server } = world;
    const inspectionId = randomUUID();
    const lead = { lead: kheOffice, visits: [{ id: randomUUID(), unit: kheOffice, plannedOn: '2026-05-06' }] };
    const made = { ...headOf(inspectionId), ...lead };
    await server.call(chair, createInspection, { params: { planId: world.planId }, body: made });
    const unitId = (await world.see(chair, inspectionId)).units[0]?.id ?? '';
    const recommendation = { id: randomUUID(), unitId, words: 'Rào đủ.', dueOn: '2026-06-01' };
    const issued = { id: randomUUID(), ...conclusionWords, correctsId: null, recommendations: [recommendation] };
    await server.call(chair, issueConclusion, { params: { inspectionId }, body: issued });
    const reportId = randomUUID();
    expect((await world.report(chair, recommendation.id, { id: reportId })).status).toBe(200);
    const decision = { decision: 'settled' } as const;
    const called = await server.call(chair, decideRecommendation, { params: { reportId }, body: decision });
    expect(called.refusal.code).toBe('inspections.own_report');
  });
});

describe('who sees what', () => {
  it('shows a unit what concerns it and the conclusion, and another unit nothing', async () => {
    const { server, people } = world;
    const inspectionId = await world.setUp([kheOffice, police]);
    await world.find(inspectionId, kheOffice);
    await world.find(inspectionId, police);
    await world.conclude(inspectionId, [kheOffice, police]);
    const inspector = await server.signIn({ post: 'inspector', nationwide: true });
    for (const person of [people.lead, people.second, inspector]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await world.see(person, inspectionId)).units).toHaveLength(2);
    }
    const seen = await world.see(people.officer, inspectionId);
    expect(seen.units.map(({ unit }) => unit.placeId)).toEqual([khe]);
    expect(seen.conclusions).toMatchObject([{ number: '12/KL-SYT', recommendations: [{ can: { report: true } }] }]);
    expect(seen).toMatchObject({ leads: false, can: { change: false, find: false, conclude: false } });
    expect((await world.see(people.police, inspectionId)).units.map(({ unit }) => unit.agencyId)).toEqual(['t.congan']);
    for (const person of [people.neighbour, people.stranger]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const called = await server.call(person, getInspection, { params: { inspectionId } });
      expect(called.refusal.code).toBe('inspections.not_found');
    }
  });

  it('counts in the list what is overdue, those first, by the days alone', async () => {
    const { server, people, planId } = world;
    const inspectionId = await world.setUp([kheOffice, lanhOffice], { startsOn: '2026-04-01' });
    await world.conclude(inspectionId, [kheOffice, lanhOffice]);
    await world.setUp([police], { startsOn: '2026-05-02' });
    const list = async (person: Person) => (await server.call(person, listInspections, { query: { planId } })).answer;
    const of = async (person: Person) => (await list(person)).rows.find(({ id }) => id === inspectionId);
    expect(await of(people.lead)).toMatchObject({
      visits: { all: 2, held: 0, overdue: 0, nextOn: '2026-05-06' },
      recommendations: { open: 2, overdue: 0 },
      concluded: { number: '12/KL-SYT', issuedOn: '2026-05-04' },
    });
    server.clock.now = new Date('2026-06-02T03:00:00Z');
    expect(await of(people.lead)).toMatchObject({
      visits: { all: 2, overdue: 2, nextOn: null },
      recommendations: { open: 2, overdue: 2 },
    });
    expect(await of(people.officer)).toMatchObject({ visits: { all: 1 }, recommendations: { open: 1 } });
    expect((await list(people.officer)).can.create).toBe(true);
    expect((await list(people.police)).can.create).toBe(false);
    expect((await list(people.stranger)).rows).toEqual([]);
  });

  it('puts into my work what is to be carried out, and what is to be decided by another than who reported', async () => {
    const { server, people } = world;
    const inspectionId = await world.setUp([police]);
    const [id = ''] = await world.conclude(inspectionId, [police]);
    const work = async (person: Person) => {
      const { toCarryOut, toDecide } = (await server.call(person, getMyRecommendations, {})).answer;
      const here = (rows: typeof toCarryOut) => rows.filter((one) => one.id === id).map(({ overdue }) => overdue);
      return [here(toCarryOut), here(toDecide)];
    };
    expect(await work(people.police)).toEqual([[false], []]);
    expect(await work(people.officer)).toEqual([[], []]);
    server.clock.now = new Date('2026-06-02T03:00:00Z');
    expect(await work(people.police)).toEqual([[true], []]);
    await world.report(people.police, id);
    expect(await work(people.police)).toEqual([[], []]);
    expect(await work(people.lead)).toEqual([[], [false]]);
  });
});
