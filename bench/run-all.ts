import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

/** Runs each file that ends so, one after another, each in a process of its own; fails when one of them does. */
export function runAll(ending: 'bench' | 'soak'): void {
  const files = globSync(`bench/*.${ending}.ts`).toSorted();
  const only = process.argv[2];
  for (const file of files.filter((name) => only === undefined || name.includes(only))) {
    console.log(`\n== ${file}`);
    const { status } = spawnSync(process.execPath, ['--expose-gc', file], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
