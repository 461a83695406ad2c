import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { posts, type Post } from '@mangnon/domain/access/posts.ts';
import { reachRoles } from '../platform/database/application-role.ts';
import { begin } from '../platform/database/begin-as.ts';
import { findWrongCells, type Given } from './testing/access-cells.ts';
import { relations } from './testing/access-oracle.ts';
import { breakGlass, type AccessWorld } from './testing/access-world.ts';
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

const undone = <T>(work: () => Promise<T>): Promise<T> => matrix.undone(work);
const undoneWith = <T>(given: Given, work: () => Promise<T>): Promise<T> => matrix.undone(work, given);

const putContext = `select set_config('mangnon.context', $1, true)`;
const putPlace = `select set_config('mangnon.place', $1, true)`;
const everybodyElse = 'set local role mangnon_many';

/** Signs the holder of the post in for the open transaction, and copies the context as any statement could. */
async function beginAndCopy(client: Client, post: Post): Promise<string> {
  await client.query(begin, [world.people[post].tokenHash]);
  const { rows } = await client.query<{ context: string }>(`select current_setting('mangnon.context') as context`);
  return rows[0]?.context ?? '';
}

describe('the matrix over SQL', () => {
  it.each(['names', 'post', 'country'] as const)('answers every cell as the oracle says, given %s', async (given) => {
    // Over the country what differs is the inspector’s.
    const asked = cells[given].filter(({ post }) => given !== 'country' || post === 'inspector');
    const wrong = await undoneWith(given, () => findWrongCells(owner, world, asked));
    const allowed = asked.filter(({ expected }) => expected).length;
    console.log(
      `access matrix over SQL, given ${given}: ${asked.length} cells (${posts.length} posts × ${relations.length} relations), ` +
        `${allowed} allowed, ${asked.length - allowed} refused, ${wrong.length} wrong`,
    );
    expect(wrong).toEqual([]);
    expect(asked.length).toBeGreaterThan(given === 'country' ? 400 : 6000);
  });

  it('has each person stand in the role of their reach', async () => {
    const roles = async (given: Given) =>
      undoneWith(given, async () => {
        const found: Partial<Record<Post, string | undefined>> = {};
        for (const post of posts)
          found[post] = (await owner.query<{ role: string }>(begin, [world.people[post].tokenHash])).rows[0]?.role;
        return found;
      });
    const [post, country, names] = [await roles('post'), await roles('country'), await roles('names')];
    expect(post).toMatchObject({
      commune_protection_worker: 'mangnon_commune',
      commune_officer: 'mangnon_commune',
      school: 'mangnon_commune',
      provincial_lead_officer: 'mangnon_province',
      inspector: 'mangnon_province',
      police: 'mangnon_many',
      hotline_operator: 'mangnon_many',
    });
    expect(country.inspector).toBe('mangnon_nation');
    expect(names).toMatchObject({
      commune_protection_worker: 'mangnon_many',
      provincial_lead_officer: 'mangnon_many',
      school: 'mangnon_many',
      // To these posts nothing can be given by name.
      inspector: 'mangnon_province',
      auditor: 'mangnon_commune',
    });
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
      await owner.query(everybodyElse);
      expect(await seen()).toBe(0);
      await owner.query('rollback');
      // The same words with the same seal, in another transaction of the same connection.
      await owner.query('begin');
      await owner.query(everybodyElse);
      await owner.query(putContext, [mine]);
      expect(await seen()).toBe(0);
    });
  });

  it('says the same of who asks whether or not something was given by name', async () => {
    await undoneWith('post', async () => {
      for (const post of posts) {
        const told = async () => (await beginAndCopy(owner, post)).split(';').at(-1);
        const alone = await told();
        await owner.query('set local role none');
        await breakGlass(owner, world.full.own, world.people[post].id, '1 minute');
        expect(await told()).toEqual(alone);
        await owner.query('set local role none');
      }
    });
  });

  it('shows nothing for a context copied to another connection, with a seal of its own or without', async () => {
    const other = new Client({ connectionString: matrix.url });
    await other.connect();
    await undone(async () => {
      await owner.query('set local role mangnon_app');
      const copied = await beginAndCopy(owner, 'commune_protection_worker');
      await other.query(`begin; ${everybodyElse}`);
      expect((await other.query('select from child')).rowCount).toBe(0);
      await other.query('savepoint fresh');
      await other.query(putContext, [copied]);
      // There is no seal here at all.
      await expect(other.query('select from child')).rejects.toThrow(/not yet defined in this session/);
      await other.query('rollback to savepoint fresh');
      for (const role of ['mangnon_commune', 'mangnon_province', 'mangnon_nation']) {
        await other.query(`set local role ${role}`);
        await other.query(putPlace, [world.places.a1]);
        await expect(other.query('select from child')).rejects.toThrow(/not yet defined in this session/);
        await other.query('rollback to savepoint fresh');
      }
      await beginAndCopy(other, 'auditor');
      await other.query(putContext, [copied]);
      await other.query(everybodyElse);
      expect((await other.query('select from child')).rowCount).toBe(0);
      for (const statement of [
        `select setval('context_seal_1', 1)`,
        `select nextval('context_seal_2')`,
        `select setval('context_moment', 1)`,
        `select setval('context_reach', -1)`,
        `select setval('context_place', 1)`,
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
      await owner.query(begin, [token]);
      expect((await owner.query('select from child')).rowCount).toBe(0);
    });
  });
});

/** The tables whose policies are laid for each role of reach. */
const underReach = (tables: readonly string[]) =>
  tables.every((table) => /^(child|case)_?/.test(table)) && tables.length > 0;

describe('the roles of reach', () => {
  it('open nothing to who steps into one that is not theirs', async () => {
    let asked = 0;
    for (const given of ['names', 'post', 'country'] as const) {
      const own = cells[given].filter(
        ({ post, expected, tables, statement }) =>
          expected && (given !== 'country' || post === 'inspector') && underReach(tables) && !/ app_/.test(statement),
      );
      await undoneWith(given, async () => {
        for (const post of posts) {
          const mine = own.filter((cell) => cell.post === post);
          if (mine.length === 0) continue;
          const { rows } = await owner.query<{ role: string }>(begin, [world.people[post].tokenHash]);
          await owner.query('set local role none');
          for (const role of ['mangnon_app', ...reachRoles].filter((other) => other !== rows[0]?.role)) {
            const refused = mine.map((cell) => ({ ...cell, expected: false }));
            expect([role, await findWrongCells(owner, world, refused, { role })]).toEqual([role, []]);
            asked += mine.length;
          }
        }
      });
    }
    console.log(`access roles: ${asked} cells that are allowed in one’s own role, refused in every other`);
    expect(asked).toBeGreaterThan(1000);
  });

  it('are changed with the breaking of glass: from there on a case by name is seen as well', async () => {
    await undoneWith('post', async () => {
      const { caseId } = world.full.else;
      const sees = async () =>
        (
          await owner.query<{ id: string }>('select id from case_file where id = any ($1)', [
            [caseId, world.full.own.caseId],
          ])
        ).rows.map(({ id }) => id);
      await beginAndCopy(owner, 'commune_protection_worker');
      expect(await sees()).toEqual([world.full.own.caseId]);
      const { rows } = await owner.query<{ role: string }>(
        `select set_config('role', role, true) as role
         from app_break_glass($1, 'danger_to_life', gen_random_uuid(), decode(repeat('07', 80), 'hex'))`,
        [caseId],
      );
      expect(rows).toEqual([{ role: 'mangnon_many' }]);
      expect((await sees()).toSorted()).toEqual([caseId, world.full.own.caseId].toSorted());
    });
  });

  it('ask for this transaction, this place and this reach: without any of the three somebody gets in', async () => {
    const { a1, a2, provinceA } = world.places;
    /** Who sees a child they must not: in the next transaction, in another place, with no post for it. */
    const findLeaks = async () => {
      let leaks = 0;
      const see = async (role: string) => {
        await owner.query(`set local role ${role}`);
        leaks += (await owner.query('select from child')).rowCount ?? 0;
      };
      for (const [role, post, place] of [
        ['mangnon_commune', 'commune_protection_worker', a2],
        ['mangnon_province', 'provincial_lead_officer', world.places.provinceB],
        ['mangnon_nation', 'inspector', ''],
      ] as const) {
        await owner.query('savepoint somebody');
        await beginAndCopy(owner, post);
        await owner.query(putPlace, [place]);
        if (role !== 'mangnon_nation') await see(role);
        await owner.query('rollback to savepoint somebody');
        // An auditor has a place here too, and may do nothing in it.
        await beginAndCopy(owner, 'auditor');
        await see(role);
        await owner.query('rollback to savepoint somebody');
        // As if the numbers were of an earlier transaction.
        await beginAndCopy(owner, post);
        await owner.query(`set local role none; select setval('context_moment', 1)`);
        await see(role);
        await owner.query('rollback to savepoint somebody');
      }
      return leaks;
    };
    const { rows } = await owner.query<{ definition: string }>(
      `select pg_get_functiondef(p::regprocedure) as definition from unnest(array['app_own_place(integer)',
         'app_own_province(integer)', 'app_whole_nation(integer)']) p`,
    );
    expect(await undoneWith('country', findLeaks)).toBe(0);
    let caught = 0;
    for (const { definition } of rows) {
      const conditions = /WHEN \((.*)\) THEN/.exec(definition)?.[1]?.split(' AND ') ?? [];
      for (const condition of conditions) {
        const weaker = definition.replace(condition, 'true');
        const leaks = await undoneWith('country', async () => {
          // The auditor of a province, so that each role has a place to show.
          if (definition.includes('province'))
            await owner.query('update post_holding set place_id = $2 where account_id = $1', [
              world.people.auditor.id,
              provinceA,
            ]);
          await owner.query(weaker);
          return findLeaks();
        });
        expect([condition, leaks > 0]).toEqual([condition, true]);
        caught += 1;
      }
    }
    expect([caught, a1 === a2]).toEqual([8, false]);
  });
});
