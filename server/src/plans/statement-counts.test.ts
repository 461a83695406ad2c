import { afterAll, beforeAll, expect, it } from 'vitest';
import { adoptDraft, getDraft, listDrafts } from '@mangnon/domain/plans/drafts.api.ts';
import { getPlan, listPlans } from '@mangnon/domain/plans/plans.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makePlanText } from './testing/plan-text.ts';
import { listOf, startReview, taskOf } from './testing/review.ts';

let server: TestServer;
let officer: Person;
beforeAll(async () => {
  server = await startTestServer();
  officer = await server.signIn('provincial_lead_officer');
});
afterAll(() => server.stop());

/** How many statements each request of a plan's life sends. */
async function countStatements(moreTasks: number): Promise<Record<string, number>> {
  const review = await startReview(server, officer, makePlanText({ moreTasks, title: `Có thêm ${moreTasks} việc` }));
  const params = { draftId: review.draftId };
  const draft = await server.call(officer, getDraft, { params });
  expect(listOf(draft.answer, 'task').length).toBeGreaterThanOrEqual(3 + moreTasks);
  const list = await server.call(officer, listDrafts, {});
  const { id: factId, data } = taskOf(draft.answer, 'Kiểm tra');
  const edit = await review.act({ type: 'change', factId, fields: { lead: { from: data.lead, to: ['Sở Y tế'] } } });
  expect(edit.status).toBe(200);
  await review.settle();
  const { seq } = await review.get();
  const adopted = await server.call(officer, adoptDraft, { params, body: { seq } });
  const plan = await server.call(officer, getPlan, { params: { planId: adopted.answer.planId } });
  const plans = await server.call(officer, listPlans, { query: {} });
  const calls = { draft, list, edit, adopted, plan, plans };
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, call.statements.length]));
}

it('sends as many statements for two hundred tasks and more plans as for three tasks and one', async () => {
  const few = await countStatements(0);
  const many = await countStatements(200);
  expect(many).toEqual(few);
  expect(Math.min(...Object.values(few))).toBeGreaterThan(2);
  expect(Math.max(...Object.values(few))).toBeLessThanOrEqual(20);
});
