import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../access/session-token.ts';
import { askForTime, raiseHindrance, writeSteps } from '@mangnon/domain/tasks/progress.api.ts';
import { changeTask } from '@mangnon/domain/tasks/assignment.api.ts';
import { actOnHindrance, decideReport } from '@mangnon/domain/tasks/progress.api.ts';
import type { Person } from '../testing/test-call.ts';
import { health, khe, startTaskWorld, type TaskWorld } from './testing/task-world.ts';

// Under the application's role and past the server's own questions: what the policies alone let pass.

type Name = 'officer' | 'neighbour' | 'lead' | 'stranger' | 'police' | 'nobody';
const all: readonly Name[] = ['officer', 'neighbour', 'lead', 'stranger', 'police'];
const sides: readonly Name[] = ['officer', 'lead'];

/** Who reads, adds and changes the rows of a task of the commune Khe Trúc under a plan of its province. */
const rules = {
  task: { reads: all, adds: ['lead'], changes: ['lead'], set: `folded = 'x'` },
  task_party: { reads: all, adds: ['lead'], changes: ['lead'], set: 'ended_at = null' },
  task_event: { reads: all, adds: ['lead'], changes: null, set: '' },
  task_period: { reads: all, adds: ['lead'], changes: sides, set: 'reported_on = null' },
  progress_report: { reads: all, adds: ['officer'], changes: null, set: '' },
  progress_decision: { reads: all, adds: ['lead'], changes: null, set: '' },
  time_request: { reads: all, adds: ['officer'], changes: ['lead'], set: 'answer_words = null' },
  task_step: { reads: sides, adds: ['officer'], changes: ['officer'], set: 'version = 1' },
  proof: { reads: sides, adds: ['officer'], changes: sides, set: 'scan_words = null' },
  proof_content: { reads: sides, adds: ['officer'], changes: null, set: '' },
  hindrance: { reads: sides, adds: ['officer'], changes: sides, set: `state = 'open'` },
  hindrance_act: { reads: sides, adds: sides, changes: null, set: '' },
} as const satisfies Record<
  string,
  { reads: readonly Name[]; adds: readonly Name[]; changes: readonly Name[] | null; set: string }
>;
type Table = keyof typeof rules;
const tables = Object.keys(rules) as Table[];

let world: TaskWorld;
let owner: Client;
let people: Record<Name, Person | null>;
beforeAll(async () => {
  world = await startTaskWorld();
  const { server, people: p } = world;
  const { officer, neighbour, lead, stranger, police } = p;
  people = { officer, neighbour, lead, stranger, police, nobody: null };
  owner = new Client({ connectionString: server.databaseUrl });
  await owner.connect();
  // Of the whole world one task remains, with a row in each table.
  await clear();
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

/** Tables that only grow refuse to be emptied; here their guard is put aside. */
async function clear(): Promise<void> {
  await owner.query(`set session_replication_role = 'replica'`);
  for (const table of tables) await owner.query(`delete from ${table}`);
  await owner.query(`set session_replication_role = 'origin'`);
}

async function undone<T>(work: () => Promise<T>): Promise<T> {
  await owner.query('begin');
  try {
    return await work();
  } finally {
    await owner.query('rollback');
  }
}

/** How many rows a statement met as this person; -1 where a policy refused it. */
async function count(person: Person | null, statement: string): Promise<number> {
  await owner.query('savepoint cell');
  try {
    await owner.query('set local role mangnon_app');
    if (person !== null) await owner.query('select app_begin($1)', [hashToken(person.cookie.split('=')[1] ?? '')]);
    return (await owner.query(statement)).rowCount ?? 0;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '42501') return -1;
    // Past the policies, and stopped by what comes after them.
    if (code === '23505' || code === '23514') return 1;
    throw error;
  } finally {
    await owner.query('rollback to savepoint cell');
  }
}

/** The row of the table once more, with a new id. Columns the database makes itself are left out. */
async function insertion(table: Table): Promise<string> {
  const { rows } = await owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) || jsonb_build_object('id', gen_random_uuid()) as row from ${table} t limit 1`,
  );
  const row = { ...rows[0]?.row };
  if (table === 'task') delete row['unit'];
  const columns = Object.keys(row).join(', ');
  const json = JSON.stringify(row).replaceAll("'", "''");
  return `insert into ${table} (${columns}) select ${columns} from json_populate_record(null::${table}, '${json}')`;
}

interface Cell {
  readonly at: string;
  readonly found: number;
  readonly expected: number;
}

async function askCells(table: Table): Promise<Cell[]> {
  const { reads, adds, changes, set } = rules[table];
  const { rows } = await owner.query<{ n: string }>(`select count(*) as n from ${table}`);
  const there = Number(rows[0]?.n);
  const adding = await insertion(table);
  const cells: Cell[] = [];
  for (const [name, person] of Object.entries(people) as [Name, Person | null][]) {
    const has = (names: readonly Name[]) => names.includes(name);
    const ask = async (act: string, statement: string, expected: number) => {
      cells.push({ at: `${table}: ${name} ${act}`, found: await count(person, statement), expected });
    };
    await ask('reads', `select from ${table}`, has(reads) ? there : 0);
    await ask('adds', adding, has(adds) ? 1 : -1);
    if (changes !== null) await ask('changes', `update ${table} set ${set}`, has(changes) ? there : 0);
  }
  return cells;
}

const wrong = (cells: readonly Cell[]) => cells.filter(({ found, expected }) => found !== expected);

describe('the policies on tasks', () => {
  it('let the unit’s side report and the requester’s side decide, and keep proof and hindrances to the two', async () => {
    const cells = await undone(async () => {
      const found: Cell[] = [];
      for (const table of tables) found.push(...(await askCells(table)));
      return found;
    });
    console.log(`tasks: ${cells.length} cells, ${wrong(cells).length} wrong`);
    expect(wrong(cells)).toEqual([]);
  });

  it('are each missed when dropped or weakened', async () => {
    const { rows } = await owner.query<{ name: string; table: Table; check: boolean; using: boolean }>(
      `select policyname as name, tablename as table, with_check is not null as check, qual is not null as using
       from pg_policies where schemaname = 'public' and tablename = any ($1) and 'mangnon_app' = any (roles)
       order by 2, 1`,
      [tables],
    );
    const mutants = rows.flatMap(({ name, table, check, using }) => [
      { table, change: `drop policy ${name} on ${table}` },
      {
        table,
        change: `alter policy ${name} on ${table} ${using ? 'using (true)' : ''} ${check ? 'with check (true)' : ''}`,
      },
    ]);
    const survived: string[] = [];
    for (const { table, change } of mutants) {
      const cells = await undone(async () => {
        await owner.query(change);
        return askCells(table);
      });
      if (wrong(cells).length === 0) survived.push(change);
    }
    console.log(
      `tasks: ${mutants.length} mutants of ${rows.length} policies, ${mutants.length - survived.length} caught`,
    );
    expect(survived).toEqual([]);
  });
});
