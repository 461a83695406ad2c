import { expect, it } from 'vitest';
import { getMyRecommendations } from '@mangnon/domain/inspections/conclusions.api.ts';
import { getInspection, listInspections } from '@mangnon/domain/inspections/inspections.api.ts';
import { listPlans } from '@mangnon/domain/plans/plans.api.ts';
import { getTask } from '@mangnon/domain/tasks/tasks.api.ts';
import { serverForThisTest } from '../testing/test-server.ts';
import { khe, province } from '../tasks/testing/task-world.ts';

it('the demo begins with an inspection of two visits, one recommendation settled and one overdue', async () => {
  const server = await serverForThisTest({ demo: true });
  const lead = await server.signIn({ post: 'provincial_lead_officer', placeId: province });
  const { rows } = (await server.call(lead, listInspections, { query: {} })).answer;
  expect(rows).toMatchObject([
    {
      visits: { all: 2, held: 2, overdue: 0 },
      recommendations: { open: 1, overdue: 1, waiting: 0, settled: 1 },
      concluded: { number: '07/KL-SYT' },
    },
  ]);
  // In the order in which such things happen: adopted, given, inspected.
  const plan = (await server.call(lead, listPlans, { query: {} })).answer.plans.find(
    ({ id }) => id === rows[0]?.planId,
  );
  const inspectionId = rows[0]?.id ?? '';
  const seen = (await server.call(lead, getInspection, { params: { inspectionId } })).answer;
  const finding = seen.units.flatMap(({ findings }) => findings).find(({ task }) => task !== null);
  const taskId = finding?.task?.id ?? '';
  const { assignedAt } = (await server.call(lead, getTask, { params: { taskId } })).answer;
  const order = [plan?.adoptedAt ?? '', assignedAt, seen.createdAt, finding?.recordedAt ?? ''];
  expect(order).toEqual(order.toSorted());
  const officer = await server.signIn({ post: 'commune_officer', placeId: khe });
  expect((await server.call(officer, getMyRecommendations, {})).answer.toCarryOut).toMatchObject([{ overdue: true }]);
});
