import { spawnSync } from 'node:child_process';

// Figures over HTTP in 10,000 made-up worlds (MANGNON_WORLDS unless told) against the rules that go unit by unit: totals, rates, who
// lacks, and that places add up to the whole. The tests run the same over a few.

const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'server', 'server/src/reports/figures.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, MANGNON_WORLDS: process.env['MANGNON_WORLDS'] ?? '10000' },
});
process.exitCode = status ?? 1;
