import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { health, province } from '../tasks/testing/task-world.ts';
import { askTable, emptyTables, mutatePolicies, undone, wrongOf, type Cell } from '../testing/policy-cells.ts';
import type { Person } from '../testing/test-call.ts';
import { kheOffice, startReportWorld, type ReportWorld } from './testing/report-world.ts';

type Name = 'officer' | 'neighbour' | 'lead' | 'stranger' | 'police' | 'department' | 'school' | 'nobody';
const table = 'report_sending';
/** Everybody who reads plans; of the unit alone, who writes. */
const rule = {
  reads: ['officer', 'neighbour', 'lead', 'stranger', 'police', 'department'],
  adds: ['officer'],
  changes: null,
  set: '',
} as const;

let world: ReportWorld;
let owner: Client;
let people: Record<Name, Person | null>;
beforeAll(async () => {
  world = await startReportWorld();
  const { server, people: p } = world;
  const { officer, neighbour, lead, stranger, police } = p;
  people = {
    officer,
    neighbour,
    lead,
    stranger,
    police,
    nobody: null,
    department: await server.signIn({ post: 'agency_officer', ...health }),
    school: await server.signIn({ post: 'school', placeId: province, agencyId: 't.congan' }),
  };
  owner = new Client({ connectionString: server.databaseUrl });
  await owner.connect();
  await emptyTables(owner, [table]);
  expect((await world.send(officer, kheOffice)).status).toBe(200);
}, 180_000);
afterAll(async () => {
  await owner.end();
  await world.server.stop();
});

const askCells = (): Promise<Cell[]> => askTable<Name>(owner, table, rule, people);

describe('the policies on what was sent', () => {
  it('let the unit write for itself alone, and who reads plans see it', async () => {
    const cells = await undone(owner, askCells);
    console.log(`reports: ${cells.length} cells, ${wrongOf(cells).length} wrong`);
    expect(wrongOf(cells)).toEqual([]);
  });

  it('are each missed when dropped or weakened', async () => {
    const { policies, mutants, survived } = await mutatePolicies(owner, [table], askCells);
    console.log(`reports: ${mutants} mutants of ${policies} policies, ${mutants - survived.length} caught`);
    expect(survived).toEqual([]);
  });
});
