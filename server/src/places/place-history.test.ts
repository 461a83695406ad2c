import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChangeDecision } from '@mangnon/domain/places/change-decision.ts';
import type { PlaceChange } from '@mangnon/domain/places/place-change.ts';
import { changePlaces } from '@mangnon/domain/places/place-changes.api.ts';
import { getPlaceHistory } from '@mangnon/domain/places/place-history.api.ts';
import { getPlace } from '@mangnon/domain/places/places.api.ts';
import {
  exportPlaces,
  importPlaces,
  previewPlaceImport,
  type ImportPreview,
} from '@mangnon/domain/places/places-exchange.api.ts';
import { decisionSheet, placeSheets } from '@mangnon/domain/places/places-sheet.ts';
import type { Called, Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const province = '99@2025-07-01';
const khe = '99010@2025-07-01';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let server: TestServer;
let officer: Person;
let reader: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  server.clock.now = new Date('2027-03-01T03:00:00Z');
  officer = await server.signIn({ post: 'provincial_lead_officer', placeId: province });
  reader = await server.signIn('agency_officer');
});
afterAll(() => server.stop());

const decision: ChangeDecision = {
  number: '12/NQ-HĐND',
  day: '2026-12-15',
  issuer: 'Hội đồng nhân dân tỉnh Mộc Giang',
  title: 'Về việc đổi tên xã Khe Trúc',
  link: null,
};
const rename = (from: string, name: string, placeId = khe): PlaceChange => ({
  change: 'rename_unit',
  placeId,
  from,
  type: 'Xã',
  name,
});
const send = (changes: PlaceChange[], by: Partial<ChangeDecision> = {}) =>
  server.call(officer, changePlaces, { body: { changes, decision: { ...decision, ...by } } });
const historyOf = async (placeId: string) =>
  (await server.call(reader, getPlaceHistory, { params: { placeId } })).answer.entries;
const decisionsOf = async (placeId: string) =>
  (await server.call(reader, getPlace, { params: { placeId }, query: {} })).answer.decisions;

it('keeps the decision with what it changed, who wrote it, when, and what stood there before', async () => {
  expect(await historyOf(khe)).toEqual([]);
  await send([rename('2027-01-01', 'Khe Trúc Thượng')]);
  server.clock.now = new Date('2027-03-01T03:05:00Z');
  await send([rename('2027-02-01', 'Khe Trúc Hạ')], { number: '13/NQ-HĐND', title: null });
  const entries = await historyOf(khe);
  expect(entries).toMatchObject([
    {
      what: 'unit_changed',
      name: 'Xã Khe Trúc (99010)',
      at: '2027-03-01T03:05:00.000Z',
      by: { name: officer.name },
      decision: { number: '13/NQ-HĐND', title: null },
      fields: [
        {
          column: 'Đổi loại, tên',
          before: '01/01/2027: Xã Khe Trúc Thượng',
          after: '01/01/2027: Xã Khe Trúc Thượng; 01/02/2027: Xã Khe Trúc Hạ',
        },
      ],
    },
    { at: '2027-03-01T03:00:00.000Z', decision, fields: [{ before: '', after: '01/01/2027: Xã Khe Trúc Thượng' }] },
  ]);
  expect((await decisionsOf(khe)).map(({ number }) => number)).toEqual(['12/NQ-HĐND', '13/NQ-HĐND']);
});

it('knows a decision again: fills in what was not told, and keeps what was', async () => {
  const link = 'https://vanban.example.vn/12';
  const other = '99016@2025-07-01';
  await send([rename('2027-01-01', 'Bản Lành Mới', other)], { title: 'Tên khác hẳn', issuer: null, link });
  expect(await decisionsOf(other)).toEqual([{ ...decision, link }]);
  expect(await decisionsOf(khe)).toContainEqual({ ...decision, link });
  // The same number of another council is another decision.
  await send([rename('2027-01-02', 'Bản Lành Mãi', other)], { issuer: 'Hội đồng nhân dân tỉnh khác' });
  expect(await decisionsOf(other)).toHaveLength(2);
});

it.each([
  { number: '12' },
  { title: '=1+1' },
  { issuer: '@UBND' },
  { link: 'javascript:alert(1)' },
  { day: '2026-02-30' },
])('refuses a decision with %o, and keeps nothing', async (wrong) => {
  const before = await historyOf(khe);
  const { status, refusal } = await send([rename('2027-03-01', 'Khe Nào')], wrong);
  expect([status, refusal.where]).toEqual([422, `body.decision.${Object.keys(wrong)[0]}`]);
  expect(await historyOf(khe)).toEqual(before);
});

it('tells that there is no such place', async () => {
  const called = await server.call(reader, getPlaceHistory, { params: { placeId: 'nowhere@' } });
  expect([called.status, called.refusal.code]).toEqual([404, 'places.not_found']);
});

it('goes out with the workbook, which changes nothing when it comes in again', async () => {
  const { answer } = await server.call(officer, exportPlaces, { query: { under: province } });
  const bytes = Buffer.from(answer.base64, 'base64');
  const { sheets } = await readXlsx(bytes);
  const sheet = sheets.find(({ name }) => name === decisionSheet.name);
  expect(sheet?.rows[0]).toEqual([...decisionSheet.columns]);
  const rows = sheet?.rows.filter((row) => row[0] === decision.number && row[5] === '99010') ?? [];
  expect(rows).toHaveLength(1);
  expect(rows[0]).toEqual(
    expect.arrayContaining([decision.issuer, decision.title, 'Sửa đơn vị', 'Xã Khe Trúc (99010)']),
  );
  const file = new File([bytes], 'dia-ban.xlsx', { type: xlsxType });
  const again: Called<ImportPreview> = await server.upload(officer, previewPlaceImport.path, {}, file);
  expect(again.answer).toMatchObject({ badRowCount: 0, changes: [] });
});

it('keeps what a workbook changes too, which names no decision', async () => {
  const { units } = placeSheets;
  const rows = [[...units.columns], ['99070', 'Xã', 'Xã', 'Nà Lúa', '99', '01/01/2027', null]];
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: units.name, rows }] }));
  const file = new File([bytes], 'dia-ban.xlsx', { type: xlsxType });
  const { answer }: Called<ImportPreview> = await server.upload(officer, previewPlaceImport.path, {}, file);
  await server.upload(officer, importPlaces.path, { fingerprint: answer.fingerprint }, file);
  expect(await historyOf('99070@2027-01-01')).toMatchObject([
    { what: 'unit_added', decision: null, by: { name: officer.name }, fields: expect.arrayContaining([]) },
  ]);
});
