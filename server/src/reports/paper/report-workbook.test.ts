import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { paperKindIds } from '@mangnon/domain/reports/paper/paper-kind.ts';
import { writeReportSheets } from '@mangnon/domain/reports/paper/report-sheets.ts';
import { writeLiveWorkbook } from '../../platform/workbook/write-live-workbook.ts';
import { computeFormula, type Book } from './testing/compute-formula.ts';
import { consolidatedReport, unitReport } from './testing/sample-reports.ts';

async function openBook(paper: ReturnType<typeof unitReport>): Promise<Book> {
  const { sheets } = await readXlsx(await writeLiveWorkbook(writeReportSheets(paper)));
  const formulas = new Map(
    sheets.flatMap(({ name, cells }) =>
      [...(cells ?? [])].flatMap(([at, { formula }]) =>
        formula === undefined ? [] : [[`${name}!${at}`, formula] as const],
      ),
    ),
  );
  return { sheets: new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => [...row])])), formulas };
}

const rowOf = (book: Book, sheet: string, head: string) => {
  const at = book.sheets.get(sheet)?.findIndex((row) => row.includes(head)) ?? -1;
  if (at < 0) throw new Error(`no row ${head} on ${sheet}`);
  return at;
};

describe.each(paperKindIds)('the workbook of %s', (kind) => {
  it.each([unitReport(kind), consolidatedReport(kind)])('computes to what it shows', async (paper) => {
    const book = await openBook(paper);
    if (paper.units !== null) expect(book.formulas.size).toBeGreaterThan(2);
    for (const [at, formula] of book.formulas) {
      const [sheet = '', place = ''] = at.split('!');
      const [row = 0, column = 0] = place.split(',').map(Number);
      const shown = book.sheets.get(sheet)?.[row]?.[column];
      const computed = computeFormula(formula, sheet, book);
      if (typeof shown === 'number') expect(computed).toBeCloseTo(shown, 9);
      else expect(computed).toBe(shown);
    }
  });
});

describe('live sums', () => {
  it('adds units, adjustments and nothing of those who did not report; the tables and rates follow', async () => {
    const book = await openBook(consolidatedReport('plan_periodic'));
    const units = book.sheets.get('Theo đơn vị') ?? [];
    const total = rowOf(book, 'Theo đơn vị', 'Cộng');
    expect([units[30]?.[2], units[total]?.[2]]).toEqual(['chưa báo cáo', 86]);
    // A commune that had not reported now says five.
    (units[30] ?? [])[2] = 5;
    const sum = book.formulas.get(`Theo đơn vị!${total},2`) ?? '';
    expect(computeFormula(sum, 'Theo đơn vị', book)).toBe(91);
    (units[total] ?? [])[2] = 91;
    expect(computeFormula(book.formulas.get('Bảng 1!2,3') ?? '', 'Bảng 1', book)).toBe(91);
    // It told one side of the rate alone, and stays out of it.
    expect(computeFormula(book.formulas.get('Tỷ lệ!1,4') ?? '', 'Tỷ lệ', book)).toBe(84);
  });

  it('says that nobody reported, and not zero', async () => {
    const paper = consolidatedReport('plan_periodic');
    const units = paper.units;
    if (units === null) throw new Error('no units');
    const silent = { ...units, units: units.units.map((one) => ({ ...one, values: new Map() })), adjustments: [] };
    const book = await openBook({
      ...paper,
      units: silent,
      figures: paper.figures.map((one) => ({ ...one, value: { state: 'no_report' as const } })),
      rates: paper.rates.map((one) => ({ ...one, value: { state: 'no_report' as const } })),
    });
    const total = rowOf(book, 'Theo đơn vị', 'Cộng');
    expect(computeFormula(book.formulas.get(`Theo đơn vị!${total},2`) ?? '', 'Theo đơn vị', book)).toBe('chưa báo cáo');
    expect(computeFormula(book.formulas.get('Tỷ lệ!1,3') ?? '', 'Tỷ lệ', book)).toBe('chưa báo cáo');
  });

  it('takes nothing a person wrote for a formula', async () => {
    const paper = unitReport('plan_periodic');
    const [table] = paper.tables;
    if (table === undefined) throw new Error('no table');
    const evil = { ...table, rows: table.rows.map((row) => ({ ...row, name: '=HYPERLINK("http://a.b")' })) };
    const book = await openBook({ ...paper, tables: [evil], preparedBy: '=1+1' });
    expect([...book.formulas.values()].join(' ')).not.toMatch(/HYPERLINK|1\+1/);
    expect(book.sheets.get('Bảng 1')?.[2]?.[1]).toBe('=HYPERLINK("http://a.b")');
  });

  it('tells the reason of every zero, and states in words with a legend', async () => {
    const book = await openBook(unitReport('plan_periodic'));
    const reasons = (book.sheets.get('Lý do') ?? []).slice(1).map((row) => row.slice(2));
    expect(reasons).toEqual([
      ['0', 'Đã rà soát, không có trường hợp nào'],
      ['0', 'Đã rà soát, không có trường hợp nào'],
      ['không thuộc diện', 'Địa bàn không có đối tượng này'],
    ]);
    const legend = (book.sheets.get('Báo cáo') ?? []).map(([head]) => head);
    expect(legend).toEqual(
      expect.arrayContaining(['chưa báo cáo', 'không thuộc diện', 'Mức độ bảo mật', 'Phạm vi phân phối']),
    );
  });
});
