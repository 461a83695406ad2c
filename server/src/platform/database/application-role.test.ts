import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { getFrontDoor } from '@mangnon/domain/access/session.api.ts';
import { Client } from 'pg';
import { runOn } from '../../testing/test-database.setup.ts';
import { findApplicationLogin, findJobsLogin } from './application-login.ts';
import { ensureApplicationRole, reachRoles } from './application-role.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

describe('the role the server works under', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const run = (statement: string) => sql.raw(statement).execute(server.database);

  it('is mangnon_app, and owns nothing', async () => {
    const { rows } = await run(`
      select current_user as role,
        (select count(*) from pg_class join pg_roles on pg_roles.oid = relowner where rolname = 'mangnon_app') as owned,
        (select rolsuper or rolbypassrls or rolcanlogin or rolcreatedb from pg_roles where rolname = current_user) as powers`);
    expect(rows).toEqual([{ role: 'mangnon_app', owned: 0, powers: false }]);
  });

  it.each([
    'update audit_event set action = action',
    'delete from audit_event',
    'truncate audit_event',
    'delete from account',
    'delete from session',
    'create table mine (n int)',
    'alter table account add column extra int',
    'select * from graphile_worker._private_jobs',
    'select * from schema_migration',
  ])('may not: %s', async (statement) => {
    await expect(run(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('the login of the server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  async function signIn(url: string): Promise<Client> {
    const client = new Client({ connectionString: url });
    await client.connect();
    onTestFinished(() => client.end());
    return client;
  }

  it('is not the owner, who must not be reached from a request', async () => {
    await server.app.inject({ url: getFrontDoor.path, headers: { host: 'localhost' } });
    const owner = await signIn(server.databaseUrl);
    const { rows } = await owner.query<{ usename: string }>(
      `select distinct usename from pg_stat_activity
       where datname = current_database() and application_name = 'mangnon'`,
    );
    expect(rows.map(({ usename }) => usename)).toEqual([expect.stringMatching(/^mangnon_server_[0-9a-f]{8}$/)]);
  });

  it.each(['reset role', 'set role none', 'set session authorization default'])(
    'has nothing to fall back on after: %s',
    async (back) => {
      const client = await signIn(await findApplicationLogin(server.databaseUrl));
      await client.query('set role mangnon_app');
      await client.query('select from account');
      await client.query(back);
      await expect(client.query('select from account')).rejects.toThrow('permission denied');
      await expect(client.query('create table public.mine (n int)')).rejects.toThrow('permission denied');
      const { username } = new URL(server.databaseUrl);
      for (const role of [username, 'mangnon_guard', 'pg_read_all_data'])
        await expect(client.query(`set role ${role}`)).rejects.toThrow('permission denied');
    },
  );

  it('is mended where its password is not that of today', async () => {
    // An owner of another name, for a login of its own: that of the cluster is at work in other files at this moment.
    const owner = new URL(server.databaseUrl);
    [owner.username, owner.password] = [`mangnon_owner_${randomBytes(4).toString('hex')}`, 'mot-mat-khau-dai'];
    await runOn(
      server.databaseUrl,
      `create role ${owner.username} login createrole password '${owner.password}';
       grant mangnon_app, ${reachRoles.join(', ')} to ${owner.username} with admin option`,
    );
    const { username } = new URL(await findApplicationLogin(owner.href));
    onTestFinished(() => runOn(server.databaseUrl, `drop role ${username}; drop role ${owner.username}`));
    expect(username).not.toBe(new URL(await findApplicationLogin(server.databaseUrl)).username);
    await runOn(server.databaseUrl, `alter role ${username} password 'another'`);
    await signIn(await findApplicationLogin(owner.href));
  });

  it('given by the office is refused where it cannot step into the roles of reach, and says what to run', async () => {
    const older = new URL(await findApplicationLogin(server.databaseUrl));
    older.username = `mangnon_older_${randomBytes(4).toString('hex')}`;
    older.password = 'mot-mat-khau-dai';
    await runOn(
      server.databaseUrl,
      `create role ${older.username} login noinherit password '${older.password}'; grant mangnon_app to ${older.username}`,
    );
    onTestFinished(() => runOn(server.databaseUrl, `drop role ${older.username}`));
    const statement = `grant ${reachRoles.join(', ')} to ${older.username};`;
    await expect(findApplicationLogin(server.databaseUrl, older.href)).rejects.toThrow(statement);
    await runOn(server.databaseUrl, statement);
    expect(await findApplicationLogin(server.databaseUrl, older.href)).toBe(older.href);
  });

  it('given by the office is refused where it owns the tables, or does not let us in', async () => {
    const { databaseUrl: owner } = server;
    await expect(findApplicationLogin(owner, owner)).rejects.toThrow('owns tables');
    const nobody = new URL(owner);
    nobody.username = 'nobody_of_that_name';
    await expect(findApplicationLogin(owner, nobody.href)).rejects.toThrow('MANGNON_APP_DATABASE_URL');
  });
});

describe('an owner who may not make roles', () => {
  it('is told all that is missing at once, and nothing where the administrator has run it', async () => {
    const server = await startTestServer();
    onTestFinished(() => server.stop());
    const name = `mangnon_plain_${randomBytes(4).toString('hex')}`;
    await runOn(server.databaseUrl, `create role ${name} login password 'mot-mat-khau-dai'`);
    onTestFinished(() => runOn(server.databaseUrl, `drop role ${name}`));
    const plain = new URL(server.databaseUrl);
    [plain.username, plain.password] = [name, 'mot-mat-khau-dai'];
    const client = new Client({ connectionString: plain.href });
    await client.connect();
    onTestFinished(() => client.end());
    const failed: unknown = await ensureApplicationRole(client).catch((error: unknown) => error);
    const run = [...(failed as Error).message.matchAll(/grant \w+ to <login>/g)].map(([statement]) => statement);
    expect(run.length).toBe(3 + reachRoles.length);
    await runOn(server.databaseUrl, run.join(';').replaceAll('<login>', name));
    await ensureApplicationRole(client);
  });
});

describe('the login of the queue of background tasks', () => {
  let server: TestServer;
  let client: Client;
  beforeAll(async () => {
    server = await startTestServer();
    client = new Client({ connectionString: await findJobsLogin(server.databaseUrl) });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await server.stop();
  });

  it('works on the queue', async () => {
    await client.query('set role mangnon_jobs');
    await sql`select enqueue_job('note', '{"n": 1}'::json, run_at => now() + interval '1 day')`.execute(
      server.database,
    );
    const jobs = await client.query(`select payload from graphile_worker._private_jobs where payload ->> 'n' = '1'`);
    expect(jobs.rows).toEqual([{ payload: { n: 1 } }]);
    const spoiled = client.query('update graphile_worker.migrations set breaking = false');
    await expect(spoiled).rejects.toThrow('permission denied');
    await expect(client.query('create table graphile_worker.mine (n int)')).rejects.toThrow('permission denied');
  });

  it.each([
    'select from child',
    'select from child_identity',
    'select from case_file',
    'select from account',
    'select from session',
    'select from audit_event',
    'select from data_key',
    `insert into audit_event (at) values (now())`,
    `select app_begin('\\x00'::bytea)`,
    'set role mangnon_app',
    'set role mangnon_many',
    'set role mangnon_guard',
    'set role pg_read_all_data',
    'create table public.mine (n int)',
  ])('may not: %s', async (statement) => {
    // With its role, and without it.
    for (const first of ['set role mangnon_jobs', 'reset role']) {
      await client.query(first);
      await expect(client.query(statement)).rejects.toThrow('permission denied');
    }
  });

  it('given by the office is refused where it could do more', async () => {
    const { databaseUrl } = server;
    await expect(findJobsLogin(databaseUrl, databaseUrl)).rejects.toThrow('owns tables');
    const wider = new URL(await findJobsLogin(databaseUrl));
    wider.username = `mangnon_wide_${randomBytes(4).toString('hex')}`;
    wider.password = 'mot-mat-khau-dai';
    await runOn(
      databaseUrl,
      `create role ${wider.username} login noinherit password '${wider.password}'; grant mangnon_jobs, mangnon_app to ${wider.username}`,
    );
    onTestFinished(() => runOn(databaseUrl, `drop role ${wider.username}`));
    await expect(findJobsLogin(databaseUrl, wider.href)).rejects.toThrow('may also step into mangnon_app');
    await expect(findApplicationLogin(databaseUrl, wider.href)).rejects.toThrow('may also step into mangnon_jobs');
  });
});
