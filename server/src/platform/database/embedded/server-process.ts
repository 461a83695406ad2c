import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathForServer, serverEnvironment, type Cluster } from './cluster.ts';
import { findPostmaster, isPostgres, removeStaleFile, type Postmaster } from './postmaster-file.ts';
import type { SystemUser } from './system-user.ts';

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  // Its log holds no statement and no value: they may be about a child.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_size: '0',
};

/** For test runs alone, whose data nobody needs after a power failure. */
const careless: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

export interface ServerOptions {
  readonly programs: string;
  readonly cluster: Cluster;
  readonly user: SystemUser | null;
  readonly durable: boolean;
}

export type Started =
  | { readonly server: Postmaster }
  /** It ended before it was ready, for this reason, in its own words. */
  | { readonly server: null; readonly reason: string };

/** Starts PostgreSQL once, on a port that is free now, and waits until it is ready or has ended. */
export async function startServer(options: ServerOptions): Promise<Started> {
  const { cluster, user } = options;
  removeStaleFile(cluster.folder);
  const chosen = { ...settings, ...(options.durable ? {} : careless), port: String(await findFreePort()) };
  // Of this attempt alone: two copies may try at the same moment.
  const logFile = join(cluster.folder, '..', `start-${randomBytes(4).toString('hex')}.log`);
  const log = openSync(logFile, 'w', 0o600);
  const server = spawn(
    join(options.programs, 'bin', 'postgres'),
    ['-D', pathForServer(cluster.folder, user), ...Object.entries(chosen).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    // In a group of its own: Ctrl-C at the terminal is for us; we stop the database after the last request.
    { ...user, env: serverEnvironment, cwd: cluster.folder, stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  const end = new AbortController();
  server.once('exit', () => end.abort());
  server.once('error', () => end.abort());
  server.unref();
  try {
    // Recovery after a crash may take its time; only its end is a failure.
    while (!end.signal.aborted) {
      const found = findPostmaster(cluster.folder);
      if (found?.pid === server.pid && found?.ready) return { server: found };
      await wait(20);
    }
    return { server: null, reason: readFileSync(logFile, 'utf8').trim() };
  } finally {
    rmSync(logFile, { force: true });
  }
}

/** Ends the server in its orderly way: open transactions are rolled back, everything is written out. */
export async function stopServer(pid: number): Promise<void> {
  if (!isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 30_000 && isPostgres(pid); waited += 20) await wait(20);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
