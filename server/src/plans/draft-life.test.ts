import { afterAll, beforeAll, expect, it } from 'vitest';
import { discardDraft, getDraft, listDraftEdits, listDrafts, restoreDraft } from '@mangnon/domain/plans/drafts.api.ts';
import { getPlan, listPlans } from '@mangnon/domain/plans/plans.api.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makePlanText } from './testing/plan-text.ts';
import { accepted, listOf, startReview, taskOf } from './testing/review.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

it('takes a plan from the file to its page, every fact with its sentence', async () => {
  const officer = await server.signIn('provincial_lead_officer');
  const review = await startReview(server, officer);
  const draft = await review.get();
  expect(draft).toMatchObject({
    state: 'in_review',
    fileName: 'kế hoạch.txt',
    title: 'Vì môi trường nước an toàn cho trẻ em năm 2026',
    number: '31/KH-UBND',
    can: { edit: true, discard: true },
    progress: { stage: 'done' },
  });
  expect(listOf(draft, 'task').length).toBeGreaterThanOrEqual(3);
  const listed = (await server.call(officer, listDrafts, {})).answer.drafts;
  expect(listed).toMatchObject([{ id: draft.id, counts: { tasks: listOf(draft, 'task').length } }]);

  const first = taskOf(draft, 'Tổ chức tập huấn');
  const at = first.data.text.indexOf('biên soạn');
  const newId = crypto.randomUUID();
  accepted(await review.act({ type: 'split', factId: first.id, version: first.version, at, newId }));
  const lead = { from: first.data.lead, to: ['Sở Y tế', 'Trường Cao đẳng Sông Lau'] };
  accepted(await review.act({ type: 'change', factId: newId, fields: { lead } }));
  accepted(await review.act({ type: 'change', factId: newId, fields: { due: { from: null, to: quarter() } } }));
  await review.settle();
  expect(await review.get()).toMatchObject({ can: { adopt: true }, adoptBlockedBy: [] });

  const { planId } = (await review.adopt()).answer;
  const reviewed = await review.get();
  expect(reviewed).toMatchObject({ state: 'adopted', planId, can: { edit: false, adopt: false, discard: false } });
  expect((await server.call(officer, listDrafts, {})).answer.drafts).toEqual([]);

  const plan = (await server.call(officer, getPlan, { params: { planId } })).answer;
  expect(plan.heading.title).toBe(draft.title);
  expect(plan.adoptedBy).toBe(officer.name);
  expect(plan.recipients.length).toBeGreaterThan(0);
  expect(plan.tasks.map((task) => task.text)).toEqual(listOf(reviewed, 'task').map((task) => task.data.text));
  expect(plan.targets).toHaveLength(listOf(reviewed, 'target').length);
  expect(plan.legalBases).toHaveLength(listOf(reviewed, 'legal_basis').length);
  const split = plan.tasks.find((task) => task.text.startsWith('biên soạn'));
  expect(split).toMatchObject({
    due: quarter(),
    lead: [
      { printed: 'Sở Y tế', agencyId: expect.any(String), name: 'Sở Y tế' },
      { printed: 'Trường Cao đẳng Sông Lau', agencyId: null, name: null },
    ],
  });
  for (const { text, span } of plan.tasks) {
    expect(span).not.toBeNull();
    expect(plan.text.slice(span?.start, span?.end)).toContain(text);
  }
  for (const { span } of [...plan.targets, ...plan.reporting, ...plan.legalBases]) {
    expect(plan.text.slice(span?.start, span?.end).trim()).not.toBe('');
  }
  expect((await server.call(officer, listPlans, { query: {} })).answer.plans).toMatchObject([
    { id: planId, number: '31/KH-UBND', counts: { tasks: plan.tasks.length } },
  ]);
});

it('finds plans by words of number, title and issuer, without accents and in any order', async () => {
  const officer = await server.signIn('provincial_lead_officer');
  const review = await startReview(
    server,
    officer,
    makePlanText({ number: '77/KH-UBND', title: 'Mùa hè vui khoẻ', sure: true }),
  );
  await review.settle();
  const { planId } = (await review.adopt()).answer;
  const found = async (q: string): Promise<boolean> =>
    (await server.call(officer, listPlans, { query: { q } })).answer.plans.some((plan) => plan.id === planId);
  expect([await found('he MUA'), await found('77/kh'), await found('moc giang vui'), await found('%')]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([await found('mua dong'), await found('78/KH')]).toEqual([false, false]);
});

it('tells an open screen of state, edits and who else is there, and nothing twice', async () => {
  const [one, other] = [await server.signIn('provincial_lead_officer'), await server.signIn('provincial_lead_officer')];
  const review = await startReview(server, one, makePlanText({ title: 'Cùng soát một bản' }));
  const params = { draftId: review.draftId };
  const poll = async (person = one, after = 0) =>
    accepted(await server.call(person, listDraftEdits, { params, query: { after } }));
  await poll(other);
  expect(await poll()).toMatchObject({
    state: 'in_review',
    seq: 0,
    edits: [],
    others: [{ id: other.id, name: other.name }],
  });

  const task = taskOf(await review.get(), 'Kiểm tra');
  const text = { from: task.data.text, to: 'Kiểm tra bến đò.' };
  const edited = (await review.act({ type: 'change', factId: task.id, fields: { text } }, other)).answer;
  const undo = (await review.act({ type: 'undo', editId: edited.editId }, other)).answer;
  const news = await poll(one, 0);
  expect(news.seq).toBe(2);
  expect(news.edits).toMatchObject([
    { seq: 1, by: { id: other.id }, undone: true, undoes: null },
    { seq: 2, undone: false, undoes: edited.editId, editId: undo.editId },
  ]);
  expect((await poll(one, 2)).edits).toEqual([]);
  server.clock.now = new Date(server.clock.now.getTime() + 21_000);
  expect((await poll(one, 2)).others).toEqual([]);
});

it('puts a draft away and takes it back with all edits', async () => {
  const officer = await server.signIn('provincial_lead_officer');
  const review = await startReview(server, officer, makePlanText({ title: 'Cất đi rồi lấy lại' }));
  const task = taskOf(await review.get(), 'Kiểm tra');
  accepted(await review.act({ type: 'delete', factId: task.id, version: task.version }));
  const before = await review.get();
  const params = { draftId: review.draftId };
  const discarded = (await server.call(officer, discardDraft, { params, body: {} })).answer;
  expect(discarded.state).toBe('discarded');
  expect((await server.call(officer, listDrafts, {})).answer.drafts.map((row) => row.id)).not.toContain(review.draftId);
  const again = { from: task.data.lead, to: [] };
  expect((await review.act({ type: 'change', factId: task.id, fields: { lead: again } })).refusal.code).toBe(
    'drafts.not_in_review',
  );
  expect((await review.adopt()).refusal.code).toBe('drafts.not_in_review');
  expect((await server.call(officer, restoreDraft, { params, body: {} })).answer.state).toBe('in_review');
  expect((await server.call(officer, getDraft, { params })).answer.facts).toEqual(before.facts);
});

function quarter(): { from: string; to: string; text: string } {
  return { from: '2026-04-01', to: '2026-06-30', text: 'Quý II năm 2026' };
}
