import type { Client } from 'pg';
import { begin } from '../platform/database/begin-as.ts';
import { hashToken } from '../access/session-token.ts';
import type { Person } from './test-call.ts';

// Under the application's role and past the server's own questions: what the policies alone let pass.

/** What one person met in one act, and what the rule says they should. */
export interface Cell {
  readonly at: string;
  readonly found: number;
  readonly expected: number;
}

export const wrongOf = (cells: readonly Cell[]): Cell[] => cells.filter(({ found, expected }) => found !== expected);

/** Does something in a transaction of the owner and takes it back. */
export async function undone<T>(owner: Client, work: () => Promise<T>): Promise<T> {
  await owner.query('begin');
  try {
    return await work();
  } finally {
    await owner.query('rollback');
  }
}

/** Past the policies, and stopped by what comes after them: a key, an exclusion, a check. */
const pastPolicies = new Set(['23505', '23P01', '23514']);

/** How many rows a statement met as this person (`null`: nobody); -1 where a policy refused it. Inside `undone`. */
export async function countAs(owner: Client, person: Person | null, statement: string): Promise<number> {
  await owner.query('savepoint cell');
  try {
    await owner.query('set local role mangnon_app');
    if (person !== null) await owner.query(begin, [hashToken(person.cookie.split('=')[1] ?? '')]);
    return (await owner.query(statement)).rowCount ?? 0;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '42501') return -1;
    if (code !== undefined && pastPolicies.has(code)) return 1;
    throw error;
  } finally {
    await owner.query('rollback to savepoint cell');
  }
}

/**
 * A statement that adds a row of the table once more under a new id, the row read beforehand: adding asks the policies
 * for adding alone. Columns the database makes itself are left out.
 */
export async function writeInsertion(owner: Client, table: string, where = 'true'): Promise<string> {
  const { rows } = await owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) || case when to_jsonb(t) ? 'id' then jsonb_build_object('id', gen_random_uuid()) else '{}' end as row
     from ${table} t where ${where} limit 1`,
  );
  const made = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and (attgenerated <> '' or attidentity = 'a')`,
    [table],
  );
  const row = { ...rows[0]?.row };
  for (const { name } of made.rows) delete row[name];
  const columns = Object.keys(row).join(', ');
  const json = JSON.stringify(row).replaceAll("'", "''");
  return `insert into ${table} (${columns}) select ${columns} from json_populate_record(null::${table}, '${json}')`;
}

/** Who may do what with the rows of one table; `set` is what a change writes. */
export interface TableRule<Name extends string> {
  readonly reads: readonly Name[];
  readonly adds: readonly Name[];
  /** Null: its rows are never changed. */
  readonly changes: readonly Name[] | null;
  readonly set: string;
}

/** Each person reads, adds to and changes the rows of a table that stand now, all or none of them. Inside `undone`. */
export async function askTable<Name extends string>(
  owner: Client,
  table: string,
  { reads, adds, changes, set }: TableRule<Name>,
  people: Readonly<Record<Name, Person | null>>,
): Promise<Cell[]> {
  const { rows } = await owner.query<{ n: string }>(`select count(*) as n from ${table}`);
  const there = Number(rows[0]?.n);
  if (there === 0) throw new Error(`${table} is empty: nothing is asked of its policies`);
  const adding = await writeInsertion(owner, table);
  const cells: Cell[] = [];
  for (const [name, person] of Object.entries(people) as [Name, Person | null][]) {
    const has = (names: readonly Name[]) => names.includes(name);
    const ask = async (act: string, statement: string, expected: number) => {
      cells.push({ at: `${table}: ${name} ${act}`, found: await countAs(owner, person, statement), expected });
    };
    await ask('reads', `select from ${table}`, has(reads) ? there : 0);
    await ask('adds', adding, has(adds) ? 1 : -1);
    if (changes !== null) await ask('changes', `update ${table} set ${set}`, has(changes) ? there : 0);
  }
  return cells;
}

/** Tables that only grow refuse to be emptied; here their guard is put aside. */
export async function emptyTables(owner: Client, tables: readonly string[]): Promise<void> {
  await owner.query(`set session_replication_role = 'replica'`);
  for (const table of tables) await owner.query(`delete from ${table}`);
  await owner.query(`set session_replication_role = 'origin'`);
}

export interface Mutation {
  readonly policies: number;
  readonly mutants: number;
  /** The changes no cell noticed. */
  readonly survived: readonly string[];
}

/** Drops each policy of these tables in turn, then lets it pass everything, and asks the cells of its table anew. */
export async function mutatePolicies<Table extends string>(
  owner: Client,
  tables: readonly Table[],
  askCells: (table: Table) => Promise<readonly Cell[]>,
): Promise<Mutation> {
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
    const cells = await undone(owner, async () => {
      await owner.query(change);
      return askCells(table);
    });
    if (wrongOf(cells).length === 0) survived.push(change);
  }
  return { policies: rows.length, mutants: mutants.length, survived };
}
