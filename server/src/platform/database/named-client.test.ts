import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashToken } from '../../access/session-token.ts';
import type { Person } from '../../testing/test-call.ts';
import { runOn } from '../../testing/test-database.setup.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { findApplicationLogin } from './application-login.ts';
import { beginAs } from './begin-as.ts';
import { openDatabase } from './database.ts';

let server: TestServer;
let people: Person[];
beforeAll(async () => {
  server = await startTestServer();
  people = [await server.signIn('commune_protection_worker'), await server.signIn('provincial_lead_officer')];
  // PostgreSQL works out at planning what it is told never to change: so each planning counts itself.
  await runOn(
    server.databaseUrl,
    `create sequence planning; grant usage on planning to mangnon_app;
     create function count_planning() returns bigint immutable language plpgsql as $$ begin return nextval('planning'); end $$`,
  );
});
afterAll(() => server.stop());

it('people of a commune and of a province take turns on a connection, and nothing is planned anew', async () => {
  const url = await findApplicationLogin(server.databaseUrl);
  const database = openDatabase({ url, namedStatements: true, connections: 1 });
  const roles = new Set<string>();
  const takeTurns = async (turns: number) => {
    for (let turn = 0; turn < turns; turn += 1)
      await database.transaction().execute(async (transaction) => {
        await beginAs(transaction, hashToken(people[turn % 2]?.cookie.split('=')[1] ?? ''));
        const { rows } = await sql<{ role: string }>`select current_user as role, count_planning(), (
          select count(*) from child where place_id = ${'of this test'})`.execute(transaction);
        roles.add(rows[0]?.role ?? '');
      });
    const { rows } = await sql<{ planned: number }>`select last_value as planned from planning`.execute(
      server.database,
    );
    return rows[0]?.planned;
  };
  await runOn(server.databaseUrl, 'grant select on planning to mangnon_app');
  // The first five of each are planned for their values; then there is one plan for each role.
  const planned = await takeTurns(16);
  expect([...roles].toSorted()).toEqual(['mangnon_commune', 'mangnon_province']);
  expect(planned).toBe(12);
  expect(await takeTurns(16)).toBe(planned);
  const { rows } = await sql<{ name: string; generic: number }>`
    select name, generic_plans as generic from pg_prepared_statements where statement like '%count_planning%'
    order by name`.execute(database);
  await database.destroy();
  expect(rows.map(({ name, generic }) => [name.slice(21), generic])).toEqual([
    ['mangnon_commune', 11],
    ['mangnon_province', 11],
  ]);
});
