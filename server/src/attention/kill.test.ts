import { expect, it } from 'vitest';
import { runKillReminders } from './testing/kill-reminders.ts';

// The long run is bench/reminders.soak.ts.
it('a program that is killed again and again reminds each person once, and of everything', async () => {
  const figures = await runKillReminders({ kills: 4, reminders: 60, slowness: 60 });
  expect(figures).toMatchObject({ notices: 60, mails: 60 });
  expect(figures.inTheMiddle).toBeGreaterThan(0);
}, 300_000);
