import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../testing/review.ts';
import { countAs, mutatePolicies, undone, wrongOf, type Cell } from '../../testing/policy-cells.ts';
import type { Person } from '../../testing/test-call.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { province, writeSample } from './testing/desk.ts';

// Past the server's own questions: who may write which state of a plan, its parts and its steps by SQL alone.
const police = { placeId: province, agencyId: 't.congan' } as const;
/** A province in which nobody holds a post that signs. */
const elsewhere = '01@2025-07-01';

const names = ['lead', 'chair', 'both', 'officer', 'head', 'doctor', 'alone', 'stranger'] as const;
type Name = (typeof names)[number];
type Act = 'read' | 'edit' | 'sendBack' | 'approve' | 'issue';
type Rights = Readonly<Partial<Record<Name, readonly Act[]>>>;

/** Plans that lie before who approves, and who may do what with them. */
const rules = {
  // `both` writes for the province and signs for it; this one was written by the lead officer.
  ofProvince: {
    lead: ['read', 'edit'],
    chair: ['read', 'sendBack', 'approve', 'issue'],
    both: ['read', 'edit', 'sendBack', 'approve', 'issue'],
  },
  // And in this one `both` wrote.
  ofBoth: {
    lead: ['read', 'edit'],
    chair: ['read', 'sendBack', 'approve', 'issue'],
    both: ['read', 'edit', 'sendBack', 'issue'],
  },
  ofPolice: {
    lead: ['read', 'edit'],
    chair: ['read'],
    both: ['read', 'edit'],
    officer: ['read', 'edit'],
    head: ['read', 'sendBack', 'approve', 'issue'],
  },
  // Nobody signs there: who approves for the place does, also what they wrote.
  ofElsewhere: { alone: ['read', 'edit', 'sendBack', 'approve', 'issue'] },
} as const satisfies Record<string, Rights>;
type Plan = keyof typeof rules;
const plans = Object.keys(rules) as Plan[];
const tables = ['manuscript', 'manuscript_item', 'manuscript_edit', 'manuscript_comment', 'manuscript_step'] as const;
type Table = (typeof tables)[number];

let server: TestServer;
let owner: Client;
let people: Record<Name, Person>;
const ids = {} as Record<Plan, string>;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  people = {
    lead: await server.signIn({ post: 'provincial_lead_officer', placeId: province }),
    chair: await server.signIn({ post: 'provincial_chair', placeId: province }),
    both: await server.signIn(
      { post: 'provincial_lead_officer', placeId: province },
      { post: 'provincial_chair', placeId: province },
    ),
    officer: await server.signIn({ post: 'agency_officer', ...police }),
    head: await server.signIn({ post: 'agency_head', ...police }),
    doctor: await server.signIn({ post: 'agency_officer', placeId: province, agencyId: 't.so_gddt' }),
    alone: await server.signIn({ post: 'provincial_lead_officer', placeId: elsewhere }),
    stranger: await server.signIn({ post: 'commune_chair', placeId: '99010@2025-07-01' }),
  };
  const written: readonly [Plan, Person, string, string | null][] = [
    ['ofProvince', people.lead, province, null],
    ['ofBoth', people.lead, province, null],
    ['ofPolice', people.officer, province, police.agencyId],
    ['ofElsewhere', people.alone, elsewhere, null],
  ];
  for (const [plan, writer, placeId, agencyId] of written) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const desk = await writeSample(server, writer, plan, placeId, agencyId);
    const add = { type: 'add', itemId: randomUUID(), kind: 'paragraph', after: null, data: { text: 'Thêm.' } } as const;
    // oxlint-disable-next-line no-await-in-loop
    if (plan === 'ofBoth') accepted(await desk.act(add, people.both));
    // oxlint-disable-next-line no-await-in-loop
    accepted(await desk.submit());
    ids[plan] = desk.manuscriptId;
  }
  owner = new Client({ connectionString: server.databaseUrl });
  await owner.connect();
  for (const id of Object.values(ids)) {
    // oxlint-disable-next-line no-await-in-loop
    await owner.query(
      `insert into manuscript_comment (id, manuscript_id, place_id, text, account_id, at)
       select gen_random_uuid(), id, place_id, 'Hỏi', created_by, now() from manuscript where id = $1`,
      [id],
    );
  }
}, 180_000);
afterAll(async () => {
  await owner.end();
  await server.stop();
});

/** A statement that adds the row of this plan once more, with these fields as told. */
async function insertion(table: Table, plan: Plan, told: Readonly<Record<string, unknown>>): Promise<string> {
  const key = table === 'manuscript' ? 'id' : 'manuscript_id';
  const { rows } = await owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t where ${key} = $1 limit 1`,
    [ids[plan]],
  );
  const row = Object.entries({ ...rows[0]?.row, ...told }).filter(([name, value]) => name !== 'taken' && value != null);
  const given = row.filter(([name]) => name !== 'unit' && name !== 'issue_year');
  const columns = given.map(([name]) => name).join(', ');
  const json = JSON.stringify(Object.fromEntries(given)).replaceAll("'", "''");
  return `insert into ${table} (${columns}) select ${columns} from json_populate_record(null::${table}, '${json}')`;
}

/** Under whose name an act could be written by somebody else. */
const otherThan = (me: string): string => (people.stranger.id === me ? people.lead.id : people.stranger.id);

const namesIn = (plan: Plan): Name[] => Object.keys(rules[plan]) as Name[];

type Ask = (what: string, statement: string, expected: number) => Promise<void>;

/** What one person meets in one table, of one plan that is submitted; `may` are the rights, `sees` a row that can be tried. */
const askOf: Readonly<Record<Table, (ask: Ask, plan: Plan, person: Person, may: readonly Act[]) => Promise<void>>> = {
  async manuscript(ask, plan, { id: me }, may) {
    const row = `where id = '${ids[plan]}'`;
    // Who has a part in it meets the row, and is refused what they would make of it.
    const becomes = (...acts: readonly Act[]) => (acts.some((act) => may.includes(act)) ? 1 : may.length > 0 ? -1 : 0);
    const adds = may.includes('edit') ? 1 : -1;
    const fresh = { id: randomUUID(), state: 'drafting', created_by: me };
    await ask('reads', `select from manuscript ${row}`, may.length > 0 ? 1 : 0);
    await ask('begins', await insertion('manuscript', plan, fresh), adds);
    await ask('begins it approved', await insertion('manuscript', plan, { ...fresh, state: 'approved' }), -1);
    await ask('begins it as another', await insertion('manuscript', plan, { ...fresh, created_by: otherThan(me) }), -1);
    const set = (state: string) => `update manuscript set state = '${state}' ${row}`;
    await ask('withdraws', set('withdrawn'), becomes('edit'));
    await ask('sends back', set('sent_back'), becomes('edit', 'sendBack'));
    await ask('approves', set('approved'), becomes('approve'));
    // Stopped by what comes after the policies: an issued plan has its number and its plan.
    await ask('issues', set('issued'), becomes('issue'));
  },
  async manuscript_item(ask, plan, _person, may) {
    const row = `where manuscript_id = '${ids[plan]}'`;
    const adding = await insertion('manuscript_item', plan, {});
    const changing = `update manuscript_item set version = version ${row}`;
    await ask('reads', `select from manuscript_item ${row} limit 1`, may.length > 0 ? 1 : 0);
    await ask('adds while it lies before others', adding, -1);
    await ask('changes while it lies before others', changing, 0);
    await owner.query(`update manuscript set state = 'sent_back' where id = '${ids[plan]}'`);
    const { rows } = await owner.query<{ n: string }>(`select count(*) as n from manuscript_item ${row}`);
    await ask('adds', adding, may.includes('edit') ? 1 : -1);
    await ask('changes', changing, may.includes('edit') ? Number(rows[0]?.n) : 0);
    await owner.query(`update manuscript set state = 'submitted' where id = '${ids[plan]}'`);
  },
  async manuscript_edit(ask, plan, { id: me }, may) {
    const row = `where manuscript_id = '${ids[plan]}'`;
    const told = { account_id: me, edit_id: randomUUID(), seq: 9_999 };
    const adding = await insertion('manuscript_edit', plan, told);
    await ask('reads', `select from manuscript_edit ${row} limit 1`, may.length > 0 ? 1 : 0);
    await ask('adds while it lies before others', adding, -1);
    await owner.query(`update manuscript set state = 'sent_back' where id = '${ids[plan]}'`);
    await ask('adds', adding, may.includes('edit') ? 1 : -1);
    const forged = await insertion('manuscript_edit', plan, { ...told, account_id: otherThan(me) });
    await ask('adds as another', forged, -1);
    await owner.query(`update manuscript set state = 'submitted' where id = '${ids[plan]}'`);
  },
  async manuscript_comment(ask, plan, person, may) {
    const row = `where manuscript_id = '${ids[plan]}'`;
    const there = may.length > 0 ? 1 : 0;
    await ask('reads', `select from manuscript_comment ${row}`, there);
    await ask('adds', await insertion('manuscript_comment', plan, { id: randomUUID() }), there === 1 ? 1 : -1);
    // Without looking at a row first, so that the policy for changing answers alone: of all plans at once.
    const reached = plans.filter((one) => namesIn(one).some((name) => people[name] === person)).length;
    await ask('changes', 'update manuscript_comment set settled_at = null', reached);
  },
  async manuscript_step(ask, plan, { id: me }, may) {
    const row = `where manuscript_id = '${ids[plan]}'`;
    await ask('reads', `select from manuscript_step ${row}`, may.length > 0 ? 1 : 0);
    const needed = { submit: 'edit', sendBack: 'sendBack', approve: 'approve', issue: 'issue' } as const;
    for (const [step, need] of Object.entries(needed)) {
      const told = { account_id: me, step, reason: 'Sửa.' };
      // oxlint-disable-next-line no-await-in-loop
      await ask(step, await insertion('manuscript_step', plan, told), may.includes(need) ? 1 : -1);
      const forged = { ...told, account_id: otherThan(me) };
      // oxlint-disable-next-line no-await-in-loop
      await ask(`${step} as another`, await insertion('manuscript_step', plan, forged), -1);
    }
  },
};

async function askCells(table: Table): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const plan of plans) {
    for (const name of names) {
      const person = people[name];
      const may = (rules[plan] as Rights)[name] ?? [];
      const ask: Ask = async (what, statement, expected) => {
        cells.push({ at: `${plan}: ${name} ${what}`, found: await countAs(owner, person, statement), expected });
      };
      // oxlint-disable-next-line no-await-in-loop
      await askOf[table](ask, plan, person, may);
    }
  }
  return cells;
}

describe('the policies on plans being written', () => {
  it('let another than the writer approve wherever somebody signs, and change nothing under their eyes', async () => {
    const cells = await undone(owner, async () => {
      const found: Cell[] = [];
      for (const table of tables) found.push(...(await askCells(table)));
      return found;
    });
    console.log(`writing: ${cells.length} cells, ${wrongOf(cells).length} wrong`);
    expect(wrongOf(cells)).toEqual([]);
  });

  it('are each missed when dropped or weakened', async () => {
    const { policies, mutants, survived } = await mutatePolicies(owner, tables, askCells);
    console.log(`writing: ${mutants} mutants of ${policies} policies, ${mutants - survived.length} caught`);
    expect(survived).toEqual([]);
  });

  it.each([
    ['app_signs_plan(at text, of_unit text)', 'sql', 'select true'],
    ['app_signs_plan(at text, of_unit text)', 'sql', 'select null::boolean'],
    ['app_wrote_plan(asked uuid)', 'plpgsql', 'begin return false; end'],
    ['app_wrote_plan(asked uuid)', 'plpgsql', 'begin return true; end'],
  ])('miss what %s says when it says otherwise', async (name, language, body) => {
    const cells = await undone(owner, async () => {
      await owner.query(`create or replace function ${name} returns boolean language ${language} as $$ ${body} $$`);
      return askCells('manuscript');
    });
    expect(wrongOf(cells)).not.toEqual([]);
  });
});
