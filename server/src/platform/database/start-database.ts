import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Config } from '../config.ts';
import { StartFailure } from '../start-failure.ts';
import { findJobsLogin } from './application-login.ts';
import { assertUsableDatabase } from './database-version.ts';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.ts';
import { holdLock } from './held-lock.ts';

export interface StartedDatabase {
  /** Of the owner of the schema; holds a password, never print it. */
  readonly url: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

const databaseName = 'mangnon';

/**
 * Brings up the database of this installation: the one named in the settings, or the embedded one in the data folder.
 * One copy of the program at a time works on a data folder: a second one gets a StartFailure and leaves everything as
 * it is. The lock lies in the database, so a copy that was killed holds nothing.
 */
export async function startDatabase(config: Config, onLost: () => void): Promise<StartedDatabase> {
  if (config.databaseUrl !== null) {
    await assertUsableDatabase(config.databaseUrl);
    return { url: config.databaseUrl, embedded: false, stop: async () => undefined };
  }
  const postgres = await startEmbeddedPostgres({ home: join(config.dataFolder, 'postgres'), durable: true });
  // Held for as long as this process lives, so not by the owner.
  const lock = await holdLock(await findJobsLogin(postgres.url), 'mangnon data folder', onLost);
  if (lock === null) throw inUse(config.dataFolder);
  await createDatabase(postgres.url);
  return {
    url: postgres.url.replace(/\/postgres$/, `/${databaseName}`),
    embedded: true,
    async stop() {
      await lock.release();
      await postgres.stop();
    },
  };
}

/**
 * The same database for a look at it, while a server works on it or not: nothing is created, and a PostgreSQL that was
 * already running goes on.
 */
export async function visitDatabase(config: Config): Promise<StartedDatabase> {
  if (config.databaseUrl !== null) return startDatabase(config, () => undefined);
  const home = join(config.dataFolder, 'postgres');
  if (!existsSync(home)) throw nothingHere(config.dataFolder);
  const postgres = await startEmbeddedPostgres({ home, durable: true });
  return {
    url: postgres.url.replace(/\/postgres$/, `/${databaseName}`),
    embedded: true,
    stop: async () => (postgres.adopted ? undefined : postgres.stop()),
  };
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

function inUse(folder: string): StartFailure {
  return new StartFailure({
    vi: `Thư mục dữ liệu ${folder} đang được một bản Măng Non khác sử dụng. Hãy dừng bản đó, hoặc đặt MANGNON_DATA tới thư mục khác.`,
    en: `The data folder ${folder} is in use by another running copy of Măng Non. Stop that copy, or set MANGNON_DATA to another folder.`,
  });
}

function nothingHere(folder: string): StartFailure {
  return new StartFailure({
    vi: `Thư mục dữ liệu ${folder} chưa có cơ sở dữ liệu nào. Hãy đặt MANGNON_DATA tới thư mục đang dùng.`,
    en: `The data folder ${folder} holds no database. Set MANGNON_DATA to the folder that is in use.`,
  });
}
