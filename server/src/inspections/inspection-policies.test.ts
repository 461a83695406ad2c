import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideRecommendation } from '@mangnon/domain/inspections/conclusions.api.ts';
import { uploadFindingFile } from '@mangnon/domain/inspections/finding-files.api.ts';
import { health, province } from '../tasks/testing/task-world.ts';
import {
  askTable,
  emptyTables,
  mutatePolicies,
  undone,
  wrongOf,
  type Cell,
  type TableRule,
} from '../testing/policy-cells.ts';
import type { Person } from '../testing/test-call.ts';
import { kheOffice, startInspectionWorld, type InspectionWorld } from './testing/inspection-world.ts';

type Name =
  | 'officer'
  | 'neighbour'
  | 'lead'
  | 'stranger'
  | 'police'
  | 'department'
  | 'inspector'
  | 'provincialInspector'
  | 'provincialChair'
  | 'statistician'
  | 'nobody';
/** The inspecting side writes and concludes. */
const leading: readonly Name[] = ['lead', 'provincialInspector'];
/** The two sides, the agency that leads, the chair of its place, and who inspects the whole country. */
const near: readonly Name[] = [...leading, 'officer', 'department', 'provincialChair', 'inspector'];

/** Who reads, adds and changes the rows of an inspection of the commune Khe Trúc, led by a department of its province. */
const rules = {
  inspection: { adds: leading, changes: leading, set: 'version = 1' },
  inspection_unit: { adds: leading, changes: null, set: '' },
  inspection_visit: { adds: leading, changes: leading, set: 'held_on = null' },
  inspection_visit_event: { adds: leading, changes: null, set: '' },
  inspection_finding: { adds: leading, changes: leading, set: 'withdrawn_reason = null' },
  finding_file: { adds: leading, changes: leading, set: 'scan_words = null' },
  finding_file_content: { adds: leading, changes: null, set: '' },
  inspection_conclusion: { adds: leading, changes: null, set: '' },
  recommendation: { adds: leading, changes: [...leading, 'officer'], set: 'settled_on = null' },
  recommendation_report: { adds: ['officer'], changes: null, set: '' },
  recommendation_decision: { adds: leading, changes: null, set: '' },
} as const satisfies Record<string, Omit<TableRule<Name>, 'reads'>>;
type Table = keyof typeof rules;
const tables = Object.keys(rules) as Table[];

let world: InspectionWorld;
let owner: Client;
let people: Record<Name, Person | null>;
beforeAll(async () => {
  world = await startInspectionWorld();
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
    inspector: await server.signIn({ post: 'inspector', nationwide: true }),
    provincialInspector: await server.signIn({ post: 'inspector', placeId: province }),
    provincialChair: await server.signIn({ post: 'provincial_chair', placeId: province }),
    statistician: await server.signIn({ post: 'statistician', placeId: province }),
  };
  owner = new Client({ connectionString: server.databaseUrl });
  await owner.connect();
  // Of the whole world one inspection remains, with a row in each table.
  await emptyTables(owner, tables);
  const inspectionId = await world.setUp([kheOffice]);
  const findingId = randomUUID();
  await world.find(inspectionId, kheOffice, { id: findingId });
  const file = new File(['Biên bản làm việc'], 'bien-ban.txt');
  const path = uploadFindingFile.path.replace(':findingId', findingId);
  expect((await server.upload(lead, path, { id: randomUUID() }, file)).status).toBe(200);
  const [recommendationId = ''] = await world.conclude(inspectionId, [kheOffice]);
  const reportId = randomUUID();
  await world.report(officer, recommendationId, { id: reportId });
  const body = { decision: 'sent_back', reason: 'Thiếu.' } as const;
  const decided = await server.call(lead, decideRecommendation, { params: { reportId }, body });
  expect(decided.status).toBe(200);
}, 180_000);
afterAll(async () => {
  await owner.end();
  await world.server.stop();
});

const askCells = (table: Table): Promise<Cell[]> =>
  askTable<Name>(owner, table, { reads: near, ...rules[table] }, people);

describe('the policies on inspections', () => {
  it('let the inspecting side write and conclude, the unit say what it did, and show others nothing', async () => {
    const cells = await undone(owner, async () => {
      const found: Cell[] = [];
      for (const table of tables) found.push(...(await askCells(table)));
      return found;
    });
    console.log(`inspections: ${cells.length} cells, ${wrongOf(cells).length} wrong`);
    expect(wrongOf(cells)).toEqual([]);
  });

  it('are each missed when dropped or weakened', async () => {
    const { policies, mutants, survived } = await mutatePolicies(owner, tables, askCells);
    console.log(`inspections: ${mutants} mutants of ${policies} policies, ${mutants - survived.length} caught`);
    expect(survived).toEqual([]);
  });
});
