import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canDo } from '@mangnon/domain/access/posts.access.ts';
import { posts, type Post } from '@mangnon/domain/access/posts.ts';
import type { Operation } from '@mangnon/domain/access/operations.ts';
import * as drafts from '@mangnon/domain/plans/drafts.api.ts';
import * as plans from '@mangnon/domain/plans/plans.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { plansModule } from './plans.module.ts';
import { startReview, uploadText, type Review } from './testing/review.ts';
import { makePlanText } from './testing/plan-text.ts';

let server: TestServer;
let review: Review;
beforeAll(async () => {
  server = await startTestServer();
  review = await startReview(server, await server.signIn('provincial_lead_officer'), makePlanText());
});
afterAll(() => server.stop());

/** One real request for each endpoint of the module; what it answers besides 401 and 403 is no matter here. */
const requests: Record<string, (person: Person | null) => Promise<{ status: number }>> = {
  'plans.draft.upload': (person) => uploadText(server, person, makePlanText()),
  'plans.draft.list': (person) => server.call(person, drafts.listDrafts, {}),
  'plans.draft.read': (person) => server.call(person, drafts.getDraft, { params: target() }),
  'GET /api/drafts/:draftId/edits': (person) =>
    server.call(person, drafts.listDraftEdits, { params: target(), query: { after: 0 } }),
  'plans.draft.edit': (person) =>
    server.call(person, drafts.editDraft, {
      params: target(),
      body: { editId: randomUUID(), act: { type: 'delete', factId: randomUUID(), version: 1 } },
    }),
  'plans.draft.adopt': (person) => server.call(person, drafts.adoptDraft, { params: target(), body: { seq: 9999 } }),
  'plans.draft.discard': (person) => server.call(person, drafts.discardDraft, { params: target(), body: {} }),
  'plans.draft.restore': (person) => server.call(person, drafts.restoreDraft, { params: target(), body: {} }),
  'GET /api/plans': (person) => server.call(person, plans.listPlans, { query: {} }),
  'plans.plan.read': (person) => server.call(person, plans.getPlan, { params: { planId: randomUUID() } }),
};

function target(): { draftId: string } {
  return { draftId: review.draftId };
}

const readers: readonly Operation[] = ['plans.plan.list', 'plans.plan.read'];

/** What the law of the house says, written out by hand: the table in posts.access.ts must agree. */
const allowed: Readonly<Partial<Record<Post, readonly Operation[]>>> = {
  system_administrator: ['plans.plan.list'],
  provincial_lead_officer: [
    'plans.plan.list',
    'plans.plan.read',
    'plans.draft.upload',
    'plans.draft.read',
    'plans.draft.edit',
    'plans.draft.adopt',
    'plans.draft.discard',
  ],
  commune_protection_worker: readers,
  commune_chair: readers,
  commune_officer: readers,
  provincial_chair: readers,
  agency_head: readers,
  agency_officer: readers,
  police: readers,
  procuracy: readers,
  court: readers,
  statistician: readers,
  inspector: readers,
};

const cells = plansModule.actions.flatMap(({ endpoint }) => {
  const name = endpoint.audit ?? `${endpoint.method} ${endpoint.path}`;
  const operation = endpoint.operation as Operation;
  return posts.map((post) => ({ name, operation, post, may: (allowed[post] ?? []).includes(operation) }));
});

describe('who may do what with plans', () => {
  it('covers every endpoint of the module', () => {
    expect(new Set(cells.map((cell) => cell.name))).toEqual(new Set(Object.keys(requests)));
  });

  it.each(cells)('$post, $name: $may', async ({ name, operation, post, may }) => {
    expect(canDo([post], operation)).toBe(may);
    const status = (await requests[name]?.(await server.signIn(post)))?.status;
    expect(status === 401 || status === 403 ? status : 'let in').toBe(may ? 'let in' : 403);
  });

  it.each(Object.keys(requests))('nobody signed in, %s: no', async (name) => {
    expect((await requests[name]?.(null))?.status).toBe(401);
  });
});
