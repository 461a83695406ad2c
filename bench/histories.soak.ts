import { spawnSync } from 'node:child_process';

// The status of task periods over 10,000 random histories (MANGNON_HISTORIES unless told): the rules and the database say the
// same, every period stands in one status, the parts add up. The tests run the same property over a few.

const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'server', 'server/src/tasks/task-status.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, MANGNON_HISTORIES: process.env['MANGNON_HISTORIES'] ?? '10000' },
});
process.exitCode = status ?? 1;
