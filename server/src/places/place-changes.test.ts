import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlaceChange } from '@mangnon/domain/places/place-change.ts';
import { changePlaces, previewPlaceChanges } from '@mangnon/domain/places/place-changes.api.ts';
import { getPlace, searchPlaces } from '@mangnon/domain/places/places.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let officer: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  server.clock.now = new Date('2027-03-01T03:00:00Z');
  officer = await server.signIn({ post: 'provincial_lead_officer', placeId: '99@2025-07-01' });
});
afterAll(() => server.stop());

const decision = { number: '21/NQ-UBTVQH16', day: '2026-12-15' };
const send = (changes: PlaceChange[], person: Person = officer) =>
  server.call(person, changePlaces, { body: { changes, decision } });
const step = (fromId: string, toId: string, weight: number | null = null): PlaceChange => ({
  change: 'put_succession',
  fromId,
  toId,
  on: '2027-01-01',
  kind: weight === null ? 'whole' : 'part',
  weight,
  trust: 'verified',
});
const end = (placeId: string): PlaceChange => ({ change: 'end_unit', placeId, validTo: '2026-12-31' });
const add = (code: string, name: string, parentId = '99@2025-07-01'): PlaceChange => ({
  change: 'add_unit',
  code,
  level: 'commune',
  type: 'Xã',
  name,
  parentId,
  validFrom: '2027-01-01',
});
async function countRows(): Promise<number[]> {
  const tables = ['place', 'place_succession', 'place_type_change', 'place_search'] as const;
  const counts = tables.map(async (table) => {
    const { count } = await server.database
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  });
  return Promise.all(counts);
}

it('merges two communes into one that takes over a code, and finds it by every name', async () => {
  const called = await send([
    end('99016@2025-07-01'),
    end('99019@2025-07-01'),
    add('99016', 'Mộc Sơn'),
    step('99016@2025-07-01', '99016@2027-01-01'),
    step('99019@2025-07-01', '99016@2027-01-01'),
  ]);
  expect(called.answer).toEqual({ added: 1, changed: 2, successions: 2 });
  const page = (await server.call(officer, getPlace, { params: { placeId: '99016@2027-01-01' }, query: {} })).answer;
  expect(page.predecessors.map(({ place }) => place.fullName)).toEqual(['Xã Bản Lành', 'Xã Đồng Cói']);
  expect(page.before.kind).toBe('sum');
  const find = async (q: string) =>
    (await server.call(officer, searchPlaces, { query: { q } })).answer.places.map(({ fullName, now }) => [
      fullName,
      now.map(({ place }) => place.fullName),
    ]);
  expect((await find('moc son, moc giang'))[0]).toEqual(['Xã Mộc Sơn', []]);
  expect((await find('xã bản lành, mộc giang'))[0]).toEqual(['Xã Bản Lành', ['Xã Mộc Sơn']]);
  // Two mergers later: of the old commune three tenths.
  const old = (await server.call(officer, searchPlaces, { query: { q: 'na hoa, khe truc' } })).answer.places[0];
  expect(old?.now.map(({ place, weight }) => [place.fullName, weight])).toEqual([
    ['Xã Khe Trúc', 0.7],
    ['Xã Mộc Sơn', 0.3],
  ]);
});

it('gives a province another type, and its communes are found under it', async () => {
  const [, , before] = await countRows();
  await send([
    { change: 'rename_unit', placeId: '99@2025-07-01', from: '2027-02-01', type: 'Thành phố', name: 'Mộc Giang Mới' },
  ]);
  expect((await countRows())[2]).toBe((before ?? 0) + 1);
  const [hit] = (await server.call(officer, searchPlaces, { query: { q: 'khe truc, tp moc giang moi' } })).answer
    .places;
  expect(hit).toMatchObject({ fullName: 'Xã Khe Trúc', above: 'thành phố Mộc Giang Mới' });
});

it.each<[string, string, PlaceChange[]]>([
  ['places.set_refused', '99031@2027-01-01', [add('99031', 'Nà Lúa', '99@')]],
  ['places.set_refused', '99031@2027-01-01', [add('99031', 'Nà Lúa', 'nowhere@')]],
  ['places.set_refused', '99010@2027-01-01', [add('99010', 'Nà Lúa')]],
  ['places.set_refused', '99031@2027-01-01', [add('99031', '=Nà Lúa')]],
  ['places.set_refused', '99@2025-07-01', [end('99@2025-07-01')]],
  [
    'places.set_refused',
    '99010@2025-07-01',
    [
      end('99010@2025-07-01'),
      add('99031', 'Nà Lúa'),
      add('99034', 'Nà Cọ'),
      step('99010@2025-07-01', '99031@2027-01-01', 0.5),
      step('99010@2025-07-01', '99034@2027-01-01', 0.4),
    ],
  ],
  ['places.set_refused', '99010@2025-07-01 > 99@', [step('99010@2025-07-01', '99@')]],
  ['places.set_refused', '99010@2025-07-01 > nowhere@', [step('99010@2025-07-01', 'nowhere@')]],
  ['places.unknown_place', 'changes.1', [add('99031', 'Nà Lúa'), end('nowhere@')]],
  ['places.exists_already', 'changes.0', [add('99016', 'Bản Lành')]],
])('%s at %s, and nothing is half done', async (code, where, changes) => {
  const before = await countRows();
  const { status, refusal } = await send(changes);
  expect([status, refusal.code, refusal.where?.split(',')[0]]).toEqual([
    422,
    code,
    expect.stringContaining(where === '99@2025-07-01' ? '@' : where),
  ]);
  expect(refusal.message.vi).not.toMatch(/\{\w+\}/);
  expect(refusal.message.en).not.toMatch(/\{\w+\}/);
  expect(await countRows()).toEqual(before);
});

it('shows before writing what an act would change, and every problem with the unit it concerns', async () => {
  const before = await countRows();
  const ask = async (changes: PlaceChange[]) =>
    (await server.call(officer, previewPlaceChanges, { body: { changes } })).answer;
  const good = await ask([
    end('99010@2025-07-01'),
    add('99010', 'Khe Trúc Thượng'),
    step('99010@2025-07-01', '99010@2027-01-01'),
  ]);
  expect(good.problems).toEqual([]);
  expect(good.changes.map(({ what, id }) => [what, id])).toEqual([
    ['unit_added', '99010@2027-01-01'],
    ['unit_changed', '99010@2025-07-01'],
    ['succession_added', '99010@2025-07-01 > 99010@2027-01-01'],
  ]);
  expect(good.changes[1]?.fields).toEqual([{ column: 'Hiệu lực đến', before: '', after: '31/12/2026' }]);
  const bad = await ask([
    end('99010@2025-07-01'),
    add('9903', 'Nà Lúa'),
    step('99010@2025-07-01', '9903@2027-01-01', 0.5),
    step('99010@2025-07-01', '99004@2025-07-01', 0.4),
  ]);
  expect(bad.problems.map(({ code, where }) => [code, where])).toEqual([
    ['places.code_form', '9903@2027-01-01'],
    ['places.weights_not_one', '99010@2025-07-01'],
  ]);
  const twice = await ask([add('99016', 'Bản Lành')]);
  expect(twice.problems).toMatchObject([{ code: 'places.exists_already', where: '99016@2027-01-01' }]);
  expect(await countRows()).toEqual(before);
});

it('refuses a circle through time', async () => {
  const circle = [
    add('99041', 'Nà Một'),
    add('99044', 'Nà Hai'),
    { ...step('99041@2027-01-01', '99044@2027-01-01'), on: '2028-01-01' },
    { ...step('99044@2027-01-01', '99041@2027-01-01'), on: '2028-01-01' },
  ] as PlaceChange[];
  const { refusal } = await send(circle);
  expect(JSON.stringify(refusal.details['problems'])).toContain('places.succession_circle');
});

it('is for the officer alone', async () => {
  for (const role of ['agency_officer', 'system_administrator'] as const) {
    const called = await send([end('99010@2025-07-01')], await server.signIn(role));
    expect([called.status, called.refusal.code]).toEqual([403, 'platform.not_allowed']);
  }
});

it('lets officers at the same moment change one after the other', async () => {
  const other = await server.signIn({ post: 'provincial_lead_officer', placeId: '99@2025-07-01' });
  const all = Array.from({ length: 8 }, (_, at) => send([add('99051', `Nà ${at}`)], at % 2 === 0 ? officer : other));
  const statuses = (await Promise.all(all)).map(({ status }) => status);
  expect(statuses.toSorted((one, another) => one - another)).toEqual([200, ...Array.from({ length: 7 }, () => 422)]);
});

it('leaves a row in the audit trail, with counts and the decision, which the page of the unit shows', async () => {
  await send([add('99061', 'Nà Năm')]);
  const row = await server.database
    .selectFrom('audit_event')
    .select(['details', 'outcome'])
    .where('action', '=', 'places.place.edit')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(row).toEqual({
    details: { added: 1, changed: 0, successions: 0, decision: decision.number, decisionDay: decision.day },
    outcome: 'accepted',
  });
  const page = await server.call(officer, getPlace, { params: { placeId: '99061@2027-01-01' }, query: {} });
  expect(page.answer.decisions).toEqual([{ ...decision, issuer: null, title: null, link: null }]);
});
