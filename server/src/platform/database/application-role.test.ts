import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
