import { expect, it } from 'vitest';
import { getMyRecommendations } from '@mangnon/domain/inspections/conclusions.api.ts';
import { listInspections } from '@mangnon/domain/inspections/inspections.api.ts';
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
  const officer = await server.signIn({ post: 'commune_officer', placeId: khe });
  expect((await server.call(officer, getMyRecommendations, {})).answer.toCarryOut).toMatchObject([{ overdue: true }]);
});
