/**
 * Everything that must hold before a change lands, besides the tests: arrows, circles, format, types, lint, sizes,
 * schema types. Runs all of them and prints what failed; exit status 1 when anything did.
 */
import { spawn } from 'node:child_process';
import { findLongFiles } from './long-files.ts';

interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

const checks: readonly Check[] = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '--cache', '.'] },
  {
    name: 'arrows and circles',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      ...['domain', 'reading', 'server', 'web'].map((part) => `${part}/src`),
      'journeys',
      'bench',
    ],
  },
  { name: 'schema types', command: ['mangnon', 'schema', 'check'] },
];

function run({ name, command }: Check): Promise<{ name: string; passed: boolean; output: string }> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('close', (status) => resolve({ name, passed: status === 0, output }));
  });
}

const long = findLongFiles();
const results = await Promise.all(checks.map(run));
results.push({ name: 'file sizes', passed: long.length === 0, output: long.join('\n') });

for (const { name, passed, output } of results) {
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name}`);
  if (!passed) console.log(output.replace(/^npm warn.*\n/gm, '').trimEnd());
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
