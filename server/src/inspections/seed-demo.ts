import { randomUUID } from 'node:crypto';
import { shiftDay } from '@mangnon/domain/kernel/day.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import { asDemoPerson } from '../access/as-demo-person.ts';
import type { DemoSeed } from '../platform/module.ts';
import { unitKey } from '../tasks/units.queries.ts';
import { insertConclusion } from './conclusions.queries.ts';
import { scopeOf } from './inspection-scope.ts';
import { listTasksOfUnits, listUnits } from './inspection-parts.queries.ts';
import { findUnitOf, insertInspection, lockInspection } from './inspections.queries.ts';
import { lockRecommendation, moveRecommendation } from './recommendations.queries.ts';
import { insertVisits, lockVisit, setVisit } from './visits.queries.ts';

const province = '99@2025-07-01';
const lead: UnitRef = { agencyId: 't.so_yte', placeId: province };
const khe: UnitRef = { agencyId: 'x.ubnd', placeId: '99010@2025-07-01' };
const lanh: UnitRef = { agencyId: 'x.ubnd', placeId: '99016@2025-07-01' };

/**
 * One inspection of the demo's adopted plan, under the posts of its people: two visits, of which one was moved; of two
 * recommendations one is settled and one overdue, whatever day the demo begins on.
 */
export async function seedDemoInspection(seed: DemoSeed): Promise<void> {
  const { database, now } = seed;
  const today = vietnamDay(now);
  const ago = (days: number) => shiftDay(today, -days);
  const at = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const plan = await database.selectFrom('plan').select('id').orderBy('adopted_at').executeTakeFirst();
  if (plan === undefined) throw new Error('the demo has no plan');
  const inspectionId = randomUUID();
  const settledId = randomUUID();
  const reportId = randomUUID();
  await asDemoPerson(seed, 'hanh', async (by) => {
    const signed = ago(60).split('-').toReversed().join('/');
    const head = {
      kind: 'check' as const,
      lead,
      basis: `Quyết định số 31/QĐ-SYT ngày ${signed} của Sở Y tế`,
      members: [
        { name: 'Lò Thị Hạnh', from: 'Sở Y tế' },
        { name: 'Lù A Sính', from: 'Sở Giáo dục và Đào tạo' },
      ],
      startsOn: ago(50),
      endsOn: ago(20),
      contents: 'Việc rào chắn nơi nguy hiểm, phân công người làm công tác trẻ em ở xã.',
    };
    await insertInspection(
      database,
      { id: inspectionId, planId: plan.id, provinceId: province, head },
      { by, now: at(50) },
    );
    const scope = { id: inspectionId, placeId: province, provinceId: province, unit: unitKey(lead) };
    const planned = [
      { unit: khe, id: randomUUID(), on: ago(42) },
      { unit: lanh, id: randomUUID(), on: ago(40) },
    ];
    const visits = planned.map(({ unit, id, on }) => ({
      id,
      agency_id: unit.agencyId,
      place_id: unit.placeId,
      province_id: province,
      planned_on: on,
    }));
    await insertVisits(database, scope, visits, { by, now: at(50) });
    const [first, second] = planned;
    await act(
      seed,
      first?.id,
      { kind: 'moved', from: ago(42), to: ago(38), reason: 'Mưa lũ, đường vào xã bị sạt.' },
      by,
      at(43),
    );
    await act(seed, first?.id, { kind: 'held', from: null, to: ago(38), reason: null }, by, at(38));
    await act(seed, second?.id, { kind: 'held', from: null, to: ago(40), reason: null }, by, at(39));

    const units = await listUnits(database, inspectionId);
    const idOf = (unit: UnitRef) => units.find(({ forUnit }) => forUnit === unitKey(unit))?.id ?? '';
    const scopes = await findUnitOf(database, inspectionId, [idOf(khe), idOf(lanh)]);
    const tasks = await listTasksOfUnits(database, inspectionId);
    const taskId = tasks.find(({ unitId, words }) => unitId === idOf(khe) && words.startsWith('Rà soát, rào chắn'))?.id;
    const found = [
      { unit: khe, kind: 'shortcoming', words: 'Còn 04 trên 11 ao, hố chưa có rào; chưa có biển báo.', taskId },
      { unit: lanh, kind: 'good', words: 'Phân công rõ người, niêm yết số điện thoại ở trụ sở và nhà văn hóa.' },
    ];
    const values = found.map(({ unit, kind, words, taskId: about }) => {
      const of = scopes.get(idOf(unit));
      if (of === undefined) throw new Error('the demo’s inspection lacks a unit');
      const recorded = { recorded_at: at(37), recorded_by: by, task_id: about ?? null };
      return { id: randomUUID(), unit_id: of.unitId, ...scopeOf(of), kind, words, ...recorded };
    });
    await database.insertInto('inspection_finding').values(values).execute();
    const stored = await lockInspection(database, inspectionId);
    if (stored === undefined) throw new Error('the demo’s inspection is not there');
    const conclusion = {
      id: randomUUID(),
      number: '07/KL-SYT',
      issuedOn: ago(25),
      words: 'Hai xã đã phân công người và mở lớp; việc rào chắn ở Khe Trúc còn chậm.',
      correctsId: null,
      recommendations: [
        { id: settledId, unitId: idOf(khe), words: 'Cắm biển báo ở 11 ao, hố.', dueOn: ago(8) },
        { id: randomUUID(), unitId: idOf(khe), words: 'Rào 04 ao, hố còn lại.', dueOn: ago(3) },
      ],
    };
    await insertConclusion(database, stored, conclusion, { by, now: at(25) });
  });
  await asDemoPerson(seed, 'mai', async (by) => {
    const stored = await lockRecommendation(database, settledId);
    if (stored === undefined) throw new Error('the demo’s recommendation is not there');
    const said = { happened_on: ago(10), words: 'Đã cắm đủ 11 biển báo.', recorded_at: at(10), recorded_by: by };
    const values = { id: reportId, recommendation_id: settledId, ...scopeOf(stored), ...said };
    await database.insertInto('recommendation_report').values(values).execute();
    await moveRecommendation(database, settledId, 'reported');
  });
  await asDemoPerson(seed, 'quang', async (by) => {
    const stored = await lockRecommendation(database, settledId);
    if (stored === undefined) throw new Error('the demo’s recommendation is not there');
    const decided = { decision: 'settled', decided_at: at(9), decided_by: by };
    await database
      .insertInto('recommendation_decision')
      .values({ report_id: reportId, ...scopeOf(stored), ...decided })
      .execute();
    await moveRecommendation(database, settledId, 'settled', ago(10));
  });
}

interface VisitEvent {
  readonly kind: 'moved' | 'held';
  readonly from: string | null;
  readonly to: string;
  readonly reason: string | null;
}

async function act(
  { database }: DemoSeed,
  visitId: string | undefined,
  { kind, from, to, reason }: VisitEvent,
  by: string,
  at: Date,
): Promise<void> {
  const visit = visitId === undefined ? undefined : await lockVisit(database, visitId);
  if (visit === undefined) throw new Error('the demo’s visit is not there');
  const days = { from_day: from, to_day: to, reason, at, by };
  const values = { id: randomUUID(), visit_id: visit.id, ...scopeOf(visit), kind, ...days };
  await database.insertInto('inspection_visit_event').values(values).execute();
  const plannedOn = kind === 'moved' ? to : visit.plannedOn;
  await setVisit(database, visit.id, { plannedOn, heldOn: kind === 'held' ? to : null, notHeldReason: null });
}
