import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { listNotices } from '@mangnon/domain/attention/notices.api.ts';
import { decideRecommendation, issueConclusion } from '@mangnon/domain/inspections/conclusions.api.ts';
import {
  actOnVisit,
  callOffInspection,
  createInspection,
  planVisits,
} from '@mangnon/domain/inspections/inspections.api.ts';
import { khe } from '../tasks/testing/task-world.ts';
import type { Person } from '../testing/test-call.ts';
import {
  conclusionWords,
  headOf,
  kheOffice,
  lanhOffice,
  police,
  startInspectionWorld,
} from './testing/inspection-world.ts';

it('tells who has to go on with a recommendation, each once, and never who acted', async () => {
  const world = await startInspectionWorld();
  onTestFinished(() => world.server.stop());
  const { server, people } = world;
  const told = async (person: Person) =>
    (await server.call(person, listNotices, { query: {} })).answer.notices
      .filter(({ kind }) => kind.startsWith('recommendation'))
      .map(({ kind, path, dueOn }) => [kind, path, dueOn]);
  const inspectionId = await world.setUp([kheOffice, lanhOffice, police]);
  const path = `/kiem-tra/${inspectionId}`;
  const [id = ''] = await world.conclude(inspectionId, [kheOffice, police]);
  const made = ['recommendation_made', path, '2026-06-01'];
  expect(await told(people.officer)).toEqual([made]);
  expect(await told(people.police)).toEqual([made]);
  expect(await told(people.neighbour)).toEqual([]);
  expect(await told(people.second)).toEqual([]);

  const reportId = randomUUID();
  await world.report(people.officer, id, { id: reportId });
  await world.report(people.officer, id, { id: reportId });
  const reported = ['recommendation_reported', path, '2026-06-01'];
  expect(await told(people.lead)).toEqual([reported]);
  expect(await told(people.second)).toEqual([reported]);
  expect(await told(people.officer)).toEqual([made]);

  server.clock.now = new Date(server.clock.now.getTime() + 60_000);
  const body = { decision: 'sent_back', reason: 'Thiếu ảnh.' } as const;
  await server.call(people.lead, decideRecommendation, { params: { reportId }, body });
  expect(await told(people.officer)).toEqual([['recommendation_sent_back', path, '2026-06-01'], made]);
  expect(await told(people.lead)).toEqual([reported]);

  // Of an inspection its commune leads itself, the chair both reports and decides: and is not told of the own report.
  const chair = await server.signIn({ post: 'commune_chair', placeId: khe });
  const other = await server.signIn({ post: 'commune_chair', placeId: khe });
  const own = { ...headOf(randomUUID()), lead: kheOffice };
  const visits = [{ id: randomUUID(), unit: kheOffice, plannedOn: '2026-05-06' }];
  await server.call(chair, createInspection, { params: { planId: world.planId }, body: { ...own, visits } });
  const unitId = (await world.see(chair, own.id)).units[0]?.id ?? '';
  const asked = { id: randomUUID(), unitId, words: 'Rào đủ.', dueOn: '2026-06-01' };
  const issued = { id: randomUUID(), ...conclusionWords, correctsId: null, recommendations: [asked] };
  await server.call(chair, issueConclusion, { params: { inspectionId: own.id }, body: issued });
  expect((await world.report(chair, asked.id)).status).toBe(200);
  expect(await told(chair)).toEqual([]);
  expect(await told(other)).toEqual([['recommendation_reported', `/kiem-tra/${own.id}`, '2026-06-01']]);
});

it('tells many units in as many statements as one', async () => {
  const world = await startInspectionWorld();
  onTestFinished(() => world.server.stop());
  const { server, people } = world;
  const conclude = async (units: readonly (typeof police)[]) => {
    const inspectionId = await world.setUp(units);
    const recommendations = (await world.see(people.lead, inspectionId)).units.map(({ id: unitId }) => ({
      id: randomUUID(),
      unitId,
      words: 'Rào đủ.',
      dueOn: '2026-06-01',
    }));
    const body = { id: randomUUID(), ...conclusionWords, correctsId: null, recommendations };
    const called = await server.call(people.lead, issueConclusion, { params: { inspectionId }, body });
    expect(called.status).toBe(200);
    return called.statements.length;
  };
  expect(await conclude([kheOffice, lanhOffice, police])).toBe(await conclude([kheOffice]));
});

it('tells a unit of its visit, of the day it is moved to, and that the inspection is called off', async () => {
  const world = await startInspectionWorld();
  onTestFinished(() => world.server.stop());
  const { server, people } = world;
  const told = async (person: Person) =>
    (await server.call(person, listNotices, { query: {} })).answer.notices
      .filter(({ kind }) => kind.startsWith('visit') || kind.startsWith('inspection'))
      .map(({ kind, title, dueOn }) => [kind, title?.slice(0, 20), dueOn]);
  const basis = 'Quyết định số 45/QĐ-';
  const inspectionId = await world.setUp([kheOffice]);
  const path = `/kiem-tra/${inspectionId}`;
  const planned = ['visit_planned', basis, '2026-05-06'];
  expect(await told(people.officer)).toEqual([planned]);
  const { notices } = (await server.call(people.officer, listNotices, { query: {} })).answer;
  expect(notices.find(({ kind }) => kind === 'visit_planned')?.path).toBe(path);

  const later = () => {
    server.clock.now = new Date(server.clock.now.getTime() + 60_000);
  };
  later();
  const visits = [
    { id: randomUUID(), unit: police, plannedOn: '2026-05-09' },
    { id: randomUUID(), unit: police, plannedOn: '2026-05-08' },
    { id: randomUUID(), unit: kheOffice, plannedOn: '2026-05-01' },
  ];
  for (let time = 0; time < 2; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- sent twice
    await server.call(people.lead, planVisits, { params: { inspectionId }, body: { visits } });
  }
  // Of two the first; of one written down after its day, nothing.
  expect(await told(people.police)).toEqual([['visit_planned', basis, '2026-05-08']]);
  expect(await told(people.officer)).toEqual([planned]);

  later();
  const ofKhe = (await world.see(people.lead, inspectionId)).units.find(({ unit }) => unit.placeId === khe);
  const visitId = ofKhe?.visits.find(({ plannedOn }) => plannedOn === '2026-05-06')?.id ?? '';
  const move = { id: randomUUID(), kind: 'moved', on: '2026-05-12', reason: 'Mưa lũ.' } as const;
  await server.call(people.lead, actOnVisit, { params: { visitId }, body: move });
  await server.call(people.lead, actOnVisit, { params: { visitId }, body: move });
  const moved = ['visit_moved', basis, '2026-05-12'];
  expect(await told(people.officer)).toEqual([moved, planned]);
  expect(await told(people.police)).toHaveLength(1);
  await server.call(people.lead, actOnVisit, {
    params: { visitId },
    body: { id: randomUUID(), kind: 'not_held', reason: 'Làm việc qua báo cáo.' },
  });

  later();
  const off = { on: '2026-05-04', reason: 'Thanh tra tỉnh đã kiểm tra.' };
  await server.call(people.lead, callOffInspection, { params: { inspectionId }, body: off });
  await server.call(people.lead, callOffInspection, { params: { inspectionId }, body: off });
  const called = ['inspection_called_off', basis, null];
  expect(await told(people.police)).toEqual([called, ['visit_planned', basis, '2026-05-08']]);
  expect(await told(people.officer)).toEqual([called, moved, planned]);
  expect(await told(people.neighbour)).toEqual([]);
  expect(await told(people.lead)).toEqual([]);
});
