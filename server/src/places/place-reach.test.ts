import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlaceChange } from '@mangnon/domain/places/place-change.ts';
import { changePlaces, previewPlaceChanges } from '@mangnon/domain/places/place-changes.api.ts';
import { importPlaces, previewPlaceImport, type ImportPreview } from '@mangnon/domain/places/places-exchange.api.ts';
import { placeSheets } from '@mangnon/domain/places/places-sheet.ts';
import { getPlace } from '@mangnon/domain/places/places.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

/** Mộc Giang and its communes are invented; Ba Đình of Hà Nội stands for any place elsewhere. */
const province = '99@2025-07-01';
const commune = '99010@2025-07-01';
const neighbour = '99016@2025-07-01';
const elsewhere = '00004@2025-07-01';

let server: TestServer;
let ofProvince: Person;
let ofCommune: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  ofProvince = await server.signIn({ post: 'provincial_lead_officer', placeId: province });
  ofCommune = await server.signIn({ post: 'provincial_lead_officer', placeId: commune });
});
afterAll(() => server.stop());

const decision = { number: '21/NQ-UBTVQH16', day: '2026-12-15' };
const rename = (placeId: string, name = 'Tên Mới'): PlaceChange => ({
  change: 'rename_unit',
  placeId,
  from: '2027-01-01',
  type: 'Phường',
  name,
});
const join = (fromId: string, toId: string): PlaceChange => ({
  change: 'put_succession',
  fromId,
  toId,
  on: '2025-07-01',
  kind: 'part',
  weight: 0.7,
  trust: 'unverified',
});
const wholly = (fromId: string, toId: string): PlaceChange => ({
  ...join(fromId, toId),
  ...({ kind: 'whole', weight: null } as const),
});
const add = (parentId: string | null): PlaceChange => ({
  change: 'add_unit',
  code: parentId === null ? '98' : `98${parentId.slice(0, 2)}1`,
  level: parentId === null ? 'province' : 'commune',
  type: 'Xã',
  name: 'Nà Lúa',
  parentId,
  validFrom: '2027-01-01',
});
async function nameOf(placeId: string): Promise<string> {
  const { answer } = await server.call(ofProvince, getPlace, { params: { placeId }, query: { on: '2027-02-01' } });
  return answer.place.fullName;
}

describe('the officer changes', () => {
  it.each<[string, () => Person, PlaceChange[]]>([
    ['the own province', () => ofProvince, [rename(province, 'Mộc Giang Mới')]],
    ['a commune below it', () => ofProvince, [rename(commune)]],
    ['a unit of before 2025 that is part of it now', () => ofProvince, [join('99013@', commune)]],
    ['a new commune below it', () => ofProvince, [add(province)]],
    ['the own commune', () => ofCommune, [rename(commune, 'Khe Trúc')]],
  ])('%s', async (_, officer, changes) => {
    const person = officer();
    expect((await server.call(person, previewPlaceChanges, { body: { changes } })).answer.problems).toEqual([]);
    expect((await server.call(person, changePlaces, { body: { changes, decision } })).status).toBe(200);
  });

  it.each<[string, () => Person, PlaceChange[]]>([
    ['a commune of another province', () => ofProvince, [rename(elsewhere)]],
    ['the other province', () => ofProvince, [rename('01@2025-07-01')]],
    ['a new commune below another province', () => ofProvince, [add('01@2025-07-01')]],
    ['a new province', () => ofProvince, [add(null)]],
    ['what another province’s unit came from', () => ofProvince, [join('99013@', elsewhere)]],
    [
      'a unit elsewhere drawn into reach in the same act',
      () => ofProvince,
      [wholly(elsewhere, commune), rename(elsewhere)],
    ],
    ['one of its own together with one elsewhere', () => ofProvince, [rename(commune, 'X'), rename(elsewhere)]],
    ['the neighbour of the own commune', () => ofCommune, [rename(neighbour)]],
    ['the province above the own commune', () => ofCommune, [rename(province)]],
  ])('never %s', async (_, officer, changes) => {
    const person = officer();
    const before = [await nameOf(elsewhere), await nameOf(commune), await nameOf(neighbour), await nameOf(province)];
    const refused = await server.call(person, changePlaces, { body: { changes, decision } });
    expect([refused.status, refused.refusal.code]).toEqual([403, 'places.outside_reach']);
    expect(refused.refusal.message.vi).toMatch(/^\p{Lu}.* nằm ngoài địa bàn/u);
    const { answer } = await server.call(person, previewPlaceChanges, { body: { changes } });
    expect(answer.problems.map(({ code }) => code)).toEqual(['places.outside_reach']);
    const after = [await nameOf(elsewhere), await nameOf(commune), await nameOf(neighbour), await nameOf(province)];
    expect(after).toEqual(before);
  });

  it('nothing with a post held in no place', async () => {
    const nowhere = await server.signIn('provincial_lead_officer');
    const refused = await server.call(nowhere, changePlaces, { body: { changes: [rename(commune)], decision } });
    expect([refused.status, refused.refusal.code]).toEqual([403, 'platform.not_allowed']);
  });
});

it('a workbook reaches no further: the unit elsewhere is named, and nothing is written', async () => {
  const { units } = placeSheets;
  const row = ['98090', 'Xã', 'Xã', 'Nà Lúa', '01', '01/01/2027', null];
  const bytes = await writeXlsx({ sheets: [{ name: units.name, rows: [[...units.columns], row] }] });
  const file = new File([Buffer.from(bytes)], 'dia-ban.xlsx');
  const { answer } = await server.upload<ImportPreview>(ofProvince, previewPlaceImport.path, {}, file);
  expect(answer.badRows.map(({ code }) => code)).toEqual(['places.outside_reach']);
  const { fingerprint } = answer;
  const written = await server.upload(ofProvince, importPlaces.path, { fingerprint }, file);
  expect([written.status, written.refusal.code]).toEqual([422, 'workbook.rows_refused']);
});

it('the page offers editing where the officer may, and nowhere else', async () => {
  const may = async (person: Person, placeId: string) =>
    (await server.call(person, getPlace, { params: { placeId }, query: {} })).answer.can.edit;
  const reader = await server.signIn({ post: 'commune_officer', placeId: commune });
  const asked = [province, commune, '99013@', '99@', neighbour, elsewhere];
  const told = async (person: Person) => Promise.all(asked.map((placeId) => may(person, placeId)));
  expect(await told(ofProvince)).toEqual([true, true, true, true, true, false]);
  // Of the two parts of Nà Hoà only one went into the commune: that unit is not the commune's own.
  expect(await told(ofCommune)).toEqual([false, true, false, false, false, false]);
  expect(await told(reader)).toEqual([false, false, false, false, false, false]);
});
