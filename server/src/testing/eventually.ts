import { setTimeout as wait } from 'node:timers/promises';

/** Asks again until the answer is neither null, undefined nor false, and gives it; throws after `timeout` milliseconds. */
export async function eventually<T>(ask: () => Promise<T | null | undefined | false>, timeout = 60_000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`still not so after ${timeout} ms`);
    await wait(50);
  }
}
