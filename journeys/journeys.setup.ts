import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startProcess } from '../server/src/testing/start-process.ts';
import { ensureBrowser } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folders of the program after its first start, by the MANGNON_DEMO it was started with. */
    readonly firstStarts: Readonly<Record<'1' | '0', string>>;
  }
}

/**
 * Before the journeys: a browser is there, the screens are built from today's sources, and the program was started once
 * with the demo and once without; each story goes on from a copy.
 */
export default async function prepare(project: TestProject): Promise<() => void> {
  ensureBrowser();
  execFileSync(process.execPath, ['web/scripts/build-if-stale.mjs'], { stdio: 'inherit' });
  const checked = globSync('web/dist/assets/*.js').find((file) => readFileSync(file, 'utf8').includes('.jsxDEV('));
  if (checked !== undefined) throw new Error(`${checked} was built with the framework's own checks, not for use`);
  const folder = mkdtempSync(join(tmpdir(), 'mangnon-first-starts-'));
  const firstStarts = { '1': join(folder, 'demo'), '0': join(folder, 'empty') };
  await Promise.all((['1', '0'] as const).map((demo) => startOnce(firstStarts[demo], demo)));
  project.provide('firstStarts', firstStarts);
  return () => rmSync(folder, { recursive: true, force: true });
}

async function startOnce(data: string, demo: string): Promise<void> {
  const running = await startProcess({ env: { MANGNON_DATA: data, MANGNON_DEMO: demo } });
  await running.stop();
}
