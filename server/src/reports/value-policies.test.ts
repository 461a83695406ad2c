import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adjustTotal, writeConsolidation } from '@mangnon/domain/reports/consolidation.api.ts';
import { decideVersion, explainFinding } from '@mangnon/domain/reports/versions.api.ts';
import { health, province } from '../tasks/testing/task-world.ts';
import {
  askTable,
  countAs,
  mutatePolicies,
  undone,
  wrongOf,
  type Cell,
  type TableRule,
} from '../testing/policy-cells.ts';
import type { Person } from '../testing/test-call.ts';
import { dueOn, number, startVersionWorld, type VersionWorld } from './testing/version-world.ts';

type Name =
  | 'officer'
  | 'chair'
  | 'neighbour'
  | 'lead'
  | 'stranger'
  | 'police'
  | 'department'
  | 'provincialChair'
  | 'statistician'
  | 'auditor'
  | 'nobody';
const unit: readonly Name[] = ['officer', 'chair'];
const receiver: readonly Name[] = ['lead'];
const watching: readonly Name[] = [...receiver, 'provincialChair', 'statistician'];
const near: readonly Name[] = [...unit, ...watching];

/** A report of the commune Khe Trúc that was sent back: a draft again, which its receiver has seen. */
const rules = {
  report_form: {
    reads: [...near, 'neighbour', 'stranger', 'police', 'department'],
    adds: receiver,
    changes: null,
    set: '',
  },
  report_version: { reads: near, adds: unit, changes: [...unit, ...receiver], set: 'narrative = narrative' },
  report_value: { reads: near, adds: unit, changes: [...unit, ...receiver], set: 'standing = standing' },
  report_explanation: { reads: near, adds: unit, changes: unit, set: 'words = words' },
  report_remark: { reads: near, adds: receiver, changes: null, set: '' },
  report_step: { reads: near, adds: [...unit, ...receiver], changes: null, set: '' },
  report_adjustment: { reads: watching, adds: receiver, changes: null, set: '' },
  report_consolidation: { reads: watching, adds: receiver, changes: receiver, set: 'revision = revision' },
} as const satisfies Record<string, TableRule<Name>>;
type Table = keyof typeof rules;
const tables = Object.keys(rules) as Table[];

let world: VersionWorld;
let owner: Client;
let people: Record<Name, Person | null>;
let versionId: string;
beforeAll(async () => {
  world = await startVersionWorld();
  const { server, people: p, chair, regimeId } = world;
  const { officer, neighbour, lead, stranger, police } = p;
  people = {
    officer,
    chair,
    neighbour,
    lead,
    stranger,
    police,
    department: await server.signIn({ post: 'agency_officer', ...health }),
    provincialChair: await server.signIn({ post: 'provincial_chair', placeId: province }),
    statistician: await server.signIn({ post: 'statistician', placeId: province }),
    auditor: await server.signIn('auditor'),
    nobody: null,
  };
  owner = new Client({ connectionString: server.databaseUrl });
  await owner.connect();
  // The demo has reports of its own.
  await owner.query(`set session_replication_role = 'replica'`);
  for (const table of tables.toReversed()) await owner.query(`delete from ${table} ${demoRows[table] ?? ''}`);
  await owner.query(`set session_replication_role = 'origin'`);
  versionId = await world.begin();
  const explained = await server.call(officer, explainFinding, {
    params: { versionId },
    body: { finding: 'n.special indicators.told_before', words: 'Không còn trường hợp nào.' },
  });
  const back = { id: randomUUID(), decision: 'send_back', words: 'Xem lại.' } as const;
  const remarks = [{ id: randomUUID(), key: 'n.children', words: 'Khác sổ theo dõi.' }];
  const adjustment = {
    kind: 'adjust',
    id: randomUUID(),
    dueOn,
    key: 'n.children',
    amount: 2,
    reason: 'Sót hai trẻ.',
  } as const;
  const done = [
    explained,
    await world.save(versionId, [{ code: 'n.children', value: number(40) }]),
    await world.sign(versionId),
    await world.step(versionId, 'send'),
    await server.call(lead, decideVersion, { params: { versionId }, body: { ...back, remarks } }),
    await server.call(lead, adjustTotal, { params: { regimeId }, body: adjustment }),
    await server.call(lead, writeConsolidation, {
      params: { regimeId },
      body: { id: randomUUID(), dueOn, base: 0, paragraphs: [] },
    }),
  ];
  expect(done.map(({ status }) => status)).toEqual(done.map(() => 200));
}, 180_000);
afterAll(async () => {
  await owner.end();
  await world.server.stop();
});

/** The form the world has set stays. */
const demoRows: Partial<Record<Table, string>> = {
  report_form: `where set_at < '2026-06-01'`,
};

const askCells = (table: Table): Promise<Cell[]> => askTable<Name>(owner, table, rules[table], people);

describe('the policies on reports of units', () => {
  it('let the unit write, who is in charge sign, the receiver decide, and those who watch over them read', async () => {
    const cells = await undone(owner, async () => {
      const asked: Cell[] = [];
      // oxlint-disable-next-line no-await-in-loop -- one connection, in which everything is taken back
      for (const table of tables) asked.push(...(await askCells(table)));
      return asked;
    });
    console.log(`reports of units: ${cells.length} cells, ${wrongOf(cells).length} wrong`);
    expect(wrongOf(cells)).toEqual([]);
  });

  it('are each missed when dropped or weakened', async () => {
    const { policies, mutants, survived } = await mutatePolicies(owner, tables, askCells);
    console.log(`reports of units: ${mutants} mutants of ${policies} policies, ${mutants - survived.length} caught`);
    expect(survived).toEqual([]);
  });

  it('let nobody do another’s part: no officer accepts, no receiver signs', async () => {
    const set = async (state: string, as: Name) =>
      undone(owner, async () => {
        const signed = `signed_at = now(), signed_by = opened_by, first_sent_at = now(), sent_at = now(), decided_at = now(), decided_by = opened_by`;
        return countAs(owner, people[as], `update report_version set state = '${state}', ${signed}`);
      });
    expect([await set('signed', 'officer'), await set('accepted', 'officer'), await set('accepted', 'chair')]).toEqual([
      -1, -1, -1,
    ]);
    expect([await set('signed', 'lead'), await set('sent', 'lead')]).toEqual([-1, -1]);
    expect([await set('signed', 'chair'), await set('accepted', 'lead')]).toEqual([1, 1]);
  });

  it('keep a value from changing once it was signed, for the receiver too', async () => {
    const change = async (as: Name) =>
      undone(owner, async () => {
        await owner.query(
          `update report_version set state = 'sent', signed_at = now(), signed_by = opened_by, sent_at = now()`,
        );
        await owner.query('savepoint change');
        try {
          return await countAs(owner, people[as], `update report_value set amount = 41`);
        } finally {
          await owner.query('rollback to savepoint change');
        }
      });
    // 1 stands for the trigger that refuses what the policy of the receiver lets pass.
    expect([await change('officer'), await change('lead')]).toEqual([0, 1]);
    await expect(
      undone(owner, async () => {
        await owner.query(
          `update report_version set state = 'sent', signed_at = now(), signed_by = opened_by, sent_at = now()`,
        );
        await owner.query('update report_value set amount = 41');
      }),
    ).rejects.toThrow('do not change');
  });
});
