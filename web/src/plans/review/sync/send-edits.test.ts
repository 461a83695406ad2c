import type { DraftEdit } from '@mangnon/domain/plans/draft-edit.ts';
import { draftsRefusals } from '@mangnon/domain/plans/drafts.refusals.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NetworkError, RefusalError } from '../../../platform/refusal-error.ts';
import { enqueue, typeField } from '../state/edit-queue.ts';
import { mergeRecords } from '../state/remote-edits.ts';
import { fieldOf, openReview } from '../state/review-state.ts';
import { idOf, madeUpFacts } from '../testing/made-up-facts.ts';
import { createModelServer } from '../testing/model-server.ts';
import { createReviewStore } from './review-store.ts';
import { createSender } from './send-edits.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const me = { id: idOf(100), name: 'Lò Thị Hạnh' };
const other = { id: idOf(101), name: 'Vi Đình Quang' };

/** `fail` says what becomes of each try: `before` the server has it, `after` it has done it, or nothing. */
function openScreen(fail: (tries: number) => 'before' | 'after' | null = () => null) {
  const server = createModelServer(madeUpFacts, '');
  const store = createReviewStore(openReview(server.draft(), { queue: [], clashes: [] }), '', 'in_review', null);
  const sent: string[] = [];
  async function send(edit: DraftEdit) {
    sent.push(edit.editId);
    const failure = fail(sent.length);
    if (failure === 'before') throw new NetworkError(null);
    const answer = server.edit(me, edit);
    if (failure === 'after') throw new NetworkError(null);
    if (answer.ok) return answer.record;
    const { code } = answer.refusal;
    const { vi: viText, en } = draftsRefusals[code as keyof typeof draftsRefusals];
    throw new RefusalError({ code, message: { vi: viText, en }, status: 409 });
  }
  async function catchUp() {
    const news = server.after(store.getSnapshot().review.seq);
    store.update((review) => mergeRecords(review, news.edits, news.seq));
  }
  const sender = createSender(store, send, catchUp);
  store.subscribe(sender.pump);
  sender.start();
  const type = (editId: string, to: string) =>
    store.update((review) => {
      const seen = fieldOf(store.getSnapshot().facts, idOf(1), 'text') ?? null;
      return typeField(review, { editId, factId: idOf(1), field: 'text', seen, to, now: Date.now() });
    });
  return { server, store, sender, sent, type };
}

test('typing is sent once it pauses, as one edit', async () => {
  const { server, sent, type } = openScreen();
  type(idOf(1), 'M');
  await vi.advanceTimersByTimeAsync(400);
  type(idOf(2), 'Mở lớp');
  await vi.advanceTimersByTimeAsync(500);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toEqual([idOf(2)]);
  expect(fieldOf(new Map(server.facts().map((fact) => [fact.id, fact])), idOf(1), 'text')).toBe('Mở lớp');
});

test('edits go one after the other in their order, and a lost answer is asked for again under the same id', async () => {
  const { server, store, sent, type } = openScreen((tries) => (tries === 1 ? 'after' : tries === 2 ? 'before' : null));
  type(idOf(1), 'Mở lớp dạy bơi');
  store.update((review) => enqueue(review, { editId: idOf(2), act: { type: 'delete', factId: idOf(3), version: 1 } }));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sent).toEqual([idOf(1), idOf(1), idOf(1), idOf(2)]);
  expect(server.records().map((record) => record.editId)).toEqual([idOf(1), idOf(2)]);
  expect(store.getSnapshot().review.queue).toEqual([]);
  expect(store.getSnapshot().link.state).toBe('fine');
});

test('while no answer comes, the screen says so and everything waits', async () => {
  const { store, sender, type } = openScreen(() => 'before');
  type(idOf(1), 'Mở lớp dạy bơi');
  const drained = sender.drain();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(store.getSnapshot().link.state).toBe('lost');
  expect(store.getSnapshot().review.queue).toHaveLength(1);
  expect(await drained).toBe(false);
});

test('two people in one field: both values stay until the person chooses', async () => {
  const { server, store, type } = openScreen();
  const from = fieldOf(store.getSnapshot().facts, idOf(1), 'text') ?? null;
  type(idOf(1), 'chữ của tôi');
  const theirs: DraftEdit = {
    editId: idOf(9),
    act: { type: 'change', factId: idOf(1), fields: { text: { from, to: 'chữ của người kia' } } },
  };
  server.edit(other, theirs);
  await vi.advanceTimersByTimeAsync(1_000);
  const { review, facts } = store.getSnapshot();
  expect(review.clashes).toMatchObject([{ field: 'text', mine: 'chữ của tôi', by: 'Vi Đình Quang' }]);
  expect(fieldOf(facts, idOf(1), 'text')).toBe('chữ của người kia');
});
