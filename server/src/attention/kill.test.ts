import { expect, it } from 'vitest';
import { runKillReminders } from './testing/kill-reminders.ts';

// The long run is bench/reminders.soak.ts.
it('a program that is killed again and again reminds each person once, and of everything, each mail once', async () => {
  const figures = await runKillReminders({ kills: 5, reminders: 80, slowness: 60 });
  expect(figures).toMatchObject({ notices: 80, mails: 80, repeated: 0 });
  expect(figures.inTheMiddle).toBeGreaterThan(0);
}, 300_000);
