import { expect, test } from 'vitest';
import type { Clash, QueuedEdit } from '../state/review-state.ts';
import { idOf } from '../testing/made-up-facts.ts';
import { createMemoryStorage } from '../testing/memory-storage.ts';
import { createUnsentStorage } from './unsent-storage.ts';

const typed = (number: number, to: string): QueuedEdit => ({
  edit: { editId: idOf(number), act: { type: 'change', factId: idOf(1), fields: { text: { from: 'cũ', to } } } },
  heldUntil: 0,
  tried: false,
  overtaken: false,
});
const clash: Clash = { id: idOf(50), factId: idOf(1), field: 'text', mine: 'chữ của tôi', by: 'Vi Đình Quang' };
const open = (storage: Storage, person = 'p1', draft = 'd1') => createUnsentStorage(storage, person, draft);

test('what waits comes back after a crash, in its order, with the clashes', () => {
  const storage = createMemoryStorage();
  const kept = { queue: [typed(3, 'ba'), typed(1, 'một'), typed(2, 'hai')], clashes: [clash] };
  expect(open(storage).save(kept)).toBe(true);
  expect(open(storage).load()).toEqual(kept);
});

test('what the server has taken is no longer kept', () => {
  const storage = createMemoryStorage();
  const screen = open(storage);
  const [first, second] = [typed(1, 'một'), typed(2, 'hai')];
  screen.save({ queue: [first, second], clashes: [] });
  screen.save({ queue: [second], clashes: [] });
  expect(open(storage).load().queue).toEqual([second]);
  screen.save({ queue: [], clashes: [] });
  expect(storage.length).toBe(0);
});

test('an edit made later sorts behind those of an earlier window', () => {
  const storage = createMemoryStorage();
  const [first, second, third] = [typed(1, 'một'), typed(2, 'hai'), typed(3, 'ba')];
  open(storage).save({ queue: [first, second], clashes: [] });
  const again = open(storage);
  const { queue } = again.load();
  again.save({ queue: [...queue, third], clashes: [] });
  expect(open(storage).load().queue).toEqual([first, second, third]);
});

test('two windows keep each their own, and other people and drafts see nothing of it', () => {
  const storage = createMemoryStorage();
  const [one, other] = [open(storage), open(storage)];
  one.save({ queue: [typed(1, 'một')], clashes: [] });
  other.save({ queue: [typed(2, 'hai')], clashes: [] });
  one.save({ queue: [], clashes: [] });
  expect(open(storage).load().queue).toEqual([typed(2, 'hai')]);
  expect(open(storage, 'p2').load().queue).toEqual([]);
  expect(open(storage, 'p1', 'd2').load().queue).toEqual([]);
});

test('a full storage is said, and what stood there stays', () => {
  const storage = createMemoryStorage(1_000);
  const screen = open(storage);
  expect(screen.save({ queue: [typed(1, 'một')], clashes: [] })).toBe(true);
  expect(screen.save({ queue: [typed(1, 'một'), typed(2, 'chữ '.repeat(400))], clashes: [] })).toBe(false);
  expect(open(storage).load().queue).toEqual([typed(1, 'một')]);
});

test('an entry that does not read is left alone', () => {
  const storage = createMemoryStorage();
  storage.setItem(`mangnon.unsent/p1/d1/${idOf(9)}`, '{"order":1,"kind":"edit","item":{"edit":{}}}');
  storage.setItem(`mangnon.unsent/p1/d1/${idOf(8)}`, 'không phải JSON');
  expect(open(storage).load()).toEqual({ queue: [], clashes: [] });
  expect(storage.length).toBe(2);
});
