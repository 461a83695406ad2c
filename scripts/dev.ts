/** Server and screens side by side, both reloading: the screens on Vite's port, calls passed on to the server. */
import { spawn, type ChildProcess } from 'node:child_process';

function start(command: string, args: readonly string[], cwd = '.'): ChildProcess {
  return spawn(command, args, { stdio: 'inherit', cwd });
}

const children = [
  start(process.execPath, ['--watch', 'server/bin/mangnon.mjs', 'serve']),
  start('npx', ['--no-install', 'vite', '--open'], 'web'),
];

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
