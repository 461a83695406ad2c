import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { reachRoles } from '../platform/database/application-role.ts';
import { findWrongCells, type Cell, type Given } from './testing/access-cells.ts';
import type { AccessWorld } from './testing/access-world.ts';
import { openMatrixDatabase, type MatrixDatabase } from './testing/matrix-database.ts';

let matrix: MatrixDatabase;
let owner: Client;
let world: AccessWorld;
let cells: MatrixDatabase['cells'];

beforeAll(async () => {
  matrix = await openMatrixDatabase();
  ({ owner, world, cells } = matrix);
});
afterAll(() => matrix.close());

const undoneWith = <T>(given: Given, work: () => Promise<T>): Promise<T> => matrix.undone(work, given);

/** What each role asks of the context first, and how its people are made: the rest of the world stays as it is. */
const reaches = {
  mangnon_commune: { asks: /app_own_place\(\d+\)/, unsealed: `current_setting('mangnon.place', true)`, given: 'post' },
  mangnon_province: {
    asks: /app_own_province\(\d+\)/,
    unsealed: `current_setting('mangnon.place', true)`,
    given: 'post',
  },
  mangnon_nation: { asks: /app_whole_nation\(\d+\)/, unsealed: `'mangnon_nation'::name`, given: 'country' },
  mangnon_many: {
    asks: /\(province_id = ANY \(\( SELECT app_provinces\(\) AS app_provinces\)::text\[\]\)\)/,
    unsealed: 'true',
    given: 'names',
  },
} as const satisfies Record<(typeof reachRoles)[number], { asks: RegExp; unsealed: string; given: Given }>;

const provincesFirst = '((province_id = ANY (( SELECT app_provinces() AS app_provinces)::text[])) AND ';

/** The ways of a policy for everybody else that have a place or a name in them. */
function waysOf(said: string | null): string[] {
  if (said?.startsWith(provincesFirst) !== true) return [];
  return said.slice(provincesFirst.length).match(/\(\w+ = ANY \(\( SELECT .*?\]\)\)/g) ?? [];
}

interface Policy {
  readonly name: string;
  readonly table: string;
  readonly command: string;
  readonly role: string;
  readonly check: string | null;
  readonly using: string | null;
}

const isReach = (role: string): role is keyof typeof reaches => Object.hasOwn(reaches, role);
const reachOf = ({ role }: Policy) => (isReach(role) ? reaches[role] : undefined);

async function listPolicies(): Promise<Policy[]> {
  const { rows } = await owner.query<Policy>(
    `select policyname as name, tablename as table, cmd as command, roles[1]::text as role, with_check as check,
       qual as using
     from pg_policies where schemaname = 'public' and tablename = any ($1) order by tablename, policyname`,
    [[...new Set(cells.names.flatMap(({ tables }) => tables))]],
  );
  return rows;
}

/** The statement that puts this in the place of what the policy says. */
function alter({ name, table, using, check }: Policy, say: (said: string) => string): string {
  const said = [using === null ? '' : `using (${say(using)})`, check === null ? '' : `with check (${say(check)})`];
  return `alter policy ${name} on ${table} ${said.join(' ')}`;
}

/** Statements a policy alone decides on: they look at no column, so that the policy for reading is not asked as well. */
function bareCells({ table, command }: Policy, all: readonly Cell[]): Cell[] {
  const verb = command.toLowerCase();
  const here = all.filter(({ tables, statement }) => tables.includes(table) && statement.startsWith(verb));
  const allowed = here.filter(({ expected }) => expected).map((cell) => ({ ...cell, expected: false }));
  if (command === 'INSERT') return allowed;
  const bare = {
    SELECT: `select from ${table}`,
    UPDATE: here[0]?.statement.replace(/ where .*$/s, '') ?? '',
    DELETE: `delete from ${table}`,
  }[command as 'SELECT'];
  const holders = new Set(allowed.map(({ post }) => post));
  return [...holders].map((post) => {
    return { post, act: command, relation: 'own', letter: '-', tables: [table], statement: bare, expected: false };
  });
}

describe('a context that was only copied', () => {
  it('opens nothing anywhere, and would where a policy did not ask for the seal', async () => {
    const sealed = (await listPolicies()).filter((policy) => reachOf(policy) !== undefined);
    const survived: string[] = [];
    for (const policy of sealed) {
      const { asks, unsealed, given } = reachOf(policy) ?? reaches.mangnon_many;
      const intruder = { role: policy.role, copies: true };
      const forged = bareCells(policy, cells[given]);
      const let_in = await undoneWith(given, () => findWrongCells(owner, world, forged, { intruder }));
      expect([policy.name, let_in]).toEqual([policy.name, []]);
      const wrong = await undoneWith(given, async () => {
        await owner.query(alter(policy, (said) => said.replace(asks, unsealed)));
        return findWrongCells(owner, world, forged, { intruder, stopAtFirst: true });
      });
      if (wrong.length === 0) survived.push(policy.name);
    }
    console.log(`access seals: ${sealed.length} policies without the seal, ${sealed.length - survived.length} caught`);
    expect(survived).toEqual([]);
    // For everybody else three for each of the eleven tables of children and cases, and one more for tokens.
    expect(sealed.filter(({ role }) => role === 'mangnon_many').length).toBe(34);
  });
});

describe('a policy that is dropped or weakened', () => {
  it('is noticed by the matrix, each one', async () => {
    const policies = await listPolicies();
    const mutants = policies.flatMap((policy) => {
      const { name, table, check, using } = policy;
      const at = `policy ${name} on ${table}`;
      const guards = [using, check].every((said) => said === null || said === 'true');
      const ways = waysOf(using ?? check);
      return [
        { at: `drop ${at}`, policy },
        ...(guards ? [] : [{ at: alter(policy, () => 'true'), policy }]),
        // Without one of its ways, and with the reach of nothing but the provinces.
        ...ways.map((way) => ({ at: alter(policy, (said) => said.replace(way, 'false')), policy })),
        ...(ways.length === 0 ? [] : [{ at: alter(policy, () => `${provincesFirst}true)`), policy }]),
        // Where columns of the policy can be changed, the check alone is a mutant of its own.
        ...(using !== null && check !== null && using !== check
          ? [{ at: `alter ${at} with check (true)`, policy }]
          : []),
        ...(name.startsWith('child_update') ? [{ at: `alter ${at} with check (true)`, policy }] : []),
      ];
    });
    const survived: string[] = [];
    for (const { at, policy } of mutants) {
      const given = reachOf(policy)?.given ?? 'names';
      const intruder = { role: policy.role, copies: false };
      const wrong = await undoneWith(given, async () => {
        await owner.query(at);
        // What the functions of the guard look at shows in all tables; these few are enough to tell.
        const touched = cells[given].filter(({ tables, relation, act }) =>
          policy.name.startsWith('guard') || policy.name.startsWith('holding_read')
            ? act === 'glass: break' ||
              act === 'transfer' ||
              (act === 'read' && ['own', 'assigned', 'referred', 'broken'].includes(relation))
            : tables.includes(policy.table),
        );
        const noticed = await findWrongCells(owner, world, touched, { stopAtFirst: true });
        if (noticed.length > 0 || reachOf(policy) === undefined) return noticed;
        // Opened to its own people, who may do as much anyway: then to those who step into the role.
        return findWrongCells(owner, world, bareCells(policy, cells[given]), { intruder, stopAtFirst: true });
      });
      if (wrong.length === 0) survived.push(at);
    }
    console.log(
      `access mutants: ${mutants.length} of ${policies.length} policies, ${mutants.length - survived.length} caught`,
    );
    expect(survived).toEqual([]);
    expect(mutants.length).toBeGreaterThan(160);
  });
});
