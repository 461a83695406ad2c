import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { posts, type Post } from '@mangnon/domain/access/posts.ts';
import { cloneDatabase, type TestDatabase } from '../testing/test-database.ts';
import { findWrongCells, listCells, type Cell } from './testing/access-cells.ts';
import { relations } from './testing/access-oracle.ts';
import { breakGlass, makeAccessWorld, type AccessWorld } from './testing/access-world.ts';

let cloned: TestDatabase;
let owner: Client;
let world: AccessWorld;
let cells: Cell[];

beforeAll(async () => {
  cloned = await cloneDatabase();
  owner = new Client({ connectionString: cloned.url });
  await owner.connect();
  world = await makeAccessWorld(owner);
  cells = listCells(world);
});
afterAll(async () => {
  await owner.end();
  await cloned.drop();
});

/** Everything inside is undone. */
async function undone<T>(work: () => Promise<T>): Promise<T> {
  await owner.query('begin');
  try {
    return await work();
  } finally {
    await owner.query('rollback');
  }
}

const putContext = `select set_config('mangnon.context', $1, true)`;

/** Signs the holder of the post in for the open transaction, and copies the context as any statement could. */
async function beginAndCopy(client: Client, post: Post): Promise<string> {
  await client.query('select app_begin($1)', [world.people[post].tokenHash]);
  const { rows } = await client.query<{ context: string }>(`select current_setting('mangnon.context') as context`);
  return rows[0]?.context ?? '';
}

describe('the matrix over SQL', () => {
  it('answers every cell as the oracle says', async () => {
    const wrong = await undone(() => findWrongCells(owner, world, cells));
    const allowed = cells.filter(({ expected }) => expected).length;
    console.log(
      `access matrix over SQL: ${cells.length} cells (${posts.length} posts × ${relations.length} relations), ` +
        `${allowed} allowed, ${cells.length - allowed} refused, ${wrong.length} wrong`,
    );
    expect(wrong).toEqual([]);
    expect(cells.length).toBeGreaterThan(6000);
  });

  it('shows nothing without a context, after a change to any part of it, and in the next transaction', async () => {
    const seen = async () => (await owner.query('select from child')).rowCount;
    await undone(async () => {
      await owner.query('set local role mangnon_app');
      expect(await seen()).toBe(0);
      const mine = await beginAndCopy(owner, 'commune_protection_worker');
      expect(await seen()).toBeGreaterThan(0);
      const parts = mine.split(';');
      expect(parts.length).toBeGreaterThan(8);
      for (const [at, part] of parts.entries()) {
        const changed = parts.with(at, part === '' ? world.places.b1 : '*').join(';');
        await owner.query(putContext, [changed]);
        expect([at, await seen()]).toEqual([at, 0]);
        expect((await owner.query('select app_account() as me')).rows).toEqual([{ me: null }]);
      }
      await owner.query(putContext, [mine]);
      expect(await seen()).toBeGreaterThan(0);
      // The words of another person, copied in their own transaction of this connection.
      const wider = await beginAndCopy(owner, 'provincial_lead_officer');
      await beginAndCopy(owner, 'auditor');
      await owner.query(putContext, [wider]);
      expect(await seen()).toBe(0);
      await owner.query('rollback');
      // The same words with the same seal, in another transaction of the same connection.
      await owner.query('begin');
      await owner.query('set local role mangnon_app');
      await owner.query(putContext, [mine]);
      expect(await seen()).toBe(0);
    });
  });

  it('says the same of a person with one post whether or not something was given by name', async () => {
    await undone(async () => {
      await owner.query('update case_assignment set ended_at = now(); update case_referral set ended_at = now()');
      await owner.query(
        `update broken_glass set broken_at = now() - interval '2 hours', until = now() - interval '1 hour'`,
      );
      for (const post of posts) {
        const sorted = async () => {
          const parts = (await beginAndCopy(owner, post)).split(';');
          return parts.with(1, (parts[1] ?? '').split(',').toSorted().join());
        };
        const alone = await sorted();
        await breakGlass(owner, world.full.own, world.people[post].id, '1 minute');
        expect(await sorted()).toEqual(alone);
      }
    });
  });

  it('shows nothing for a context copied to another connection, with a seal of its own or without', async () => {
    const other = new Client({ connectionString: cloned.url });
    await other.connect();
    await undone(async () => {
      await owner.query('set local role mangnon_app');
      const copied = await beginAndCopy(owner, 'commune_protection_worker');
      await other.query('begin; set local role mangnon_app');
      expect((await other.query('select from child')).rowCount).toBe(0);
      await other.query('savepoint fresh');
      await other.query(putContext, [copied]);
      // There is no seal here at all.
      await expect(other.query('select from child')).rejects.toThrow(/not yet defined in this session/);
      await other.query('rollback to savepoint fresh');
      await beginAndCopy(other, 'auditor');
      await other.query(putContext, [copied]);
      expect((await other.query('select from child')).rowCount).toBe(0);
      for (const statement of [
        `select setval('context_seal_1', 1)`,
        `select nextval('context_seal_2')`,
        `select app_note('${world.people.commune_protection_worker.id}')`,
      ]) {
        await other.query('savepoint own_seal');
        await expect(other.query(statement)).rejects.toThrow(/permission denied/);
        await other.query('rollback to savepoint own_seal');
      }
    });
    await other.end();
  });

  it.each([
    ['a token nobody has', `select 1`],
    ['a session that was closed', `update session set closed_at = now()`],
    ['a session past its end', `update session set started_at = now() - interval '9 hours', ends_at = now()`],
    ['a session long unused', `update session set last_used_at = now() - interval '17 minutes'`],
    ['a session that has shown the password alone', `update session set second_factor_at = null`],
    ['an account that was disabled', `update account set disabled_at = now()`],
    ['a post that was ended', `update post_holding set ended_at = now()`],
    ['a post not yet begun', `update post_holding set valid_from = current_date + 3`],
    ['a post that ran out', `update post_holding set valid_to = current_date - 3`],
  ])('shows nothing to %s', async (what, change) => {
    await undone(async () => {
      await owner.query(change);
      const worker = world.people.commune_protection_worker;
      const token = what.startsWith('a token') ? Buffer.alloc(32) : worker.tokenHash;
      await owner.query('set local role mangnon_app');
      await owner.query('select app_begin($1)', [token]);
      expect((await owner.query('select from child')).rowCount).toBe(0);
    });
  });
});

/** The ways of a policy of children and cases that have a place or a name in them. */
function waysOf(said: string | null): string[] {
  if (said?.startsWith(provincesFirst) !== true) return [];
  return said.slice(provincesFirst.length).match(/\(\w+ = ANY \(\( SELECT .*?\]\)\)/g) ?? [];
}

const provincesFirst = '((province_id = ANY (( SELECT app_provinces() AS app_provinces)::text[])) AND ';

interface Policy {
  readonly name: string;
  readonly table: string;
  readonly command: string;
  readonly check: string | null;
  readonly using: string | null;
}

async function listPolicies(): Promise<Policy[]> {
  const { rows } = await owner.query<Policy>(
    `select policyname as name, tablename as table, cmd as command, with_check as check, qual as using from pg_policies
     where schemaname = 'public' and tablename = any ($1) order by tablename, policyname`,
    [[...new Set(cells.flatMap(({ tables }) => tables))]],
  );
  return rows;
}

/** The statement that puts this in the place of what the policy says. */
function alter({ name, table, using, check }: Policy, say: (said: string) => string): string {
  const said = [using === null ? '' : `using (${say(using)})`, check === null ? '' : `with check (${say(check)})`];
  return `alter policy ${name} on ${table} ${said.join(' ')}`;
}

/** Statements a policy alone decides on: they look at no column, so that the policy for reading is not asked as well. */
function bareCells({ table, command }: Policy): Cell[] {
  const change = cells.find(
    ({ tables, statement }) => tables.includes(table) && statement.startsWith('update'),
  )?.statement;
  const bare = {
    SELECT: `select from ${table}`,
    UPDATE: change?.replace(/ where .*$/s, '') ?? '',
    DELETE: `delete from ${table}`,
  };
  const inserts = cells.filter(
    ({ tables, statement, expected }) => tables.includes(table) && expected && statement.startsWith('insert'),
  );
  return command === 'INSERT'
    ? inserts.map((cell) => ({ ...cell, expected: false }))
    : posts.map((post) => {
        const statement = bare[command as keyof typeof bare];
        return { post, act: command, relation: 'own', letter: '-', tables: [table], statement, expected: false };
      });
}

describe('a context that was only copied', () => {
  it('opens nothing anywhere, and would where a policy did not ask for the seal', async () => {
    const sealed = (await listPolicies()).filter(({ using, check }) => (using ?? check)?.startsWith(provincesFirst));
    const survived: string[] = [];
    for (const policy of sealed) {
      const forged = bareCells(policy);
      const let_in = await undone(() => findWrongCells(owner, world, forged, { copied: true }));
      expect([policy.name, let_in]).toEqual([policy.name, []]);
      const wrong = await undone(async () => {
        await owner.query(alter(policy, (said) => said.replace(provincesFirst, '(true AND ')));
        return findWrongCells(owner, world, forged, { copied: true, stopAtFirst: true });
      });
      if (wrong.length === 0) survived.push(policy.name);
    }
    console.log(`access seals: ${sealed.length} policies without the seal, ${sealed.length - survived.length} caught`);
    expect(survived).toEqual([]);
    // Three for each of the eleven tables of children and cases, and one more for tokens.
    expect(sealed.length).toBe(34);
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
        { at: `drop ${at}`, table, name },
        ...(guards ? [] : [{ at: alter(policy, () => 'true'), table, name }]),
        // Without one of its ways, and with the reach of nothing but the provinces.
        ...ways.map((way) => ({ at: alter(policy, (said) => said.replace(way, 'false')), table, name })),
        ...(ways.length === 0 ? [] : [{ at: alter(policy, () => `${provincesFirst}true)`), table, name }]),
        // Where columns of the policy can be changed, the check alone is a mutant of its own.
        ...(using !== null && check !== null && using !== check
          ? [{ at: `alter ${at} with check (true)`, table, name }]
          : []),
        ...(name === 'child_update' ? [{ at: `alter ${at} with check (true)`, table, name }] : []),
      ];
    });
    const survived: string[] = [];
    for (const { at, table, name } of mutants) {
      const wrong = await undone(async () => {
        await owner.query(at);
        // What the functions of the guard look at shows in all tables; these few are enough to tell.
        const touched = cells.filter(({ tables, relation, act }) =>
          name.startsWith('guard') || name.startsWith('holding_read')
            ? act === 'glass: break' ||
              act === 'transfer' ||
              (act === 'read' && ['own', 'assigned', 'referred', 'broken'].includes(relation))
            : tables.includes(table),
        );
        return findWrongCells(owner, world, touched, { stopAtFirst: true });
      });
      if (wrong.length === 0) survived.push(at);
    }
    console.log(
      `access mutants: ${mutants.length} of ${policies.length} policies, ${mutants.length - survived.length} caught`,
    );
    expect(survived).toEqual([]);
    expect(mutants.length).toBeGreaterThan(60);
  });
});
