import { expect, it } from 'vitest';
import { runKillRounds } from './testing/kill-rounds.ts';

it('keeps what it has acknowledged and adopts nothing twice, killed in the middle of edits and adoptions', async () => {
  const figures = await runKillRounds({ rounds: 3 });
  expect(figures.edits).toBeGreaterThan(10);
}, 180_000);
