import { afterAll, beforeAll, expect, it } from 'vitest';
import { getDraft } from '@mangnon/domain/plans/drafts.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makePlanText } from './testing/plan-text.ts';
import { accepted, startReview, taskOf } from './testing/review.ts';

let server: TestServer;
let officer: Person;
beforeAll(async () => {
  server = await startTestServer();
  officer = await server.signIn('provincial_lead_officer');
});
afterAll(() => server.stop());

it('answers everybody who opens a draft while it is edited, each answer as of one moment', async () => {
  const review = await startReview(server, officer, makePlanText({ title: 'Nhiều người cùng mở' }));
  const { id: factId } = taskOf(await review.get(), 'Kiểm tra');
  const params = { draftId: review.draftId };
  const opened: { status: number; seq: number; text: string }[] = [];
  const edits = 25;
  const desk = { editing: true };

  async function keepOpening(): Promise<void> {
    /* oxlint-disable no-await-in-loop -- a person opens it again and again */
    while (desk.editing) {
      const { status, answer } = await server.call(officer, getDraft, { params });
      const fact = status === 200 ? answer.facts.find(({ id }) => id === factId) : undefined;
      opened.push({ status, seq: answer.seq, text: fact?.kind === 'task' ? fact.data.text : '' });
    }
    /* oxlint-enable no-await-in-loop */
  }

  const readers = Promise.all(Array.from({ length: 6 }, keepOpening));
  let text = taskOf(await review.get(), 'Kiểm tra').data.text;
  for (let edit = 1; edit <= edits; edit += 1) {
    const to = `Lần sửa ${edit}`;
    // oxlint-disable-next-line no-await-in-loop -- each edit says what the one before left
    accepted(await review.act({ type: 'change', factId, fields: { text: { from: text, to } } }));
    text = to;
  }
  desk.editing = false;
  await readers;

  expect(opened.length).toBeGreaterThan(edits);
  expect(opened.filter(({ status }) => status !== 200)).toEqual([]);
  // The number of the last edit and the words it left belong together.
  expect(opened.filter((one) => one.seq > 0 && one.text !== `Lần sửa ${one.seq}`)).toEqual([]);
});
