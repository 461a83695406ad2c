import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { hashToken } from '../../access/session-token.ts';
import type { Person } from '../../testing/test-call.ts';
import { beginAs } from './begin-as.ts';
import { findApplicationLogin } from './application-login.ts';
import { openDatabase } from './database.ts';

let server: TestServer;
let people: Person[];
beforeAll(async () => {
  server = await startTestServer();
  people = [await server.signIn('commune_protection_worker'), await server.signIn('provincial_lead_officer')];
});
afterAll(() => server.stop());

it('people of a commune and of a province take turns on a connection, and nothing is planned anew', async () => {
  const url = await findApplicationLogin(server.databaseUrl);
  const database = openDatabase({ url, namedStatements: true, connections: 1 });
  const turns = 24;
  const roles = new Set<string>();
  for (let turn = 0; turn < turns; turn += 1)
    await database.transaction().execute(async (transaction) => {
      await beginAs(transaction, hashToken(people[turn % 2]?.cookie.split('=')[1] ?? ''));
      const { rows } = await sql<{ role: string }>`select current_user as role, (select count(*) from child
        where place_id = ${'of this test'}) as seen`.execute(transaction);
      roles.add(rows[0]?.role ?? '');
    });
  const { rows } = await sql<{ name: string; generic: number; custom: number }>`
    select name, generic_plans as generic, custom_plans as custom from pg_prepared_statements
    where statement like '%of this test%' or statement like '%from child%' order by name`.execute(database);
  await database.destroy();
  expect([...roles].toSorted()).toEqual(['mangnon_commune', 'mangnon_province']);
  // One for each role. The first five of each are planned for their values, the rest go by the one plan that is kept:
  // a plan thrown away would have its statement counted from the beginning.
  expect(rows.map(({ name }) => name.slice(21)).toSorted()).toEqual(['mangnon_commune', 'mangnon_province']);
  expect(rows.map(({ generic, custom }) => [generic, custom])).toEqual([
    [turns / 2 - 5, 5],
    [turns / 2 - 5, 5],
  ]);
});
