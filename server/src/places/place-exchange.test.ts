import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeSheets } from '@mangnon/domain/places/places-sheet.ts';
import {
  exportPlaces,
  importPlaces,
  previewPlaceImport,
  type ImportPreview,
} from '@mangnon/domain/places/places-exchange.api.ts';
import { getPlace } from '@mangnon/domain/places/places.api.ts';
import type { Called, Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let officer: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  officer = await server.signIn({ post: 'provincial_lead_officer', placeId: '99@2025-07-01' });
});
afterAll(() => server.stop());

type Cell = string | number | Date | null;
type Cells = NonNullable<Parameters<typeof writeXlsx>[0]['sheets'][number]['cells']>;
const { units } = placeSheets;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function workbook(rows: Cell[][], cells?: Cells): Promise<File> {
  const bytes = await writeXlsx({
    sheets: [{ name: units.name, rows: [[...units.columns], ...rows], ...(cells && { cells }) }],
  });
  return toFile(bytes);
}
function toFile(bytes: Uint8Array): File {
  return new File([Buffer.from(bytes)], 'dia-ban.xlsx', { type: xlsxType });
}
const preview = (file: File, person = officer): Promise<Called<ImportPreview>> =>
  server.upload(person, previewPlaceImport.path, {}, file);
const write = (file: File, fingerprint: string): Promise<Called<Pick<ImportPreview, 'counts'>>> =>
  server.upload(officer, importPlaces.path, { fingerprint }, file);
const unit = (code: string, name: string): Cell[] => [code, 'Xã', 'Xã', name, '99', '01/01/2027', null];
const countPlaces = async () => (await server.database.selectFrom('place').select('id').execute()).length;

async function exported(under?: string): Promise<File> {
  const { answer } = await server.call(officer, exportPlaces, { query: under === undefined ? {} : { under } });
  return toFile(Buffer.from(answer.base64, 'base64'));
}

describe('a workbook of units', () => {
  it('comes back as it went out: nothing to change, of one province and of the whole country', async () => {
    for (const under of ['99@2025-07-01', undefined]) {
      const { answer } = await preview(await exported(under));
      expect(answer.badRows).toEqual([]);
      expect(answer.counts).toMatchObject({
        unitsAdded: 0,
        unitsChanged: 0,
        successionsAdded: 0,
        successionsChanged: 0,
      });
      expect(answer.counts.rows).toBeGreaterThan(under === undefined ? 24_000 : 5);
    }
  });

  it('holds every code as text and nothing that runs', async () => {
    const { sheets } = await readXlsx(Buffer.from(await (await exported('01@2025-07-01')).arrayBuffer()));
    const [first] = sheets;
    expect(first?.rows.some(([code]) => code === '00004')).toBe(true);
    expect(sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])]).filter(({ formula }) => formula)).toEqual([]);
  });

  it('shows what would change, writes nothing, then writes just that', async () => {
    const file = await workbook([
      unit('99070', 'Nà Lúa'),
      ['99019', 'Xã', 'Xã', 'Đồng Cói', '99', '01/07/2025', new Date('2026-12-31T00:00:00Z')],
    ]);
    const before = await countPlaces();
    const { answer } = await preview(file);
    expect(answer.changes).toEqual([
      { what: 'unit_added', id: '99070@2027-01-01', name: 'Xã Nà Lúa (99070)', fields: [] },
      {
        what: 'unit_changed',
        id: '99019@2025-07-01',
        name: 'Xã Đồng Cói (99019)',
        fields: [{ column: 'Hiệu lực đến', before: '', after: '31/12/2026' }],
      },
    ]);
    expect(await countPlaces()).toBe(before);
    expect((await write(file, answer.fingerprint)).answer.counts).toMatchObject({ unitsAdded: 1, unitsChanged: 1 });
    expect(await countPlaces()).toBe(before + 1);
    const page = await server.call(officer, getPlace, { params: { placeId: '99070@2027-01-01' }, query: {} });
    expect(page.answer.place.above).toBe('tỉnh Mộc Giang');
  });

  it('is not written when the file or the list has changed since the preview', async () => {
    const { answer } = await preview(await workbook([unit('99073', 'Nà Một')]));
    const other = await workbook([unit('99076', 'Nà Hai')]);
    const called = await write(other, answer.fingerprint);
    expect([called.status, called.refusal.code]).toEqual([409, 'workbook.changed_since_preview']);
    const mine = await preview(other);
    expect((await write(other, mine.answer.fingerprint)).status).toBe(200);
    expect((await write(other, mine.answer.fingerprint)).refusal.code).toBe('workbook.changed_since_preview');
  });

  it('names each bad row, its column and its reason, and writes none of the others', async () => {
    const formula: Cells = new Map([['2,3', { formula: 'HYPERLINK("http://x")', value: 'x' }]]);
    const file = await workbook(
      [
        unit('99080', 'Tốt'),
        unit('99081', 'x'),
        unit('99082', '@SUM(A1)'),
        unit('99083', '-1'),
        unit('99084', '+1'),
        unit('99085', '=1'),
        ['99086', 'Thôn', 'Xã', 'x', '99', '01/01/2027', null],
        ['99087', 'Xã', 'Xã', 'x', '77', '01/01/2027', null],
      ],
      formula,
    );
    const { answer } = await preview(file);
    expect(answer.badRows.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'Tên', 'workbook.cell_formula'],
      [4, 'Tên', 'workbook.cell_formula'],
      [5, 'Tên', 'workbook.cell_formula'],
      [6, 'Tên', 'workbook.cell_formula'],
      [7, 'Tên', 'workbook.cell_formula'],
      [8, 'Cấp', 'workbook.cell_choice'],
      [9, 'Mã cấp trên', 'places.unknown_place'],
    ]);
    const before = await countPlaces();
    const refused = await write(file, answer.fingerprint);
    expect([refused.status, refused.refusal.code, refused.refusal.where]).toEqual([
      422,
      'workbook.rows_refused',
      'Đơn vị 3',
    ]);
    expect(await countPlaces()).toBe(before);
  });

  it('of 50,000 rows with one bad: that one named, nothing written, in bounded time, others answered meanwhile', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => unit(String(10_000 + at).padStart(5, '0'), `Nà ${at}`));
    // Codes in use by real units would be bad too: only what the file says of new days is looked for here.
    const fresh = rows.map((row) =>
      row.map((cell, column) => (column === 5 ? '01/01/2020' : column === 6 ? '31/12/2020' : cell)),
    );
    fresh[31_415] = ['99999', 'Xã', 'Xã', null, '99', '01/01/2020', '31/12/2020'];
    const file = await workbook(fresh);
    const before = await countPlaces();
    const start = performance.now();
    const asking = preview(file);
    const { answer } = await asking;
    const seconds = (performance.now() - start) / 1000;
    expect(answer.counts.rows).toBe(50_000);
    expect(answer.badRows[0]).toMatchObject({
      sheet: 'Đơn vị',
      row: 31_417,
      column: 'Tên',
      code: 'workbook.cell_missing',
    });
    expect((await write(file, answer.fingerprint)).refusal.code).toBe('workbook.rows_refused');
    expect(await countPlaces()).toBe(before);
    expect(seconds).toBeLessThan(30);
  });

  it.each<[string, () => File | Promise<File>, string]>([
    ['a text', () => toFile(Buffer.from('mã,tên\n1,2')), 'workbook.file_unreadable'],
    ['nothing', () => toFile(new Uint8Array()), 'workbook.file_missing'],
    [
      'half a workbook',
      async () => toFile(new Uint8Array(await (await workbook([])).arrayBuffer()).slice(0, 900)),
      'workbook.file_unreadable',
    ],
    [
      'a bomb',
      () => toFile(zipSync({ 'xl/workbook.xml': new Uint8Array(80_000_000) }, { level: 9 })),
      'workbook.file_unreadable',
    ],
    ['17 MB', () => toFile(new Uint8Array(17 * 1024 * 1024)), 'workbook.file_too_large'],
    [
      'another workbook',
      async () => toFile(await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [['a']] }] })),
      'workbook.sheet_missing',
    ],
    ['headings alone', () => workbook([]), 'workbook.nothing_in_file'],
  ])('refuses %s', async (_, file, code) => {
    expect((await preview(await file())).refusal.code).toBe(code);
  });

  it('is for the officer alone', async () => {
    const reader = await server.signIn('agency_officer');
    expect((await preview(await workbook([unit('99090', 'Nà')]), reader)).status).toBe(403);
  });
});
