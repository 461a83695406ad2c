import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { startProcess } from '../testing/start-process.ts';
import { cloneDatabase } from '../testing/test-database.ts';

async function folderForThisTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mangnon-logins-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Who is connected besides us, and as what; `all` in every database of the cluster. */
async function listConnections(ownerUrl: string, all: boolean): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: string }>(
      `select distinct application_name || ': ' || regexp_replace(usename, '_[0-9a-f]{8}$', '_…') as found
       from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid() and ($1 or datname = current_database())
       order by 1`,
      [all],
    );
    return rows.map(({ found }) => found);
  } finally {
    await client.end();
  }
}

const ofTheServer = ['mangnon jobs: mangnon_jobs_…', 'mangnon lock: mangnon_jobs_…', 'mangnon: mangnon_server_…'];

it('a server on a given database holds no connection of the owner', async () => {
  const { url, drop } = await cloneDatabase();
  onTestFinished(drop);
  const server = await startProcess({
    env: { MANGNON_DATABASE_URL: url, MANGNON_DATA: await folderForThisTest(), MANGNON_DEMO: '0' },
  });
  onTestFinished(() => server.kill());
  await fetch(`${server.address}/api/front-door`);
  // The worker says that it is alive on a connection of its own, a moment after the start.
  await eventually(async () => (await listConnections(url, false)).length >= 3);
  expect(await listConnections(url, false)).toEqual(ofTheServer);
});

it('a server with the embedded database holds none either, and the folder is still its own', async () => {
  const folder = await folderForThisTest();
  const server = await startProcess({ env: { MANGNON_DATA: folder, MANGNON_DEMO: '0' } });
  onTestFinished(async () => void (await server.stop()));
  await fetch(`${server.address}/api/front-door`);
  const home = join(folder, 'postgres');
  const password = (await readFile(join(home, 'password'), 'utf8')).trim();
  const port = (await readFile(join(home, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[3];
  const url = `postgres://mangnon_owner:${password}@127.0.0.1:${port}/mangnon`;
  await eventually(async () => (await listConnections(url, true)).length >= 3);
  expect(await listConnections(url, true)).toEqual(ofTheServer);
});
