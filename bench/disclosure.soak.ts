import { spawnSync } from 'node:child_process';

// An attacker against 10,000 random publications (MANGNON_PUBLICATIONS unless told): what is withheld cannot be worked out within
// a width of 3 from everything published so far. The tests run the same property over a few.

const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--project', 'server', 'server/src/disclosure/attacker.test.ts', '-t', 'leaves an attacker'],
  {
    stdio: 'inherit',
    env: { ...process.env, MANGNON_PUBLICATIONS: process.env['MANGNON_PUBLICATIONS'] ?? '10000' },
  },
);
process.exitCode = status ?? 1;
