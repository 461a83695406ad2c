import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Verified } from '../verify-audit.ts';

interface Kills {
  readonly url: string;
  readonly folder: string;
  readonly keyFile: string;
  readonly rounds: number;
  /** What the trail looks like after a kill. */
  readonly verify: () => Promise<Verified>;
}

/**
 * Lets a process write to the trail and sign roots, kills it (-9) at a moment drawn anew each round, and verifies. Gives
 * what was found after each kill; throws where a process ended by itself.
 */
export async function killWhileSigning({ url, folder, keyFile, rounds, verify }: Kills): Promise<Verified[]> {
  const program = fileURLToPath(new URL('./write-and-sign.ts', import.meta.url));
  const found: Verified[] = [];
  for (let round = 0; round < rounds; round += 1) {
    /* oxlint-disable no-await-in-loop -- one life after the other */
    const child = spawn(process.execPath, [program, url, folder, keyFile], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    // The first root says that it is at work.
    const began = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)]);
    if (began === null) throw new Error('it ended before it was killed');
    await wait(Math.random() * 300);
    child.kill('SIGKILL');
    await ended;
    found.push(await verify());
    /* oxlint-enable no-await-in-loop */
  }
  return found;
}
