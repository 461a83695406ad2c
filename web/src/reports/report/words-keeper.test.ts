import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NetworkError, RefusalError } from '../../platform/refusal-error.ts';
import { createMemoryStorage } from '../../plans/review/testing/memory-storage.ts';
import { createWordsKeeper } from './words-keeper.ts';

function start(storage = createMemoryStorage()) {
  const server = { words: '', revision: 0, broken: 0 };
  const keeper = createWordsKeeper({
    first: { words: '', revision: 0 },
    storage,
    name: 'words',
    now: () => 5,
    catchUp: async () => undefined,
    async save(words, base) {
      if (server.broken > 0) {
        server.broken -= 1;
        throw new NetworkError(null);
      }
      if (base !== server.revision) {
        const message = { vi: 'Vừa sửa.', en: 'Changed.' };
        throw new RefusalError({ code: 'reports.narrative_changed', message, status: 409 });
      }
      server.words = words;
      server.revision += 1;
      return { revision: server.revision };
    },
  });
  return { server, keeper, storage };
}

describe('the words of a report', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are saved after a rest, again after a lost line, and stand here until then', async () => {
    const { server, keeper, storage } = start();
    server.broken = 1;
    keeper.type('Đã dạy bơi.');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.getSnapshot().problem).toBeInstanceOf(NetworkError);
    expect(start(storage).keeper.getSnapshot().words).toBe('Đã dạy bơi.');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(server).toMatchObject({ words: 'Đã dạy bơi.', revision: 1 });
    expect(keeper.getSnapshot()).toMatchObject({ savedAt: 5, problem: null });
    expect(storage.length).toBe(0);
  });

  it.each([
    ['mine', 'Của tôi'],
    ['theirs', 'Của chị Dí'],
  ] as const)('that somebody else changed wait until %s is chosen', async (keep, end) => {
    const { server, keeper } = start();
    Object.assign(server, { words: 'Của chị Dí', revision: 1 });
    keeper.type('Của tôi');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.words).toBe('Của chị Dí');
    keeper.settle(keep, { words: server.words, revision: server.revision });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(keeper.getSnapshot().words).toBe(end);
    expect(server.words).toBe(end);
  });
});
