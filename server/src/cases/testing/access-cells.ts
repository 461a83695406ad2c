import type { Client } from 'pg';
import { posts, type Post } from '@mangnon/domain/access/posts.ts';
import { begin } from '../../platform/database/begin-as.ts';
import { letters, oracle, relations, type Letter, type Relation } from './access-oracle.ts';
import { scopeOf, type AccessWorld, type WorldRecord } from './access-world.ts';

/** Which table holds what a letter stands for, and what may be changed there. */
export const tableOf = {
  K: { table: 'child', key: 'id', of: 'child', change: 'birth_year = 1999' },
  i: { table: 'child_identity', key: 'child_id', of: 'child', change: 'written_at = now()' },
  c: { table: 'child_contact', key: 'child_id', of: 'child', change: 'written_at = now()' },
  h: { table: 'child_health', key: 'child_id', of: 'child', change: 'written_at = now()' },
  F: { table: 'case_file', key: 'id', of: 'case', change: 'risk = 3' },
  r: { table: 'case_reporter', key: 'case_id', of: 'case', change: 'written_at = now()' },
  o: { table: 'case_offender', key: 'case_id', of: 'case', change: 'written_at = now()' },
  n: { table: 'case_narrative', key: 'case_id', of: 'case', change: 'written_at = now()' },
} as const satisfies Record<Letter, object>;

export interface Cell {
  readonly post: Post;
  readonly act: string;
  readonly relation: Relation;
  readonly letter: string;
  readonly tables: readonly string[];
  /** Allowed when it touches a row. */
  readonly statement: string;
  readonly expected: boolean;
}

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
const values = (...all: readonly string[]) => all.map(quoted).join(', ');

/** What the people of the world were given: cases by name beside their post, their post alone, or that over the country. */
export type Given = 'names' | 'post' | 'country';

/** Takes away what was given by name, and has the inspector look at the whole country. `owner` is in a transaction. */
export async function giveOnly(owner: Client, world: AccessWorld, given: Given): Promise<void> {
  if (given === 'names') return;
  const people = [Object.values(world.people).map(({ id }) => id)];
  await owner.query('update case_assignment set ended_at = now() where account_id = any ($1)', people);
  await owner.query('update case_referral set ended_at = now() where receiver = $1', [world.unit]);
  await owner.query(
    `update broken_glass set broken_at = now() - interval '2 hours', until = now() - interval '1 hour'
     where account_id = any ($1)`,
    people,
  );
  if (given === 'country')
    await owner.query('update post_holding set nationwide = true, place_id = null where account_id = $1', [
      world.people.inspector.id,
    ]);
}

/** How the record stands to the holder of the post then: as if the assignment, referral or hour had ended, or as one below. */
function standing(post: Post, relation: Relation, given: Given): Relation {
  if (given === 'country' && post === 'inspector') return 'prov';
  if (given === 'names') return relation;
  return (
    ({ assigned: 'assigned_once', referred: 'referred_once', broken: 'broken_once' } as const)[
      relation as 'assigned'
    ] ?? relation
  );
}

/** Every cell of the matrix: post × act × relation × group of columns, each one statement, with what the oracle says. */
export function listCells(world: AccessWorld, given: Given = 'names'): Cell[] {
  return posts.flatMap((post) => relations.flatMap((relation) => [...cellsOf(world, post, relation, given)]));
}

function* cellsOf(world: AccessWorld, post: Post, relation: Relation, given: Given): Generator<Cell> {
  const allowed = oracle[post];
  const stands = standing(post, relation, given);
  const [full, bare] = [world.full[relation], world.bare[relation]];
  const me = world.people[post].id;
  for (const letter of letters) {
    const { table, key, of, change } = tableOf[letter];
    const id = quoted(of === 'child' ? full.childId : full.caseId);
    const cell = { post, relation, letter, tables: [table] };
    const has = (act: 'read' | 'create' | 'update') => allowed[act]?.[stands]?.includes(letter) === true;
    yield { ...cell, act: 'read', statement: `select from ${table} where ${key} = ${id}`, expected: has('read') };
    const update = `update ${table} set ${change} where ${key} = ${id}`;
    yield { ...cell, act: 'update', statement: update, expected: has('update') };
    yield { ...cell, act: 'create', statement: insertOf(letter, bare, me), expected: has('create') };
  }
  yield* tokenCells(post, relation, stands, full);
  const at = values(...scopeOf(full));
  const to = world.people[post].id;
  const seesCase = allowed.read?.[stands]?.includes('F') === true;
  const cell = { post, relation, letter: 'F' };
  for (const [act, table, may, columns, given] of [
    ['assign', 'case_assignment', allowed.assign, 'account_id, assigned_by', values(to, me)],
    [
      'refer',
      'case_referral',
      allowed.refer,
      'to_agency_id, to_place_id, referred_by',
      values(world.agencyId, world.places.a2, me),
    ],
  ] as const) {
    const tables = [table];
    const where = `case_id = ${quoted(full.caseId)} and ended_at is null`;
    const expected = may?.includes(stands) === true;
    const insert = `insert into ${table} (case_id, place_id, province_id, intake_unit, ${columns})
      values (${quoted(full.caseId)}, ${at}, ${given}) on conflict do nothing`;
    // On the bare record: on the full one some already stand.
    const onBare = insert.replace(quoted(full.caseId), quoted(bare.caseId));
    yield { ...cell, tables, act, statement: onBare.replace(' on conflict do nothing', ''), expected };
    yield { ...cell, tables, act: `${act}: see`, statement: `select from ${table} where ${where}`, expected: seesCase };
    const end = `update ${table} set ended_at = now() where ${where}`;
    yield { ...cell, tables, act: `${act}: end`, statement: end, expected };
  }
  // With the assignment of a stranger, which must end.
  const { a1, a2 } = world.places;
  const destination = values(full.placeId === a1 ? a2 : a1);
  const moved = `select from app_transfer_child(${quoted(full.childId)}, ${destination}) where refusal is null and ended > 0`;
  const transfer = allowed.transfer?.includes(stands) === true;
  yield { ...cell, tables: ['child', 'case_assignment'], act: 'transfer', statement: moved, expected: transfer };
  const review = allowed.review?.includes(stands) === true;
  const glass = quoted(world.glass[relation]);
  const reviewed = (by: string) =>
    `update broken_glass set reviewed_at = now(), justified = true, reviewed_by = ${quoted(by)} where id = ${glass}`;
  const seen = `update supervisor_notice set seen_at = now() where glass_id = ${glass}`;
  const glassCells: readonly (readonly [string, string, string, boolean])[] = [
    ['glass: see', 'broken_glass', `select from broken_glass where id = ${glass}`, review],
    ['glass: review', 'broken_glass', reviewed(me), review],
    ['glass: review as another', 'broken_glass', reviewed(otherThan(world, post)), false],
    ['notice: read', 'supervisor_notice', `select from supervisor_notice where glass_id = ${glass}`, review],
    ['notice: see', 'supervisor_notice', seen, review],
    ['glass: break', 'broken_glass supervisor_notice', breakOf(full.caseId), allowed.breaksGlass === true],
  ];
  for (const [act, tables, statement, expected] of glassCells)
    yield { ...cell, act, tables: tables.split(' '), statement, expected };
  if (relation === 'own') yield* postCells(world, post);
}

/** What a child is found by goes with its identity. */
function* tokenCells(post: Post, relation: Relation, stands: Relation, record: WorldRecord): Generator<Cell> {
  const cell = { post, relation, letter: 'i', tables: ['child_name_token'] } as const;
  const has = (act: 'read' | 'create' | 'update') => oracle[post][act]?.[stands]?.includes('i') === true;
  const where = `where child_id = ${quoted(record.childId)}`;
  yield { ...cell, act: 'token: read', statement: `select from child_name_token ${where}`, expected: has('read') };
  yield { ...cell, act: 'token: remove', statement: `delete from child_name_token ${where}`, expected: has('update') };
  const change = `update child_name_token set token = decode(repeat('05', 16), 'hex') ${where}`;
  yield { ...cell, act: 'token: change', statement: change, expected: has('update') };
  const insert = `insert into child_name_token (token, child_id, place_id, province_id, intake_unit)
    values (decode(repeat('06', 16), 'hex'), ${quoted(record.childId)}, ${values(...scopeOf(record))})`;
  yield { ...cell, act: 'token: write', statement: insert, expected: has('create') };
}

function* postCells(world: AccessWorld, post: Post): Generator<Cell> {
  const cell = { post, relation: 'own', letter: '-', tables: ['post_holding'] } as const;
  // The school's post lies in A1: the chair of A1 and the lead officer of A give such posts, and end them.
  const gives = ['system_administrator', 'commune_chair', 'provincial_lead_officer'].includes(post);
  const { id } = world.people.school;
  const giveTo = (to: string, given: string, at: string) =>
    `insert into post_holding (account_id, post, place_id, valid_from) values (${values(to, given, at, '2026-01-01')})`;
  const { a1, a2, b1 } = world.places;
  const acts: readonly (readonly [string, string, boolean])[] = [
    ['give an inspector’s post', giveTo(id, 'inspector', a1), post === 'system_administrator'],
    ['give a post here', giveTo(id, 'commune_officer', a1), gives],
    ['give a post in the province', giveTo(id, 'commune_officer', a2), gives && post !== 'commune_chair'],
    ['give a post elsewhere', giveTo(id, 'commune_officer', b1), post === 'system_administrator'],
    ['give a post to oneself', giveTo(world.people[post].id, 'commune_officer', a1), false],
  ];
  for (const [act, statement, expected] of acts) yield { ...cell, act, statement, expected };
  const held = `account_id = ${quoted(id)}`;
  const end = `update post_holding set ended_at = now() where ${held}`;
  yield { ...cell, act: 'end a post', statement: end, expected: gives };
  const revive = `update post_holding set ended_at = null where ${held}`;
  yield { ...cell, act: 'revive a post', statement: revive, expected: false };
  // Without a condition, so that no policy on reading helps.
  const { provinceB } = world.places;
  const move = `update child set (place_id, province_id) = (${values(b1, provinceB)})`;
  yield { ...cell, act: 'move all away', letter: 'K', tables: ['child'], statement: move, expected: false };
  const reviews = oracle[post].review !== undefined;
  const see = 'update supervisor_notice set seen_at = now()';
  yield { ...cell, act: 'see all notices', tables: ['supervisor_notice'], statement: see, expected: reviews };
  const counts = 'select from app_count_cases()';
  yield { ...cell, act: 'count', tables: ['case_file'], statement: counts, expected: oracle[post].counts === true };
}

function otherThan(world: AccessWorld, post: Post): string {
  return world.people[post === 'court' ? 'school' : 'court'].id;
}

function breakOf(caseId: string): string {
  return `select from app_break_glass(${quoted(caseId)}, 'danger_to_life', gen_random_uuid(), decode(repeat('07', 80), 'hex')) where glass_id is not null`;
}

function insertOf(letter: Letter, record: WorldRecord, by: string): string {
  const at = values(...scopeOf(record));
  const { table, key, of } = tableOf[letter];
  if (letter === 'K')
    return `insert into child (place_id, province_id, intake_unit, created_by) values (${at}, ${quoted(by)})`;
  if (letter === 'F')
    return `insert into case_file (child_id, place_id, province_id, intake_unit, received_at, opened_by)
      values (${quoted(record.childId)}, ${at}, now(), ${quoted(by)})`;
  const column = `${table.slice(table.indexOf('_') + 1)}_sealed`;
  const id = quoted(of === 'child' ? record.childId : record.caseId);
  return `insert into ${table} (${key}, place_id, province_id, intake_unit, ${column})
    values (${id}, ${at}, decode(repeat('07', 40), 'hex'))`;
}

/** Does one statement, says whether it touched a row, and undoes it. No right to it at all is a no as well. */
const attempt = `create or replace function pg_temp.attempt(statement text) returns boolean language plpgsql as $$
declare touched bigint;
begin
  execute statement;
  get diagnostics touched = row_count;
  raise exception using errcode = 'PM001', message = touched::text;
exception when sqlstate 'PM001' then return sqlerrm::bigint > 0;
  when insufficient_privilege then return false;
  -- Keys are looked at only after the policy let the row pass.
  when unique_violation then return true;
end $$`;

/** Somebody else in the place of the holder: an auditor, who sees nobody, stepping by SQL into a role of their own choice. */
export interface Intruder {
  readonly role: string;
  /** Also puts there what the context of the holder says, word for word. */
  readonly copies: boolean;
}

/**
 * Tries the cells as a request would, each as its post, in the open transaction of `owner`. Gives those that answered
 * otherwise than the oracle says, in words; with `stopAtFirst` no more than those of one post. With an `intruder` it is
 * not the holder of the post who asks; with a `role` the holder has stepped into that one.
 */
export async function findWrongCells(
  owner: Client,
  world: AccessWorld,
  cells: readonly Cell[],
  {
    stopAtFirst = false,
    intruder = null,
    role = null,
  }: { stopAtFirst?: boolean; intruder?: Intruder | null; role?: string | null } = {},
): Promise<string[]> {
  const wrong: string[] = [];
  await owner.query(attempt);
  for (const mine of groupCells(cells)) {
    const post = mine[0]?.post;
    if (post === undefined) continue;
    await owner.query('savepoint before_post; set local role mangnon_app');
    await owner.query(begin, [world.people[post].tokenHash]);
    if (intruder !== null) await intrude(owner, world, intruder);
    if (role !== null) await owner.query(`set local role ${role}`);
    const { rows } = await owner.query<{ allowed: boolean }>(
      'select pg_temp.attempt(statement) as allowed from unnest($1::text[]) with ordinality as s (statement, n) order by n',
      [mine.map(({ statement }) => statement)],
    );
    await owner.query('rollback to savepoint before_post');
    mine.forEach(({ act, relation, letter, expected }, index) => {
      if (rows[index]?.allowed !== expected)
        wrong.push(`${post}, ${act}, ${relation}, ${letter}: ${expected ? 'refused' : 'let in'}`);
    });
    if (stopAtFirst && wrong.length > 0) return wrong;
  }
  return wrong;
}

/** By post; breaking glass alone each time, because what it notes of a person does not come back with its row. */
function groupCells(cells: readonly Cell[]): Cell[][] {
  const breaks = cells.filter(({ act }) => act === 'glass: break');
  const others = cells.filter(({ act }) => act !== 'glass: break');
  return [...posts.map((post) => others.filter((cell) => cell.post === post)), ...breaks.map((cell) => [cell])];
}

async function intrude(owner: Client, world: AccessWorld, { role, copies }: Intruder): Promise<void> {
  const { rows } = await owner.query<{ context: string; place: string }>(
    `select current_setting('mangnon.context') as context, current_setting('mangnon.place') as place`,
  );
  await owner.query('set local role mangnon_app');
  await owner.query(begin, [world.people.auditor.tokenHash]);
  if (copies)
    await owner.query(`select set_config('mangnon.context', $1, true), set_config('mangnon.place', $2, true)`, [
      rows[0]?.context,
      rows[0]?.place,
    ]);
  await owner.query(`set local role ${role}`);
}
