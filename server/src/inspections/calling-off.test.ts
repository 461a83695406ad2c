import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { issueConclusion, withdrawFinding } from '@mangnon/domain/inspections/conclusions.api.ts';
import {
  actOnVisit,
  callOffInspection,
  changeInspection,
  listInspections,
  planVisits,
} from '@mangnon/domain/inspections/inspections.api.ts';
import type { Person } from '../testing/test-call.ts';
import { conclusionWords, headOf, kheOffice, lanhOffice, startInspectionWorld } from './testing/inspection-world.ts';

it('an inspection is called off with a reason and a day: what was written stays, nothing is written any more', async () => {
  const world = await startInspectionWorld();
  onTestFinished(() => world.server.stop());
  const { server, people } = world;
  const inspectionId = await world.setUp([kheOffice, lanhOffice]);
  const params = { inspectionId };
  const seen = () => world.see(people.lead, inspectionId);
  const visitOf = async (at: number) => (await seen()).units[at]?.visits[0];
  const held = await visitOf(0);
  const act = (visitId: string, body: object) =>
    server.call(people.lead, actOnVisit, {
      params: { visitId },
      body: { id: randomUUID(), ...body } as { id: string; kind: 'held'; on: string },
    });
  expect((await act(held?.id ?? '', { kind: 'held', on: '2026-05-03' })).status).toBe(200);
  expect((await world.find(inspectionId, kheOffice)).status).toBe(200);

  const off = { on: '2026-05-04', reason: 'Thanh tra tỉnh đã kiểm tra nội dung này.' };
  const send = (person: Person = people.lead, changed: object = {}) =>
    server.call(person, callOffInspection, { params, body: { ...off, ...changed } });
  expect((await seen()).can.callOff).toBe(true);
  expect((await world.see(people.officer, inspectionId)).can.callOff).toBe(false);
  expect((await send(people.officer)).status).toBe(403);
  expect((await send(people.stranger)).status).toBe(404);
  expect((await send(people.lead, { reason: ' ' })).status).toBe(422);
  expect((await send(people.lead, { on: '2026-05-05' })).refusal).toMatchObject({
    code: 'inspections.called_off_in_future',
    where: 'body.on',
  });
  expect((await send()).status).toBe(200);
  expect((await send()).status).toBe(200);
  expect((await send(people.lead, { reason: 'Khác.' })).refusal.code).toBe('inspections.called_off');

  // Long after, nothing of it is overdue.
  server.clock.now = new Date('2026-07-01T03:00:00Z');
  const after = await seen();
  expect(after).toMatchObject({
    calledOff: { ...off, by: { id: people.lead.id } },
    can: { callOff: false, change: false, planVisit: false, find: false, conclude: false, correct: false },
  });
  const stands = after.units.map(({ visits }) => visits.map(({ stand, plannedOn, can }) => [stand, plannedOn, can]));
  const nothing = { move: false, hold: false, notHold: false, reopen: false };
  expect(stands).toEqual([[['held', '2026-05-06', nothing]], [['called_off', '2026-05-06', nothing]]]);
  expect(after.units[0]?.findings).toMatchObject([{ can: { withdraw: false } }]);
  expect((await world.see(people.officer, inspectionId)).calledOff).toMatchObject(off);
  const { rows } = (await server.call(people.lead, listInspections, { query: { planId: world.planId } })).answer;
  expect(rows).toMatchObject([{ calledOffOn: '2026-05-04', visits: { all: 2, held: 1, overdue: 0, nextOn: null } }]);

  const { id: _, lead: _lead, ...head } = headOf(inspectionId);
  const unitId = await world.unitOf(inspectionId, kheOffice);
  const findingId = after.units[0]?.findings[0]?.id ?? '';
  const conclusion = { id: randomUUID(), ...conclusionWords, correctsId: null };
  const recommendations = [{ id: randomUUID(), unitId, words: 'Rào đủ.', dueOn: '2026-08-01' }];
  const visits = [{ id: randomUUID(), unit: kheOffice, plannedOn: '2026-05-20' }];
  const tried = await Promise.all([
    server.call(people.lead, changeInspection, { params, body: { ...head, version: 1 } }),
    server.call(people.lead, planVisits, { params, body: { visits } }),
    act(held?.id ?? '', { kind: 'reopened', reason: 'Nhầm.' }),
    act((await visitOf(1))?.id ?? '', { kind: 'held', on: '2026-05-06' }),
    world.find(inspectionId, kheOffice),
    server.call(people.lead, withdrawFinding, { params: { findingId }, body: { reason: 'Nhầm.' } }),
    server.call(people.lead, issueConclusion, { params, body: { ...conclusion, recommendations } }),
  ]);
  expect(tried.map(({ refusal }) => refusal.code)).toEqual(tried.map(() => 'inspections.called_off'));
});

it('one that is concluded is corrected, and not called off', async () => {
  const world = await startInspectionWorld();
  onTestFinished(() => world.server.stop());
  const { server, people } = world;
  const inspectionId = await world.setUp([kheOffice]);
  await world.conclude(inspectionId, [kheOffice]);
  const body = { on: '2026-05-04', reason: 'Không cần.' };
  const called = await server.call(people.lead, callOffInspection, { params: { inspectionId }, body });
  expect(called.refusal.code).toBe('inspections.concluded');
  expect((await world.see(people.lead, inspectionId)).can.callOff).toBe(false);
});
