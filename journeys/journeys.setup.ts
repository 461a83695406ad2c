import { execFileSync } from 'node:child_process';
import { ensureBrowser } from './browser.ts';

/** Before the journeys: a browser is there, and the screens are built from today's sources. */
export default function prepare(): void {
  ensureBrowser();
  execFileSync(process.execPath, ['web/scripts/build-if-stale.mjs'], { stdio: 'inherit' });
}
