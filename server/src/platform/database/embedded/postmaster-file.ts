import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL writes into postmaster.pid while it runs. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const fileName = 'postmaster.pid';

/** The server that says it works on this cluster, if the file is there and its process is alive and is PostgreSQL. */
export function findPostmaster(cluster: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, fileName), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isPostgres(pid)) return null;
  return { pid, port: Number(lines[3]), ready: (lines[7] ?? '').startsWith('ready') };
}

/**
 * Removes the file a killed server left, when its number now belongs to another program: PostgreSQL itself would
 * take that program for a running server and refuse to start (in a container the numbers come back at each start).
 */
export function removeStaleFile(cluster: string): void {
  if (findPostmaster(cluster) === null) rmSync(join(cluster, fileName), { force: true });
}

/** Whether this process lives and is PostgreSQL; the dead that nobody has collected yet do not count. */
export function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux'; // no /proc there: that it lives has to do
  }
}
