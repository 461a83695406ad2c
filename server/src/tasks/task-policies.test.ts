import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForTime, raiseHindrance, writeSteps } from '@mangnon/domain/tasks/progress.api.ts';
import { changeTask } from '@mangnon/domain/tasks/assignment.api.ts';
import { actOnHindrance, decideReport } from '@mangnon/domain/tasks/progress.api.ts';
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
import { health, khe, startTaskWorld, type TaskWorld } from './testing/task-world.ts';

type Name = 'officer' | 'neighbour' | 'lead' | 'stranger' | 'police' | 'inspector' | 'nobody';
const all: readonly Name[] = ['officer', 'neighbour', 'lead', 'stranger', 'police', 'inspector'];
const sides: readonly Name[] = ['officer', 'lead'];
/** The two sides, and who inspects the whole country. */
const near: readonly Name[] = [...sides, 'inspector'];

/** Who reads, adds and changes the rows of a task of the commune Khe Trúc under a plan of its province. */
const rules = {
  task: { reads: all, adds: ['lead'], changes: ['lead'], set: `folded = 'x'` },
  task_party: { reads: all, adds: ['lead'], changes: ['lead'], set: 'ended_at = null' },
  task_event: { reads: all, adds: ['lead'], changes: null, set: '' },
  task_period: { reads: all, adds: ['lead'], changes: sides, set: 'reported_on = null' },
  progress_report: { reads: all, adds: ['officer'], changes: null, set: '' },
  progress_decision: { reads: all, adds: ['lead'], changes: null, set: '' },
  time_request: { reads: all, adds: ['officer'], changes: ['lead'], set: 'answer_words = null' },
  task_step: { reads: near, adds: ['officer'], changes: ['officer'], set: 'version = 1' },
  proof: { reads: near, adds: ['officer'], changes: sides, set: 'scan_words = null' },
  proof_content: { reads: near, adds: ['officer'], changes: null, set: '' },
  hindrance: { reads: near, adds: ['officer'], changes: sides, set: `state = 'open'` },
  hindrance_act: { reads: near, adds: sides, changes: null, set: '' },
} as const satisfies Record<string, TableRule<Name>>;
type Table = keyof typeof rules;
const tables = Object.keys(rules) as Table[];

let world: TaskWorld;
let owner: Client;
let people: Record<Name, Person | null>;
beforeAll(async () => {
  world = await startTaskWorld();
  const { server, people: p } = world;
  const { officer, neighbour, lead, stranger, police } = p;
  const inspector = await server.signIn({ post: 'inspector', nationwide: true });
  people = { officer, neighbour, lead, stranger, police, inspector, nobody: null };
  owner = new Client({ connectionString: server.databaseUrl });
  await owner.connect();
  // Of the whole world one task remains, with a row in each table.
  await emptyTables(owner, tables);
  server.clock.now = new Date('2026-05-04T03:00:00Z');
  const taskId = await world.give('Kiểm tra an toàn', { agencyId: 'x.ubnd', placeId: khe });
  const periodId = (await world.task(taskId)).periods[0]?.id ?? '';
  const params = { periodId };
  await server.call(p.lead, changeTask, { params: { taskId }, body: { addUnits: [health] } });
  await server.call(p.officer, writeSteps, {
    params: { periodId, stepId: randomUUID() },
    body: { version: 0, position: 0, words: 'Bước một', accountId: null, dueOn: null, doneOn: null, removed: false },
  });
  await server.call(p.officer, askForTime, {
    params,
    body: { id: randomUUID(), dueOn: '2026-07-10', reason: 'Mưa lũ.' },
  });
  const hindranceId = randomUUID();
  await server.call(p.officer, raiseHindrance, { params, body: { id: hindranceId, words: 'Thiếu người.' } });
  const act = { id: randomUUID(), kind: 'answered', words: 'Sẽ cử người.' } as const;
  await server.call(p.lead, actOnHindrance, { params: { hindranceId }, body: act });
  await world.complete(p.officer, periodId, '2026-05-03');
  const reportId = (await world.task(taskId)).periods[0]?.reports[0]?.id ?? '';
  await server.call(p.lead, decideReport, { params: { reportId }, body: { decision: 'sent_back', reason: 'Thiếu.' } });
}, 180_000);
afterAll(async () => {
  await owner.end();
  await world.server.stop();
});

const askCells = (table: Table): Promise<Cell[]> => askTable<Name>(owner, table, rules[table], people);

describe('the policies on tasks', () => {
  it('let the unit’s side report and the requester’s side decide, and keep proof and hindrances to the two', async () => {
    const cells = await undone(owner, async () => {
      const found: Cell[] = [];
      for (const table of tables) found.push(...(await askCells(table)));
      return found;
    });
    console.log(`tasks: ${cells.length} cells, ${wrongOf(cells).length} wrong`);
    expect(wrongOf(cells)).toEqual([]);
  });

  it('are each missed when dropped or weakened', async () => {
    const { policies, mutants, survived } = await mutatePolicies(owner, tables, askCells);
    console.log(`tasks: ${mutants} mutants of ${policies} policies, ${mutants - survived.length} caught`);
    expect(survived).toEqual([]);
  });
});
