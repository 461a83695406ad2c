import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';

const folders: string[] = [];
const running: EmbeddedPostgres[] = [];

async function makeHome(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mangnon-embedded-'));
  folders.push(folder);
  return join(folder, 'postgres');
}

let made = '';
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'mangnon-made-'));
  await (await startEmbeddedPostgres({ home: join(made, 'postgres'), durable: true })).stop();
});
afterAll(() => rm(made, { recursive: true, force: true }));

/** With a cluster that was stopped in its orderly way, for what does not ask how one is made. */
async function copyHome(): Promise<string> {
  const home = await makeHome();
  // By the system's own command: the owner of the files goes along.
  execFileSync('cp', ['-a', join(made, 'postgres'), home]);
  return home;
}

async function start(home: string): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres({ home, durable: true });
  running.push(started);
  return started;
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('is durable, lets nobody in without the password, and listens on this machine alone', async () => {
    const home = await makeHome();
    const { url } = await start(home);
    expect(await query(url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const [{ methods }] = (await query(
      url,
      `select array_agg(distinct auth_method) as methods from pg_hba_file_rules`,
    )) as [{ methods: string[] }];
    expect(methods).toEqual(['scram-sha-256']);
    const guess = new URL(url);
    guess.password = 'a-guess';
    await expect(query(guess.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect((await stat(join(home, 'password'))).mode & 0o077).toBe(0);
  });

  it('is adopted when a copy of the program that was killed left it running', async () => {
    const home = await copyHome();
    const first = await start(home);
    const second = await start(home);
    expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
  });

  it('comes back after kill -9 with every acknowledged row, six times', async () => {
    const home = await copyHome();
    let acknowledged = 0;
    await query((await start(home)).url, 'create table kept (n int primary key)');
    for (let round = 0; round < 6; round += 1) {
      const { url, pid } = await start(home);
      const client = new Client({ connectionString: url });
      client.on('error', () => undefined);
      await client.connect();
      for (let n = 0; n < 20; n += 1) {
        await client.query('insert into kept values ($1)', [acknowledged + 1]);
        acknowledged += 1;
      }
      process.kill(pid, 'SIGKILL');
    }
    const [{ count }] = (await query((await start(home)).url, 'select count(*)::int from kept')) as [{ count: number }];
    expect(count).toBe(acknowledged);
  });

  it('starts although the file of a killed server names a program that is not PostgreSQL', async () => {
    const home = await copyHome();
    const first = await start(home);
    await first.stop();
    const file = join(home, 'cluster', 'postmaster.pid');
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, `${process.pid}\n/somewhere\n0\n5432\n\n127.0.0.1\n  1 1\nready   \n`);
    expect((await start(home)).adopted).toBe(false);
  });

  it('makes its cluster whole when two copies start at the same moment', async () => {
    const home = await makeHome();
    const both = await Promise.all([start(home), start(home)]);
    expect(new Set(both.map(({ pid }) => pid)).size).toBe(1);
    expect(await readFile(join(home, 'cluster', 'PG_VERSION'), 'utf8')).toBe('18\n');
  });

  it.runIf(process.getuid?.() === 0)('works as root in a folder only root may enter', async () => {
    const home = await makeHome();
    await chmod(join(home, '..'), 0o700);
    const { url } = await start(home);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
