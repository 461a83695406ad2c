import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { begin } from '../platform/database/begin-as.ts';
import { cloneDatabase, type TestDatabase } from '../testing/test-database.ts';
import { makeAccessWorld, type AccessWorld } from './testing/access-world.ts';

let cloned: TestDatabase;
let owner: Client;
let world: AccessWorld;
beforeEach(async () => {
  cloned = await cloneDatabase();
  owner = new Client({ connectionString: cloned.url });
  await owner.connect();
  world = await makeAccessWorld(owner);
  await owner.query('begin');
});
afterEach(async () => {
  await owner.end();
  await cloned.drop();
});

type Who = keyof AccessWorld['people'];

async function as<T>(who: Who, work: () => Promise<T>): Promise<T> {
  await owner.query('set local role mangnon_app');
  await owner.query(begin, [world.people[who].tokenHash]);
  const done = await work();
  await owner.query('set local role none');
  return done;
}

async function breakGlass(sealed = Buffer.alloc(80, 7), caseId = world.full.else.caseId) {
  const { rows } = await owner.query<{ glass_id: string | null; refusal: string | null; role: string }>(
    `select glass_id, refusal, set_config('role', role, true) as role
     from app_break_glass($1, 'danger_to_life', gen_random_uuid(), $2)`,
    [caseId, sealed],
  );
  return rows.map(({ glass_id, refusal }) => ({ glass_id, refusal }))[0];
}

const sees = async () => (await owner.query('select from case_file where id = $1', [world.full.else.caseId])).rowCount;

describe('broken glass', () => {
  it('opens one case for sixty minutes and tells the supervisors in the same transaction', async () => {
    const glass = await as('police', async () => {
      expect(await sees()).toBe(0);
      const made = await breakGlass();
      expect(await sees()).toBe(1);
      return made;
    });
    expect((await owner.query('select from supervisor_notice where glass_id = $1', [glass?.glass_id])).rowCount).toBe(
      1,
    );
    const { rows } = await owner.query<{ minutes: number }>(
      'select extract(epoch from until - broken_at)::int / 60 as minutes from broken_glass where id = $1',
      [glass?.glass_id],
    );
    expect(rows).toEqual([{ minutes: 60 }]);
    await owner.query('update broken_glass set until = now() where id = $1', [glass?.glass_id]);
    expect(await as('police', sees)).toBe(0);
  });

  it('is refused while a review is overdue, and given again after it', async () => {
    const first = await as('police', () => breakGlass());
    await owner.query(`update broken_glass set review_due = now() - interval '1 minute' where id = $1`, [
      first?.glass_id,
    ]);
    expect(await as('police', () => breakGlass())).toEqual({ glass_id: null, refusal: 'review_overdue' });
    await owner.query('update broken_glass set reviewed_at = now(), reviewed_by = $2, justified = true where id = $1', [
      first?.glass_id,
      world.people.commune_chair.id,
    ]);
    expect((await as('police', () => breakGlass()))?.refusal).toBeNull();
  });

  it('is refused to posts that may not, and where there is no such case', async () => {
    expect(await as('school', () => breakGlass())).toEqual({ glass_id: null, refusal: 'not_allowed' });
    const nothing = '00000000-0000-4000-8000-000000000000';
    expect(await as('police', () => breakGlass(undefined, nothing))).toEqual({ glass_id: null, refusal: 'not_found' });
  });

  it('needs twenty letters of reason, sealed', async () => {
    // What sealing adds, and nineteen bytes.
    await expect(as('police', () => breakGlass(Buffer.alloc(64, 7)))).rejects.toThrow(/words_sealed_check/);
  });
});
