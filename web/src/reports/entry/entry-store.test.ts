import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noReport, type Value } from '@mangnon/domain/indicators/value.ts';
import { NetworkError, RefusalError } from '../../platform/refusal-error.ts';
import { createMemoryStorage } from '../../plans/review/testing/memory-storage.ts';
import { decideClash, typeCells, typedAt, undo, type Stored } from './desk.ts';
import { createEntryStore, type Batch, type SaveAnswer } from './entry-store.ts';
import { understand } from './typed.ts';
import { createUnsentCells } from './unsent-cells.ts';

const number = (amount: number): Value => ({ state: 'number', amount });
const cell = (key: string, value: Value = noReport, revision = 0): Stored => {
  return { key, value, revision, enteredAt: null, enteredBy: null };
};

/** A server of two cells that several people write to, as the contract says; `next` breaks the next answers. */
function modelServer() {
  const stored = new Map([cell('a'), cell('b')].map((one) => [one.key, one]));
  const asked: string[][] = [];
  const next: Error[] = [];
  return {
    stored,
    asked,
    next,
    put: (key: string, value: Value) =>
      stored.set(key, {
        ...cell(key, value),
        revision: (stored.get(key)?.revision ?? 0) + 1,
        enteredBy: 'Vàng Thị Dí',
      }),
    async save(batch: Batch): Promise<SaveAnswer> {
      asked.push(
        [...batch].map(([key, { value }]) => `${key}=${value.state === 'number' ? value.amount : value.state}`),
      );
      const broken = next.shift();
      if (broken !== undefined) throw broken;
      const saved: { key: string; revision: number }[] = [];
      const clashes: Stored[] = [];
      for (const [key, { value, base }] of batch) {
        const now = stored.get(key) ?? cell(key);
        if (now.revision !== base) clashes.push(now);
        else {
          stored.set(key, { ...cell(key, value), revision: base + 1 });
          saved.push({ key, revision: base + 1 });
        }
      }
      return { saved, clashes };
    },
  };
}

function start(server: ReturnType<typeof modelServer>, storage = createMemoryStorage()) {
  const store = createEntryStore({
    layout: [[['a'], ['b']]],
    cells: [...server.stored.values()],
    me: 'Sầm Thị Mai',
    unsent: createUnsentCells(storage, 'person', 'version'),
    save: (batch) => server.save(batch),
    now: () => 1_000,
  });
  store.start();
  const type = (key: string, text: string) =>
    store.update((state) => ({ ...state, desk: typeCells(state.desk, [{ key, typed: understand(text) }]) }));
  const shown = (key: string) => typedAt(store.getSnapshot().entry.desk, key);
  return { store, storage, type, shown };
}

describe('what is typed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is sent after a rest, together, and over its new revision next time', async () => {
    const server = modelServer();
    const { store, type } = start(server);
    type('a', '1');
    type('a', '12');
    type('b', '5');
    await vi.advanceTimersByTimeAsync(600);
    expect(server.asked).toEqual([['a=12', 'b=5']]);
    expect(store.getSnapshot().link).toMatchObject({ state: 'fine', savedAt: 1_000 });
    type('a', '13');
    await vi.advanceTimersByTimeAsync(600);
    expect(server.stored.get('a')).toMatchObject({ value: number(13), revision: 2 });
    store.update((state) => ({ ...state, desk: undo(state.desk) }));
    await vi.advanceTimersByTimeAsync(600);
    expect(server.stored.get('a')).toMatchObject({ value: number(12), revision: 3 });
  });

  it('is sent again when the line was lost, in order, and is not lost by a reload', async () => {
    const server = modelServer();
    const { store, storage, type } = start(server);
    server.next.push(new NetworkError(null), new NetworkError(null));
    type('a', '7');
    await vi.advanceTimersByTimeAsync(600);
    expect(store.getSnapshot().link.state).toBe('lost');
    type('a', '8');
    store.stop();
    const reloaded = start(server, storage);
    expect(reloaded.shown('a')).toEqual({ kind: 'value', value: number(8) });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.stored.get('a')?.value).toEqual(number(8));
    expect(reloaded.store.getSnapshot().link.state).toBe('fine');
    expect(storage.length).toBe(0);
  });

  it('keeps text that is no number here and never sends it', async () => {
    const server = modelServer();
    const { storage, type } = start(server);
    type('a', 'mười');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.asked).toEqual([]);
    expect(start(server, storage).shown('a')).toEqual({ kind: 'text', text: 'mười' });
  });

  it('typed while its cell is on its way is sent after it, also when it goes back to what stood', async () => {
    const server = modelServer();
    const { type } = start(server);
    const { promise, resolve } = Promise.withResolvers<void>();
    const save = server.save.bind(server);
    server.save = async (batch) => {
      const answer = await save(batch);
      await promise;
      return answer;
    };
    type('a', '4');
    await vi.advanceTimersByTimeAsync(600);
    type('a', '');
    await vi.advanceTimersByTimeAsync(600);
    resolve();
    await vi.advanceTimersByTimeAsync(1_200);
    expect(server.stored.get('a')).toMatchObject({ value: noReport, revision: 2 });
  });

  it.each(['mine', 'theirs'] as const)('stands beside what somebody else typed until %s is chosen', async (keep) => {
    const server = modelServer();
    const { store, type, shown } = start(server);
    server.put('a', number(99));
    type('a', '1');
    type('b', '2');
    await vi.advanceTimersByTimeAsync(600);
    expect(server.stored.get('b')?.value).toEqual(number(2));
    const clash = store.getSnapshot().entry.desk.clashes.get('a');
    expect(clash).toMatchObject({ value: number(99), enteredBy: 'Vàng Thị Dí' });
    expect(shown('a')).toEqual({ kind: 'value', value: number(1) });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.asked).toHaveLength(1);
    store.update((state) => ({ ...state, desk: decideClash(state.desk, 'a', keep) }));
    await vi.advanceTimersByTimeAsync(600);
    expect(server.stored.get('a')?.value).toEqual(number(keep === 'mine' ? 1 : 99));
    expect(shown('a')).toEqual({ kind: 'value', value: number(keep === 'mine' ? 1 : 99) });
  });

  it('that the server refuses stays here and says why', async () => {
    const server = modelServer();
    const { store, shown, type } = start(server);
    const message = { vi: 'Báo cáo đã ký.', en: 'The report is signed.' };
    server.next.push(new RefusalError({ code: 'reports.wrong_state', message, status: 409 }));
    type('a', '3');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toHaveLength(1);
    expect(store.getSnapshot().link).toMatchObject({ state: 'refused', refusal: message });
    expect(shown('a')).toEqual({ kind: 'value', value: number(3) });
    expect(await store.flush()).toBe(true);
  });
});
