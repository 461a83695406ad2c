import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Post } from '@mangnon/domain/access/posts.ts';
import { begin } from '../platform/database/begin-as.ts';
import { cloneDatabase, type TestDatabase } from '../testing/test-database.ts';
import { findPlaces, makePerson, type WorldPlaces } from './testing/access-world.ts';
import { seenInModel, type ModelCase, type ModelWorld } from './testing/reference-model.ts';

let cloned: TestDatabase;
let owner: Client;
let places: WorldPlaces;
beforeAll(async () => {
  cloned = await cloneDatabase();
  owner = new Client({ connectionString: cloned.url });
  await owner.connect();
  places = await findPlaces(owner);
  await owner.query(
    `insert into agency (id, name, level, kind, verified) values ('test.one', 'Một', 'commune', 'other', false),
       ('test.two', 'Hai', 'commune', 'other', false)`,
  );
});
afterAll(async () => {
  await owner.end();
  await cloned.drop();
});

const placed: readonly Post[] = [
  'commune_protection_worker',
  'commune_chair',
  'commune_officer',
  'village_collaborator',
];
const above: readonly Post[] = ['provincial_lead_officer', 'provincial_chair', 'inspector', 'statistician'];
const elsewhere: readonly Post[] = ['police', 'school', 'hotline_operator', 'service_provider', 'auditor'];
const commune = fc.constantFrom('a1', 'a2', 'b1');
const agency = fc.constantFrom('test.one', 'test.two');
const holding = fc.oneof(
  fc.record({ post: fc.constantFrom(...placed), at: commune, agency: fc.constant(null), ended: fc.boolean() }),
  fc.record({
    post: fc.constantFrom(...above),
    at: fc.constantFrom('A', 'B'),
    agency: fc.constant(null),
    ended: fc.boolean(),
  }),
  fc.record({ post: fc.constantFrom(...elsewhere), at: commune, agency, ended: fc.boolean() }),
);
const person = fc.integer({ min: 0, max: 4 });
const record = fc.record({
  at: commune,
  intake: fc.option(fc.record({ agency, at: commune }), { nil: null }),
  /** Where the child moves to afterwards: everything must go along. */
  moves: fc.option(commune, { nil: null }),
  assigned: fc.array(fc.record({ to: person, ended: fc.boolean() }), { maxLength: 3 }),
  referred: fc.array(fc.record({ agency, at: commune, ended: fc.boolean() }), { maxLength: 2 }),
  broken: fc.array(fc.record({ by: person, minutesAgo: fc.constantFrom(5, 59, 61, 600) }), { maxLength: 2 }),
});
const world: fc.Arbitrary<ModelWorld> = fc.record({
  people: fc.array(fc.array(holding, { maxLength: 3 }), { minLength: 5, maxLength: 5 }),
  cases: fc.array(record, { minLength: 1, maxLength: 12 }),
});

function idOf(at: string): string {
  const named: Record<string, string> = { ...places, A: places.provinceA, B: places.provinceB };
  return named[at] ?? '';
}
const provinceOf = (at: string) => (at.startsWith('a') ? places.provinceA : places.provinceB);

async function makePeople(people: ModelWorld['people']) {
  const made: { id: string; tokenHash: Buffer }[] = [];
  for (const holdings of people) {
    const one = await makePerson(owner, 'auditor', { placeId: null, agencyId: null });
    for (const { post, at, agency: agencyId, ended } of holdings) {
      await owner.query(
        `insert into post_holding (account_id, post, place_id, agency_id, valid_from, ended_at)
         values ($1, $2, $3, $4, '2025-07-01', $5) on conflict do nothing`,
        [one.id, post, idOf(at), agencyId, ended ? new Date() : null],
      );
    }
    made.push(one);
  }
  return made;
}

async function makeCase(
  made: ModelCase,
  people: readonly { id: string }[],
): Promise<{ childId: string; caseId: string }> {
  const [childId, caseId] = [randomUUID(), randomUUID()];
  const unit = made.intake === null ? '' : `${made.intake.agency}|${idOf(made.intake.at)}`;
  const scope = [idOf(made.at), provinceOf(made.at), unit];
  const by = people[0]?.id;
  await owner.query(
    `insert into child (id, place_id, province_id, intake_unit, created_by) values ($1, $2, $3, $4, $5)`,
    [childId, ...scope, by],
  );
  await owner.query(
    `insert into case_file (id, child_id, place_id, province_id, intake_unit, received_at, opened_by)
     values ($1, $2, $3, $4, $5, now(), $6)`,
    [caseId, childId, ...scope, by],
  );
  const ended = (is: boolean) => (is ? new Date() : null);
  for (const { to, ended: is } of made.assigned)
    await owner.query(
      `insert into case_assignment (case_id, place_id, province_id, intake_unit, account_id, assigned_by, ended_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [caseId, ...scope, people[to]?.id, by, ended(is)],
    );
  for (const { agency: to, at, ended: is } of made.referred)
    await owner.query(
      `insert into case_referral (case_id, place_id, province_id, intake_unit, to_agency_id, to_place_id, referred_by, ended_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [caseId, ...scope, to, idOf(at), by, ended(is)],
    );
  for (const { by: who, minutesAgo } of made.broken)
    await owner.query(
      `insert into broken_glass (case_id, place_id, province_id, intake_unit, account_id, reason, words_sealed, broken_at, until)
       values ($1, $2, $3, $4, $5, 'child_moved', decode(repeat('07', 80), 'hex'), now() - make_interval(mins => $6),
         now() - make_interval(mins => $6) + interval '60 minutes')`,
      [caseId, ...scope, people[who]?.id, minutesAgo],
    );
  if (made.moves !== null)
    await owner.query('update child set place_id = $2, province_id = $3 where id = $1', [
      childId,
      idOf(made.moves),
      provinceOf(made.moves),
    ]);
  return { childId, caseId };
}

it('the set seen in random worlds is the set of the reference model', async () => {
  let [worlds, seen] = [0, 0];
  await fc.assert(
    fc.asyncProperty(world, async (drawn) => {
      await owner.query('begin');
      try {
        const people = await makePeople(drawn.people);
        const ids: { childId: string; caseId: string }[] = [];
        for (const one of drawn.cases) ids.push(await makeCase(one, people));
        await owner.query('set local role mangnon_app');
        for (const [index, { tokenHash }] of people.entries()) {
          await owner.query(begin, [tokenHash]);
          const children = await owner.query<{ id: string }>('select id from child');
          const cases = await owner.query<{ id: string }>('select id from case_file');
          const model = seenInModel(drawn, index);
          // A row seen twice would show in the number.
          expect([children.rowCount, cases.rowCount]).toEqual([model.children.size, model.cases.size]);
          const numbersOf = (found: readonly { readonly id: string }[], key: 'childId' | 'caseId') =>
            new Set(found.map(({ id }) => ids.findIndex((made) => made[key] === id)));
          expect(numbersOf(children.rows, 'childId')).toEqual(model.children);
          expect(numbersOf(cases.rows, 'caseId')).toEqual(model.cases);
          seen += model.children.size + model.cases.size;
        }
        worlds += 1;
      } finally {
        await owner.query('rollback');
      }
    }),
    { numRuns: Number(process.env['MANGNON_ACCESS_WORLDS'] ?? 40) },
  );
  console.log(`access worlds: ${worlds} drawn, ${seen} records seen, all as in the model`);
  expect(seen).toBeGreaterThan(worlds);
});
