import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indicatorSheets, type IndicatorColumn } from '@mangnon/domain/indicators/indicator-sheets.ts';
import {
  exportIndicators,
  getIndicator,
  importIndicators,
  previewIndicatorImport,
  type IndicatorImportPreview,
} from '@mangnon/domain/indicators/indicators.api.ts';
import type { Called, Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let administrator: Person;
let officer: Person;
beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.signIn('system_administrator');
  officer = await server.signIn('commune_officer');
});
afterAll(() => server.stop());

const toFile = (bytes: Uint8Array) => new File([Buffer.from(bytes)], 'chi-tieu.xlsx');
const preview = (file: File, person = administrator): Promise<Called<IndicatorImportPreview>> =>
  server.upload(person, previewIndicatorImport.path, {}, file);
const write = (file: File, fingerprint: string): Promise<Called<Pick<IndicatorImportPreview, 'counts'>>> =>
  server.upload(administrator, importIndicators.path, { fingerprint }, file);
const versionsOf = async (code: string) =>
  (await server.call(officer, getIndicator, { params: { code } })).answer.versions;

type Cells = Partial<Record<IndicatorColumn, string | number | null>>;
type Row = (string | number | null)[];
const { indicators, basis } = indicatorSheets;
const asRow = (cells: Cells): Row => indicators.columns.map((column) => cells[column] ?? null);
async function fileOf(rows: readonly Cells[], texts: readonly Row[] = []) {
  const sheets = [{ name: indicators.name, rows: [[...indicators.columns], ...rows.map(asRow)] }];
  const second = texts.length === 0 ? [] : [{ name: basis.name, rows: [[...basis.columns], ...texts] }];
  return toFile(await writeXlsx({ sheets: [...sheets, ...second] }));
}

/** Two invented indicators of an official set: a count, and the rate made of it. */
const count: Cells = {
  Mã: 'tt13.9001',
  'Phiên bản': 1,
  'Hiệu lực từ': '01/01/2027',
  'Lĩnh vực': 'Tham gia',
  Tên: 'Số câu lạc bộ của trẻ em',
  'Cách tính': 'số đếm',
  'Thời điểm đếm': 'Cuối kỳ',
  'Cộng các nơi': 'Cộng',
  'Cộng các kỳ': 'Lấy kỳ cuối',
  'Số nguyên': 'Có',
  'Đơn vị tính': 'câu lạc bộ',
  'Phân tổ': 'place',
  'Độ tin cậy': 'Đã kiểm chứng',
  'Độ tin cậy cách tính': 'Đã kiểm chứng',
};
const rate: Cells = {
  Mã: 'tt13.9002',
  'Phiên bản': 1,
  'Hiệu lực từ': '01/01/2027',
  'Lĩnh vực': 'Tham gia',
  Tên: 'Số câu lạc bộ trên 10.000 trẻ em',
  'Cách tính': 'Tỷ lệ',
  'Tử số': 'tt13.9001',
  'Mẫu số': 'n.children',
  'Hệ số': '10.000',
  'Tử nằm trong mẫu': 'Không',
  'Đơn vị tính': 'trên 10.000 trẻ em',
  'Độ tin cậy': 'Đã kiểm chứng',
  'Độ tin cậy cách tính': 'Đã kiểm chứng',
};
const texts: Row[] = [
  ['tt13.9001', 1, '01/2027/TT-XYZ', '2026-11-02', 'Phụ lục I', null],
  ['tt13.9002', 1, '01/2027/TT-XYZ', '2026-11-02', null, 'https://example.vn/tt'],
];

describe('a workbook of indicators', () => {
  it('comes back as it went out', async () => {
    const { answer } = await server.call(officer, exportIndicators, {});
    const bytes = Buffer.from(answer.base64, 'base64');
    expect((await readXlsx(bytes)).sheets.map(({ name }) => name)).toEqual(['Chỉ tiêu', 'Căn cứ']);
    const shown = (await preview(toFile(bytes))).answer;
    expect({ bad: shown.badRows, changes: shown.changes }).toEqual({ bad: [], changes: [] });
    expect(shown.counts.rows).toBeGreaterThan(answer.indicators);
  });

  it('is shown before, written whole, and is for the administrator alone', async () => {
    const file = await fileOf([rate, count], texts);
    expect((await preview(file, officer)).refusal.code).toBe('platform.not_allowed');
    const shown = (await preview(file)).answer;
    expect(shown.badRows).toEqual([]);
    expect(shown.counts).toEqual({ rows: 4, added: 2, ended: 0 });
    expect((await server.call(officer, getIndicator, { params: { code: 'tt13.9002' } })).status).toBe(404);
    expect((await write(file, shown.fingerprint)).answer.counts).toEqual(shown.counts);
    // A file that says nothing of the texts changes nothing about them.
    expect((await preview(await fileOf([rate]))).answer).toMatchObject({ changes: [], badRows: [] });
    const [one] = await versionsOf('tt13.9002');
    expect(one).toMatchObject({
      formulaWords: { vi: 'Số câu lạc bộ của trẻ em ÷ Dân số trẻ em × 10.000' },
      basis: [{ number: '01/2027/TT-XYZ', issuedOn: '2026-11-02', sourceUrl: 'https://example.vn/tt' }],
      name: { vi: 'Số câu lạc bộ trên 10.000 trẻ em', en: 'Số câu lạc bộ trên 10.000 trẻ em' },
    });
    expect((await write(file, shown.fingerprint)).refusal.code).toBe('workbook.changed_since_preview');
  });

  it('a changed definition is a new version, which ends the one before; a recorded one is not changed', async () => {
    const otherwise = { ...count, 'Định nghĩa': 'Câu lạc bộ do trẻ em điều hành.' };
    expect((await preview(await fileOf([otherwise]))).answer.badRows).toMatchObject([
      { row: 2, code: 'indicators.version_kept' },
    ]);
    const next = { ...otherwise, 'Phiên bản': 2, 'Hiệu lực từ': '01/07/2027' };
    const file = await fileOf([next], [['tt13.9001', 2, '02/2027/TT-XYZ', '2027-05-02', null, null]]);
    const shown = (await preview(file)).answer;
    expect(shown.changes.map(({ what, name }) => [what, name])).toEqual([
      ['ended', 'Số câu lạc bộ của trẻ em (tt13.9001)'],
      ['added', 'Số câu lạc bộ của trẻ em (tt13.9001)'],
    ]);
    expect(shown.changes[0]?.fields).toEqual([{ column: 'Hiệu lực đến', before: '', after: '30/06/2027' }]);
    expect((await write(file, shown.fingerprint)).status).toBe(200);
    expect(
      (await versionsOf('tt13.9001')).map(({ validFrom, validTo, definition }) => [validFrom, validTo, definition?.vi]),
    ).toEqual([
      ['2027-01-01', '2027-06-30', undefined],
      ['2027-07-01', null, 'Câu lạc bộ do trẻ em điều hành.'],
    ]);
  });

  it('names every row that is not right, and writes none', async () => {
    const other = (cells: Cells): Cells => ({ ...count, Mã: 'tt13.9100', ...cells });
    const file = await fileOf(
      [
        other({ Mã: 'TT 13' }),
        other({ Mã: 'tt13.9101', 'Cách tính': 'đoán' }),
        other({ Mã: 'tt13.9102', 'Phiên bản': 'một' }),
        other({ Mã: 'tt13.9103', 'Hiệu lực từ': '31/02/2027' }),
        { ...rate, Mã: 'tt13.9104', 'Hệ số': 'một trăm' },
        other({ Mã: 'tt13.9105', Tên: '=1+1' }),
        other({}),
        other({}),
        { ...rate, Mã: 'tt13.9106', 'Hệ số': 0 },
      ],
      [['tt13.9999', 1, '01/2027/TT-XYZ', '2026-11-02', null, null]],
    );
    const { badRows, badRowCount, fingerprint } = (await preview(file)).answer;
    expect(badRows.map(({ sheet, row, code }) => [sheet, row, code])).toEqual([
      ['Chỉ tiêu', 2, 'indicators.not_of_form'],
      ['Chỉ tiêu', 3, 'workbook.cell_choice'],
      ['Chỉ tiêu', 4, 'indicators.not_a_version'],
      ['Chỉ tiêu', 5, 'workbook.cell_date'],
      ['Chỉ tiêu', 6, 'indicators.not_a_number'],
      ['Chỉ tiêu', 7, 'workbook.cell_formula'],
      ['Chỉ tiêu', 9, 'workbook.row_twice'],
      ['Chỉ tiêu', 10, 'indicators.not_of_form'],
      ['Căn cứ', 2, 'indicators.basis_of_none'],
    ]);
    expect([badRows[0]?.column, badRows[7]?.column]).toEqual(['Mã', 'Hệ số']);
    expect(JSON.stringify(badRows)).not.toMatch(/[{]\w+[}]/);
    expect(badRowCount).toBe(9);
    expect((await write(file, fingerprint)).refusal.code).toBe('workbook.rows_refused');
  });

  it.each<[string, Cells, string]>([
    ['a rate of what nobody counts', { ...rate, Mã: 'x.rate', 'Tử số': 'n.gone' }, 'indicators.unknown_count'],
    [
      'a rate that begins before its count',
      { ...rate, Mã: 'x.rate', 'Hiệu lực từ': '01/01/2020' },
      'indicators.count_not_valid',
    ],
    ['a stock added over periods', { ...count, Mã: 'x.stock', 'Cộng các kỳ': 'Cộng' }, 'indicators.stock_summed'],
    ['a breakdown nobody knows', { ...count, Mã: 'x.split', 'Phân tổ': 'màu sắc' }, 'indicators.unknown_breakdown'],
    ['a version that leaps', { ...count, Mã: 'x.leap', 'Phiên bản': 3 }, 'indicators.version_next'],
    [
      'a formula that is not told',
      { ...count, Mã: 'x.sure', 'Độ tin cậy cách tính': null },
      'indicators.formula_trust',
    ],
  ])('names the row of %s', async (_what, cells, code) => {
    expect((await preview(await fileOf([cells]))).answer.badRows).toMatchObject([{ row: 2, code }]);
  });

  it('comes as one table of text too, the texts beside their indicators', async () => {
    const heads = [...indicators.columns, ...basis.columns.filter((column) => !['Mã', 'Phiên bản'].includes(column))];
    const written = { ...count, Mã: 'tt13.9101', Tên: 'Số câu lạc bộ đọc sách; của trẻ em' };
    const line = (cells: Row) => cells.map((cell) => (cell === null ? '' : `"${cell}"`)).join(';');
    const rows = [
      [...asRow(written), '02/2027/TT-XYZ', '02/11/2026', 'Điều 1', null],
      [...asRow(written), '03/2027/TT-XYZ', '03/11/2026', null, null],
      [...asRow({ ...count, Mã: 'tt13.9102', Tên: 'Số câu lạc bộ ca hát của trẻ em' }), null, null, null, null],
    ];
    const text = [heads.join(';'), ...rows.map(line)].join('\r\n');
    const file = new File([`\ufeff${text}`], 'chi-tieu.csv');
    const shown = (await preview(file)).answer;
    expect({ bad: shown.badRows, added: shown.counts.added }).toEqual({ bad: [], added: 2 });
    expect((await write(file, shown.fingerprint)).status).toBe(200);
    expect((await versionsOf('tt13.9101'))[0]?.basis.map(({ number }) => number)).toEqual([
      '02/2027/TT-XYZ',
      '03/2027/TT-XYZ',
    ]);
    expect((await versionsOf('tt13.9102'))[0]?.basis).toEqual([]);
    const lacking = new File([text.replace('Cách tính;', 'Cách khác;')], 'chi-tieu.csv');
    expect((await preview(lacking)).refusal?.code).toBe('workbook.column_missing');
    const utf16 = new File([Buffer.from(`\ufeff${text}`, 'utf16le')], 'chi-tieu.csv');
    expect((await preview(utf16)).answer.counts.added).toBe(0);
    const broken = new File([Buffer.from([0x54, 0xc3, 0x28, 0x0a])], 'chi-tieu.csv');
    expect((await preview(broken)).refusal?.code).toBe('workbook.file_unreadable');
  });
});
