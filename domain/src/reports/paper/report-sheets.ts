import { cellName, onSheet, type LiveCell, type LiveSheet } from '../../kernel/workbook/live-sheet.ts';
import { amountOf, noReport } from '../../indicators/value.ts';
import { citeNumber } from '../../kernel/document/printed-parts.ts';
import { onlyOf, summaryOf } from './compose-report.ts';
import { paperKindOf, type PaperKind } from './paper-kind.ts';
import { bareValue, printedStates, printReason, printValue } from './print-figure.ts';
import { writeRates, type UnitRows } from './rate-sheet.ts';
import type { PaperFigure, PaperUnits, PaperValue, ReportPaper } from './report-paper.ts';

/**
 * A report as a workbook whose sums are alive: totals are the sum of the rows of units, the tables of the form take
 * from them, rates are sum over sum. A figure that is no number stands in words, and adds nothing.
 */
export function writeReportSheets(whole: ReportPaper): LiveSheet[] {
  const kind = paperKindOf(whole.kind);
  const paper = onlyOf(kind, whole);
  const figures = new Map(paper.figures.map((figure) => [figure.key, figure]));
  const units = paper.units === null ? null : writeUnits(paper.units, paper.figures);
  const tables = writeTables(paper, figures, units?.rows ?? null);
  return [
    cover(kind, paper),
    ...(units === null ? [] : [units.sheet]),
    ...tables.sheets,
    ...(paper.rates.length === 0 ? [] : [writeRates(paper, figures, tables.cells, units?.rows ?? null)]),
    ...reasonSheet(paper),
  ];
}

function cover(kind: PaperKind, paper: ReportPaper): LiveSheet {
  const day = (on: string) => on.split('-').toReversed().join('/');
  const { units } = paper;
  const rows: [string, string][] = [
    ['Báo cáo', summaryOf(kind, paper)],
    ['Loại báo cáo', kind.name.vi],
    ['Cơ quan báo cáo', paper.issuer],
    ['Số, ký hiệu', paper.number === null ? `(chưa có số)/${paper.symbol}` : citeNumber(paper.number, paper.symbol)],
    ['Kính gửi', paper.addressees.join('; ')],
    ['Kỳ số liệu', `${paper.period.label}: ${day(paper.period.from)} – ${day(paper.period.to)}`],
    ...(units === null
      ? []
      : ([
          [
            'Báo cáo đã được chấp nhận',
            `${units.units.length - units.missing.length}/${units.units.length} ${units.word}`,
          ],
          ['Chưa có trong số liệu', units.missing.length === 0 ? 'Không thiếu' : units.missing.join('; ')],
        ] as [string, string][])),
    ['Mức độ bảo mật', kind.confidentiality.level],
    ['Phạm vi phân phối', kind.confidentiality.distribution],
    ['Người lập', paper.preparedBy ?? '(chưa ghi)'],
    ['Chú giải', ''],
    ['số', 'Số đơn vị đã báo cáo; số 0 có lý do ở trang «Lý do»'],
    [printedStates.no_report, 'Chưa có báo cáo được chấp nhận; không phải số 0, không cộng vào tổng'],
    [printedStates.not_applicable, 'Chỉ tiêu không áp dụng cho đơn vị; không cộng vào tổng'],
    [printedStates.withheld, 'Không công bố, để bảo vệ trẻ em'],
    [printedStates.not_added, 'Chỉ tiêu không được cộng các đơn vị hoặc các kỳ'],
    ['x', 'Biểu mẫu không hỏi số liệu ở ô này'],
  ];
  return {
    name: 'Báo cáo',
    rows,
    headRows: 1,
    bold: [rows.findIndex(([head]) => head === 'Chú giải')],
    widths: [28, 90],
  };
}

const unitsSheet = 'Theo đơn vị';

function writeUnits(units: PaperUnits, figures: readonly PaperFigure[]): { sheet: LiveSheet; rows: UnitRows } {
  const columns = new Map(figures.map(({ key }, at) => [key, at + 2]));
  const head = 2;
  const first = head;
  const adjusted = first + units.units.length;
  const total = adjusted + 1;
  const last = adjusted - 1;
  const rows: LiveCell[][] = [
    ['TT', 'Đơn vị', ...figures.map(({ name, unit }) => (unit === '' ? name : `${name} (${unit})`))],
    ['', 'Mã ô', ...figures.map(({ key }) => key)],
    ...units.units.map(({ name, values, asked }, at) => [
      at + 1,
      name,
      ...figures.map(({ key }) => (asked === null || asked.has(key) ? bareValue(values.get(key) ?? noReport) : 'x')),
    ]),
    ['', 'Nơi nhận điều chỉnh', ...figures.map(({ key }) => adjustmentOf(units, key))],
    [
      '',
      'Cộng',
      ...figures.map(({ key, value }): LiveCell => {
        const column = columns.get(key) ?? 0;
        const cells = `${cellName(first, column)}:${cellName(adjusted, column)}`;
        const words = value.state === 'number' || value.state === 'zero' ? printedStates.no_report : printValue(value);
        return { formula: `IF(COUNT(${cells})=0,"${words}",SUM(${cells}))`, result: bareValue(value) };
      }),
    ],
    [
      '',
      `Số ${units.word} có số liệu`,
      ...figures.map(({ key }): LiveCell => {
        const column = columns.get(key) ?? 0;
        const told = units.units.filter(({ values }) => amountOf(values.get(key) ?? noReport) !== null).length;
        return { formula: `COUNT(${cellName(first, column)}:${cellName(last, column)})`, result: told };
      }),
    ],
  ];
  return {
    sheet: { name: unitsSheet, rows, headRows: head, bold: [total], widths: [6, 36, 18] },
    rows: { sheet: unitsSheet, columns, first, last, total },
  };
}

/** Null where nothing was adjusted: a zero would count as a figure. */
function adjustmentOf({ adjustments }: PaperUnits, key: string): number | null {
  const of = adjustments.filter((one) => one.key === key);
  return of.length === 0 ? null : of.reduce((sum, { amount }) => sum + amount, 0);
}

function writeTables(
  paper: ReportPaper,
  figures: ReadonlyMap<string, PaperFigure>,
  units: UnitRows | null,
): { sheets: LiveSheet[]; cells: ReadonlyMap<string, string> } {
  const cells = new Map<string, string>();
  const sheets = paper.tables.map((table, at): LiveSheet => {
    const name = `Bảng ${at + 1}`;
    const head = 2;
    const rows = table.rows.map((row, rowAt) => [
      rowAt + 1,
      row.name,
      row.unit,
      ...row.keys.map((key, column): LiveCell => {
        if (key === null) return 'x';
        const result = bareValue(figures.get(key)?.value ?? noReport);
        if (!cells.has(key)) cells.set(key, onSheet(name, cellName(head + rowAt, column + 3)));
        const from = units?.columns.get(key);
        return units === null || from === undefined
          ? result
          : { formula: onSheet(unitsSheet, cellName(units.total, from)), result };
      }),
    ]);
    return {
      name,
      rows: [[table.title], ['TT', 'Chỉ tiêu', 'Đơn vị tính', ...table.columns], ...rows],
      headRows: head,
      bold: [],
      widths: [6, 48, 14, 16],
    };
  });
  return { sheets, cells };
}

/** Each zero and each cell that does not concern a unit, with why; left out where there is none. */
function reasonSheet({ figures, units }: ReportPaper): LiveSheet[] {
  const rows = (who: string, valueOf: (figure: PaperFigure) => PaperValue) =>
    figures.flatMap((figure) => {
      const value = valueOf(figure);
      const reason = printReason(value);
      return reason === null ? [] : [[who, figure.name, printValue(value), reason]];
    });
  const all =
    units === null
      ? rows('', ({ value }) => value)
      : units.units.flatMap(({ name, values }) => rows(name, ({ key }) => values.get(key) ?? noReport));
  const adjusted = (units?.adjustments ?? []).map(({ key, amount, reason }) => [
    'Nơi nhận điều chỉnh',
    figures.find((one) => one.key === key)?.name ?? key,
    amount,
    reason,
  ]);
  if (all.length + adjusted.length === 0) return [];
  const head = ['Đơn vị', 'Số liệu', 'Giá trị', 'Lý do'];
  return [{ name: 'Lý do', rows: [head, ...all, ...adjusted], headRows: 1, bold: [], widths: [36, 60, 18, 60] }];
}
