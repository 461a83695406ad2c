import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countAs, mutatePolicies, undone, wrongOf, writeInsertion, type Cell } from '../testing/policy-cells.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const tables = [
  'office',
  'office_duty',
  'office_head',
  'focal_point',
  'committee',
  'committee_member',
  'village',
  'collaborator',
  'office_version',
] as const;
type Table = (typeof tables)[number];
const province = '99@2025-07-01';
const khe = '99010@2025-07-01';

let server: TestServer;
let owner: Client;
let people: Record<string, Person | null>;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  people = {
    officer: await server.signIn({ post: 'commune_officer', placeId: khe }),
    neighbour: await server.signIn({ post: 'commune_officer', placeId: '99016@2025-07-01' }),
    lead: await server.signIn({ post: 'provincial_lead_officer', placeId: province }),
    stranger: await server.signIn({ post: 'provincial_lead_officer', placeId: '01@2025-07-01' }),
    worker: await server.signIn({ post: 'commune_protection_worker', placeId: khe }),
    nobody: null,
  };
  owner = new Client({ connectionString: server.databaseUrl });
  await owner.connect();
  // Each table has a row in the commune, and each of them a version.
  await owner.query(`
    insert into office_duty (id, office_id, place_id, province_id, duty, trust, valid_from)
      select gen_random_uuid(), id, place_id, province_id, 'poverty', 'verified', '2025-07-01' from office
      where place_id = '${khe}' limit 1;
    insert into committee (id, place_id, type, name, decision_number, decided_on, decided_by, valid_from)
      values (gen_random_uuid(), '${khe}', 'executive', 'Ban thử', '1/QĐ', '2025-08-01', 'Chủ tịch UBND xã', '2025-08-01');
    insert into committee_member (id, committee_id, place_id, province_id, role, name, position, valid_from)
      select gen_random_uuid(), id, place_id, province_id, 'member', 'Ai đó', 'Ủy viên', '2025-08-01' from committee;
    update village set recorded_by = null where place_id = '${khe}';
    update collaborator set recorded_by = null where place_id = '${khe}'`);
});
afterAll(async () => {
  await owner.end();
  await server.stop();
});

/** Of collaborators those of the own place; of all else everything. */
async function findVersionsSeen(): Promise<Record<keyof typeof people, number>> {
  const rowsOf = async (condition: string) =>
    Number(
      (await owner.query<{ n: string }>(`select count(*) as n from office_version where ${condition}`)).rows[0]?.n,
    );
  const open = await rowsOf(`kind <> 'collaborator'`);
  const here = open + (await rowsOf(`kind = 'collaborator' and place_id = '${khe}'`));
  const below = open + (await rowsOf(`kind = 'collaborator' and province_id = '${province}'`));
  const near = open + (await rowsOf(`kind = 'collaborator' and place_id = '99016@2025-07-01'`));
  return { officer: here, neighbour: near, lead: below, stranger: open, worker: here, nobody: 0 };
}

/** What each person meets in a table when reading, adding and changing, and what the rule says they should. */
async function askCells(table: Table): Promise<Cell[]> {
  const rowsOf = async (condition: string) =>
    Number((await owner.query<{ n: string }>(`select count(*) as n from ${table} where ${condition}`)).rows[0]?.n);
  const here = await rowsOf(`place_id = '${khe}'`);
  const neighbours = await rowsOf(`place_id = '99016@2025-07-01'`);
  const all = await rowsOf('true');
  const ofProvince = await rowsOf(`province_id = '${province}'`);
  const own = { officer: here, neighbour: neighbours, lead: ofProvince, stranger: 0, nobody: 0 };
  const everybody = { officer: all, neighbour: all, lead: all, stranger: all, worker: all, nobody: 0 };
  const seen =
    table === 'collaborator'
      ? { ...own, worker: here }
      : table === 'office_version'
        ? await findVersionsSeen()
        : everybody;
  const changed = { ...own, worker: 0 };
  const added: Record<string, number> = { officer: 1, neighbour: -1, lead: 1, stranger: -1, worker: -1, nobody: -1 };
  const adding = await writeInsertion(owner, table, `place_id = '${khe}'`);
  const cells: Cell[] = [];
  for (const [name, person] of Object.entries(people)) {
    const ask = async (act: string, statement: string, expected: number) => {
      cells.push({ at: `${table}: ${name} ${act}`, found: await countAs(owner, person, statement), expected });
    };
    await ask('reads', `select from ${table}`, seen[name as keyof typeof seen]);
    await ask('adds', adding, added[name] ?? 0);
    // Without a condition no policy for reading is asked.
    if (table !== 'office_version') {
      await ask('changes', `update ${table} set recorded_by = null`, changed[name as keyof typeof changed]);
    }
  }
  return cells;
}

describe('the policies on agencies and their people', () => {
  it('let the officer of the place write and nobody else, and keep collaborators to their commune and province', async () => {
    const cells = await undone(owner, async () => {
      const found: Cell[] = [];
      for (const table of tables) found.push(...(await askCells(table)));
      return found;
    });
    console.log(`agencies: ${cells.length} cells, ${wrongOf(cells).length} wrong`);
    expect(wrongOf(cells)).toEqual([]);
    expect(cells.length).toBe(tables.length * 18 - 6);
  });

  it('are each missed when dropped or weakened', async () => {
    const { policies, mutants, survived } = await mutatePolicies(owner, tables, askCells);
    console.log(`agencies: ${mutants} mutants of ${policies} policies, ${mutants - survived.length} caught`);
    expect(survived).toEqual([]);
    expect(policies).toBe(tables.length * 3 - 1);
  });

  it('take the province from the place, whatever the writer says', async () => {
    const made = await undone(owner, async () => {
      await owner.query(`insert into village (id, place_id, province_id, type, name)
        values (gen_random_uuid(), '99013@', '01@2025-07-01', 'thon', 'Thử')`);
      return (await owner.query<{ province_id: string }>(`select province_id from village where name = 'Thử'`)).rows;
    });
    expect(made).toEqual([{ province_id: province }]);
  });
});
