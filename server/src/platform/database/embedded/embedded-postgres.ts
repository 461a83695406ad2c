import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { StartFailure } from '../../start-failure.ts';
import { openCluster, ownerLogin, type Cluster } from './cluster.ts';
import { findPostmaster, type Postmaster } from './postmaster-file.ts';
import { findPrograms } from './programs.ts';
import { startServer, stopServer } from './server-process.ts';
import { findDatabaseUser } from './system-user.ts';

export interface EmbeddedPostgres {
  /** Of the database `postgres`, as the owner of the cluster. Holds the password: never print it. */
  readonly url: string;
  readonly pid: number;
  /** The server was already running: a copy of the program that was killed left it behind, or another copy works here. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Everything of the embedded database stands in this folder. */
  readonly home: string;
  /** `false` for tests alone: quicker, and lost in a power failure. */
  readonly durable: boolean;
}

const majorOfPrograms = 18;
/** How long processes of a killed server may take to notice that it is gone. */
const patience = { attempts: 240, pause: 250 };

/**
 * Starts the PostgreSQL that comes with the program, or adopts the one already running on this folder. It answers on
 * 127.0.0.1 alone, on a port free at the moment, and lets nobody in without the password kept beside the data.
 */
export async function startEmbeddedPostgres({ home, durable }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const user = findDatabaseUser();
  const programs = findPrograms(user);
  const cluster = openCluster(home, programs, user);
  assertSameMajor(cluster);
  let reason = '';
  for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
    const running = findPostmaster(cluster.folder);
    if (running === null) {
      const started = await startServer({ programs, cluster, user, durable });
      if (started.server !== null) return describe(started.server, cluster, false);
      ({ reason } = started);
      if (!mayPassByItself(reason)) break;
    } else if (running.ready) {
      const adopted = describe(running, cluster, true);
      // One that is being killed right now still looks alive; only its answer counts.
      const trouble = await findTrouble(adopted.url);
      if (trouble === null) return adopted;
      reason = trouble;
    }
    await wait(patience.pause);
  }
  throw new StartFailure({
    vi: `Cơ sở dữ liệu trong ${home} không khởi động được. PostgreSQL báo: ${reason}`,
    en: `The database in ${home} did not start. PostgreSQL says: ${reason}`,
  });
}

/** Why a server does not let us in, or `null` when it does. */
async function findTrouble(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return null;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A killed server's processes still leaving, another copy that is starting, or a port taken in between. */
function mayPassByItself(log: string): boolean {
  return /shared memory block|lock file|could not bind|Address already in use/i.test(log);
}

function describe(server: Postmaster, cluster: Cluster, adopted: boolean): EmbeddedPostgres {
  return {
    url: `postgres://${ownerLogin}:${cluster.password}@127.0.0.1:${server.port}/postgres`,
    pid: server.pid,
    adopted,
    stop: () => stopServer(server.pid),
  };
}

function assertSameMajor(cluster: Cluster): void {
  const file = join(cluster.folder, 'PG_VERSION');
  const major = existsSync(file) ? Number(readFileSync(file, 'utf8')) : majorOfPrograms;
  if (major === majorOfPrograms) return;
  throw new StartFailure({
    vi: `Dữ liệu trong ${cluster.folder} thuộc PostgreSQL ${major}, chương trình này kèm PostgreSQL ${majorOfPrograms}. Hãy dùng đúng bản Măng Non đã tạo dữ liệu để chuyển ra trước.`,
    en: `The data in ${cluster.folder} belong to PostgreSQL ${major}; this program comes with PostgreSQL ${majorOfPrograms}. Use the version of Măng Non that made them to export them first.`,
  });
}
