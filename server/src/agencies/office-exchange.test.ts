import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  exportOffices,
  importOffices,
  previewOfficeImport,
  type OfficeImportPreview,
} from '@mangnon/domain/agencies/office-exchange.api.ts';
import type { OfficeKind } from '@mangnon/domain/agencies/office.ts';
import { officeSheets } from '@mangnon/domain/agencies/office-sheets.ts';
import { getOffices } from '@mangnon/domain/agencies/offices.api.ts';
import { addressOf, type Called, type Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const province = '99@2025-07-01';
const khe = '99010@2025-07-01';

let server: TestServer;
let lead: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  server.clock.now = new Date('2026-11-23T03:00:00Z');
  lead = await server.signIn({ post: 'provincial_lead_officer', placeId: province });
});
afterAll(() => server.stop());

type Cell = string | number | Date | null;
type Given = Partial<Record<OfficeKind, readonly (readonly Cell[])[]>>;
type Cells = NonNullable<Parameters<typeof writeXlsx>[0]['sheets'][number]['cells']>;

async function workbook(given: Given, cells?: Cells): Promise<File> {
  const sheets = Object.entries(given).map(([kind, rows]) => ({
    name: officeSheets[kind as OfficeKind].name,
    rows: [[...officeSheets[kind as OfficeKind].columns], ...rows.map((row) => [...row])],
    ...(cells && { cells }),
  }));
  return toFile(await writeXlsx({ sheets }));
}
function toFile(bytes: Uint8Array): File {
  return new File([Buffer.from(bytes)], 'co-quan.xlsx');
}
const preview = (file: File, placeId = province, person = lead): Promise<Called<OfficeImportPreview>> =>
  server.upload(person, addressOf(previewOfficeImport.path, { placeId }), {}, file);
const write = (
  file: File,
  fingerprint: string,
  placeId = province,
): Promise<Called<Pick<OfficeImportPreview, 'counts'>>> =>
  server.upload(lead, addressOf(importOffices.path, { placeId }), { fingerprint }, file);
const exported = async (placeId: string, person = lead) => {
  const { answer } = await server.call(person, exportOffices, { params: { placeId } });
  return { ...answer, file: toFile(Buffer.from(answer.base64, 'base64')) };
};
const page = async (placeId: string) =>
  (await server.call(lead, getOffices, { params: { placeId }, query: { all: 'yes' } })).answer;
const count = async () => (await page(province)).offices.length + (await page(khe)).villages.length;

describe('a workbook of agencies and their people', () => {
  it('comes back as it went out: nothing to change, of a commune and of the whole province', async () => {
    for (const placeId of [khe, province]) {
      const { file, rows } = await exported(placeId);
      expect(rows).toBeGreaterThan(placeId === khe ? 9 : 45);
      const { answer } = await preview(file, placeId);
      expect(answer.badRows).toEqual([]);
      expect(answer.counts).toEqual({ rows, added: 0, changed: 0, ended: 0, unchanged: rows });
    }
  });

  it('holds collaborators only for who may see them, and nothing that runs', async () => {
    const stranger = await server.signIn({ post: 'provincial_lead_officer', placeId: '01@2025-07-01' });
    const names = async (person: Person) => {
      const { sheets } = await readXlsx(Buffer.from((await exported(khe, person)).base64, 'base64'));
      expect(sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])]).filter(({ formula }) => formula)).toEqual([]);
      return sheets.find(({ name }) => name === 'Cộng tác viên')?.rows.length;
    };
    expect(await names(lead)).toBe(4);
    expect(await names(stranger)).toBe(1);
  });

  it('shows what is added, changed, ended and unchanged, writes nothing, then writes just that', async () => {
    const file = await workbook({
      office: [
        ['99010', 'x.ubnd', 'UBND xã Khe Trúc', '0299 3851 999', null, '01/07/2025', null],
        ['99010', 'x.tramyte', 'Trạm Y tế xã Khe Trúc', 2993851015, null, '01/07/2025', null],
      ],
      head: [
        ['99010', 'UBND xã Khe Trúc', 'Đứng đầu', 'Sầm Văn Páo', 'Chủ tịch UBND', null, '01/07/2025', '31/12/2026'],
        [
          '99010',
          'UBND xã Khe Trúc',
          'đứng đầu',
          'Hoàng Thị Mây',
          'Chủ tịch UBND',
          null,
          new Date('2027-01-01T00:00:00Z'),
          null,
        ],
      ],
      focal_point: [['99010', 'Trạm y tế xã Khe Trúc', 'Trực cấp cứu', '0299.3851.115', '24/7', '01/07/2025', null]],
      village: [['99010', 'Thôn', 'Khe Trúc', null, null]],
      collaborator: [['99010', 'Thôn Pác Nặm', 'Vi Văn Lả', '0990 001 004', '01/09/2026', null]],
    });
    const before = await count();
    const { answer } = await preview(file);
    expect(answer.badRows).toEqual([]);
    expect(answer.counts).toEqual({ rows: 7, added: 4, changed: 1, ended: 1, unchanged: 1 });
    expect(answer.changes.find(({ what }) => what === 'changed')).toEqual({
      what: 'changed',
      kind: 'office',
      name: 'UBND xã Khe Trúc',
      fields: [{ column: 'Điện thoại', before: '02993851010', after: '02993851999' }],
    });
    expect(answer.changes.find(({ what }) => what === 'ended')?.fields).toEqual([
      { column: 'Đến ngày', before: '', after: '31/12/2026' },
    ]);
    expect(await count()).toBe(before);
    expect((await write(file, answer.fingerprint)).answer.counts).toEqual(answer.counts);
    const written = await page(khe);
    const clinic = written.offices.find(({ agencyId }) => agencyId === 'x.tramyte');
    expect([clinic?.phone, clinic?.focalPoints[0]?.phone]).toEqual(['02993851015', '02993851115']);
    const heads = written.offices.find(({ agencyId }) => agencyId === 'x.ubnd')?.heads;
    expect(heads?.map(({ name, standing }) => [name, standing])).toEqual([
      ['Sầm Văn Páo', 'stands'],
      ['Hoàng Thị Mây', 'not_yet'],
    ]);
    // What was shown is done: the same preview fits no more.
    expect((await write(file, answer.fingerprint)).refusal.code).toBe('workbook.changed_since_preview');
    expect((await preview(file)).answer.counts).toMatchObject({ unchanged: 7 });
  });

  it('names each bad row, its sheet, column and reason, and writes none of the others', async () => {
    const formula: Cells = new Map([['1,2', { formula: 'HYPERLINK("http://x")', value: 'x' }]]);
    const file = await workbook(
      {
        village: [
          ['99010', 'Thôn', 'x', null, null],
          ['99010', 'Thôn', '=1', null, null],
          ['99010', 'Thôn', '+1', null, null],
          ['99010', 'Thôn', '-1', null, null],
          ['99010', 'Thôn', '@SUM(A1)', null, null],
          ['99010', 'Phố', 'Mới', null, null],
          ['01', 'Thôn', 'Mới', null, null],
          ['99010', 'Thôn', 'Mới', '31/02/2026', null],
          ['99010', 'Thôn', 'Tốt', null, null],
          ['99010', 'Thôn', 'tốt', null, null],
        ],
        collaborator: [
          ['99010', 'Thôn Không Có', 'Ai', '0990', '01/09/2026', null],
          ['99010', 'Thôn Khe Trúc', 'Ai', 'không số', '01/09/2026', null],
          ['99010', 'Thôn Khe Trúc', 'Ai', '0990', null, null],
        ],
        focal_point: [['99010', 'UBND xã Khe Trúc', 'Trực', '111', 'giờ hành chính', '01/09/2026', null]],
      },
      formula,
    );
    const before = await count();
    const { answer } = await preview(file);
    expect(answer.badRows.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
      ['Đầu mối', 2, 'Đầu mối', 'workbook.cell_formula'],
      ...[2, 3, 4, 5, 6].map((row) => ['Thôn, tổ dân phố', row, 'Tên', 'workbook.cell_formula']),
      ['Thôn, tổ dân phố', 7, 'Loại', 'workbook.cell_choice'],
      ['Thôn, tổ dân phố', 8, 'Mã địa bàn', 'offices.unknown_place'],
      ['Thôn, tổ dân phố', 9, 'Từ ngày', 'workbook.cell_date'],
      ['Thôn, tổ dân phố', 11, null, 'workbook.row_twice'],
      ['Cộng tác viên', 2, 'Họ và tên', 'workbook.cell_formula'],
      ['Cộng tác viên', 3, 'Điện thoại', 'offices.cell_phone'],
      ['Cộng tác viên', 4, 'Từ ngày', 'workbook.cell_missing'],
    ]);
    for (const { message } of answer.badRows) expect(`${message.vi}${message.en}`).not.toMatch(/\{\w+\}|undefined/);
    const refused = await write(file, answer.fingerprint);
    expect([refused.status, refused.refusal.code, refused.refusal.where]).toEqual([
      422,
      'workbook.rows_refused',
      'Đầu mối 2',
    ]);
    expect(await count()).toBe(before);
  });

  it('names the row that does not fit what is written down: two heads at one time', async () => {
    const file = await workbook({
      head: [['99016', 'UBND xã Bản Lành', 'Đứng đầu', 'Người Thứ Hai', 'Chủ tịch UBND', null, '01/01/2026', null]],
    });
    const [bad] = (await preview(file)).answer.badRows;
    expect([bad?.sheet, bad?.row, bad?.code]).toEqual(['Người đứng đầu', 2, 'offices.head_twice']);
    expect(bad?.message.vi).toMatch(/Người Thứ Hai.*Quàng Thị Inh/);
  });

  it('reaches no further than the posts: neither another place nor rows about one', async () => {
    const officer = await server.signIn({ post: 'commune_officer', placeId: khe });
    const file = await workbook({ village: [['99016', 'Thôn', 'Xa', null, null]] });
    expect((await preview(file, province, officer)).status).toBe(403);
    expect((await preview(file, '99016@2025-07-01', officer)).status).toBe(403);
    expect((await preview(file, khe, officer)).answer.badRows[0]?.code).toBe('offices.unknown_place');
  });

  it('of 50,000 rows with one bad: that one named, nothing written', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at): Cell[] => ['99010', 'Tổ dân phố', `số ${at}`, null, null]);
    rows[31_415] = ['99010', 'Tổ dân phố', null, null, null];
    const file = await workbook({ village: rows });
    const before = await count();
    const { answer } = await preview(file);
    expect([answer.counts.rows, answer.badRowCount]).toEqual([50_000, 1]);
    expect(answer.badRows[0]).toMatchObject({ sheet: 'Thôn, tổ dân phố', row: 31_417, column: 'Tên' });
    expect((await write(file, answer.fingerprint)).refusal.code).toBe('workbook.rows_refused');
    expect(await count()).toBe(before);
  });

  it('is written in as many statements for a thousand rows as for one', async () => {
    const villages = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at): Cell[] => ['99004', 'Tổ dân phố', `mới ${from + at}`, null, null]);
    const sent: number[] = [];
    for (const [from, to] of [
      [0, 1],
      [1, 1001],
    ] as const) {
      const file = await workbook({ village: villages(from, to) });
      const { answer } = await preview(file, '99004@2025-07-01');
      const called = await write(file, answer.fingerprint, '99004@2025-07-01');
      expect(called.answer.counts.added).toBe(to - from);
      sent.push(called.statements.length);
    }
    expect(sent[1]).toBe(sent[0]);
  });
});
