import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { StartFailure } from '../../start-failure.ts';
import type { SystemUser } from './system-user.ts';

/** The login that owns the embedded cluster. */
export const ownerLogin = 'mangnon_owner';

export interface Cluster {
  /** PostgreSQL's own data directory. */
  readonly folder: string;
  readonly password: string;
}

/**
 * Opens the cluster at `home`, making it first where there is none. It is made aside and moved into place whole, so
 * that neither a kill in the middle nor two copies starting at once leave half a cluster.
 */
export function openCluster(home: string, programs: string, user: SystemUser | null): Cluster {
  if (!existsSync(join(home, 'cluster', 'PG_VERSION'))) createCluster(home, programs, user);
  return {
    folder: join(home, 'cluster'),
    password: readFileSync(join(home, 'password'), 'utf8').trim(),
  };
}

/** Where PostgreSQL finds the cluster: by its working directory, so that it need not pass the folders above it. */
export function pathForServer(folder: string, user: SystemUser | null): string {
  return user !== null && process.platform === 'linux' ? '/proc/self/cwd' : folder;
}

export const serverEnvironment: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };

function createCluster(home: string, programs: string, user: SystemUser | null): void {
  const parent = dirname(home);
  mkdirSync(parent, { recursive: true });
  const aside = mkdtempSync(join(parent, `${basename(home)}.new-`));
  const folder = join(aside, 'cluster');
  mkdirSync(folder, { mode: 0o700 });
  const password = randomBytes(32).toString('base64url');
  const passwordFile = join(aside, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== null) {
    chmodSync(aside, 0o711);
    chownSync(folder, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const made = spawnSync(
    join(programs, 'bin', 'initdb'),
    // prettier-ignore
    ['-D', pathForServer(folder, user), '-U', ownerLogin, '--auth=scram-sha-256', '--pwfile=../password',
     '--encoding=UTF8', '--locale=C', '--data-checksums'],
    { ...user, env: serverEnvironment, cwd: folder, encoding: 'utf8' },
  );
  if (user !== null) chownSync(passwordFile, 0, 0);
  if (made.status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    throw new StartFailure({
      vi: `Không tạo được cơ sở dữ liệu trong ${home}: ${made.stderr || made.error?.message}`,
      en: `The database could not be made in ${home}: ${made.stderr || made.error?.message}`,
    });
  }
  try {
    renameSync(aside, home);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    // Another copy was quicker; its cluster is as good.
    if (!existsSync(join(home, 'cluster', 'PG_VERSION'))) throw error;
  }
}
