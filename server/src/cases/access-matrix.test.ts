import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { posts } from '@mangnon/domain/access/posts.ts';
import { cloneDatabase, type TestDatabase } from '../testing/test-database.ts';
import { findWrongCells, listCells, type Cell } from './testing/access-cells.ts';
import { relations } from './testing/access-oracle.ts';
import { makeAccessWorld, type AccessWorld } from './testing/access-world.ts';

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

  it('shows nothing without a context, after a forged one, and in the next transaction', async () => {
    const seen = async () => (await owner.query('select from child')).rowCount;
    const worker = world.people.commune_protection_worker;
    await undone(async () => {
      await owner.query('set local role mangnon_app');
      expect(await seen()).toBe(0);
      await owner.query('select app_begin($1)', [worker.tokenHash]);
      expect(await seen()).toBeGreaterThan(0);
      const { rows } = await owner.query<{ context: string; mac: string }>(
        `select current_setting('mangnon.context') as context, current_setting('mangnon.mac') as mac`,
      );
      const [signed] = rows;
      const wider = signed?.context.replace('"nationwide": false', '"nationwide": true');
      expect(wider).not.toBe(signed?.context);
      await owner.query(`select set_config('mangnon.context', $1, true)`, [wider]);
      expect(await seen()).toBe(0);
      await owner.query(`select set_config('mangnon.context', $1, true)`, [signed?.context]);
      expect(await seen()).toBeGreaterThan(0);
      await owner.query('rollback');
      // The same words and the same code, in another transaction of the same connection.
      await owner.query('begin');
      await owner.query('set local role mangnon_app');
      await owner.query(`select set_config('mangnon.context', $1, true), set_config('mangnon.mac', $2, true)`, [
        signed?.context,
        signed?.mac,
      ]);
      expect(await seen()).toBe(0);
    });
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

describe('a policy that is dropped or weakened', () => {
  it('is noticed by the matrix, each one', async () => {
    const { rows: policies } = await owner.query<{
      name: string;
      table: string;
      check: string | null;
      using: string | null;
    }>(
      `select policyname as name, tablename as table, with_check as check, qual as using from pg_policies
       where schemaname = 'public' and tablename = any ($1) order by tablename, policyname`,
      [[...new Set(cells.flatMap(({ tables }) => tables))]],
    );
    const mutants = policies.flatMap(({ name, table, check, using }) => {
      const at = `policy ${name} on ${table}`;
      const open = [using === null ? '' : 'using (true)', check === null ? '' : 'with check (true)'].join(' ');
      const guards = [using, check].every((said) => said === null || said === 'true');
      return [
        { at: `drop ${at}`, table, name },
        ...(guards ? [] : [{ at: `alter ${at} ${open}`, table, name }]),
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
        return findWrongCells(owner, world, touched, true);
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
