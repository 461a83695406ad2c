import { spawnSync } from 'node:child_process';

// Sums over 10,000 random worlds (MANGNON_WORLDS unless told): a figure is the sum of its rows, the sum before a merger is the
// sum after, months make up quarters, halves and years. The tests run the same properties over a few.

const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'domain', 'domain/src/indicators/sums.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, MANGNON_WORLDS: process.env['MANGNON_WORLDS'] ?? '10000' },
});
process.exitCode = status ?? 1;
