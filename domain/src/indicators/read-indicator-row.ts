import { refuse, type Result } from '../kernel/result.ts';
import { readChoice, readDay, readNeeded, readText } from '../kernel/workbook/read-cells.ts';
import { need } from '../kernel/workbook/row-refused.ts';
import type { SheetCell } from '../kernel/workbook/sheet.ts';
import { indicator, indicatorBasis, type Formula, type Indicator } from './indicator.ts';
import { indicatorSheets, sheetWords, type IndicatorColumn } from './indicator-sheets.ts';
import { readTyped } from './read-typed.ts';

const { columns } = indicatorSheets.indicators;

/** The cells of one row by their columns, each read or the row left with what is wrong in it. */
function makeReaders(cells: readonly SheetCell[]) {
  const at = (column: IndicatorColumn): SheetCell => cells[columns.indexOf(column)] ?? null;
  const text = (column: IndicatorColumn, longest: number) => {
    const words = need(readText(at(column), column, longest));
    return words === '' ? null : words;
  };
  const needed = (column: IndicatorColumn, longest: number) => need(readNeeded(at(column), column, longest));
  const both = (column: IndicatorColumn, english: IndicatorColumn, longest: number) => {
    const vi = text(column, longest);
    // An official set has no English; the Vietnamese then stands for both.
    return vi === null ? null : { vi, en: text(english, longest) ?? vi };
  };
  const choice = <Key extends string>(column: IndicatorColumn, words: Readonly<Record<Key, string>>) =>
    need(readChoice(at(column), column, words));
  return {
    text,
    needed,
    both,
    choice,
    neededBoth: (column: IndicatorColumn, english: IndicatorColumn, longest: number) => {
      const vi = needed(column, longest);
      return { vi, en: text(english, longest) ?? vi };
    },
    maybe: <Key extends string>(column: IndicatorColumn, words: Readonly<Record<Key, string>>) =>
      text(column, 120) === null ? null : choice(column, words),
    day: (column: IndicatorColumn) => need(readDay(at(column), column)),
    number: (column: IndicatorColumn) => readNumber(at(column), column),
  };
}

/** A number typed as a number, or as numbers are written in Vietnam; null where the cell is empty. */
function readNumber(cell: SheetCell, column: string): number | null {
  if (typeof cell === 'number') return cell;
  const typed = need(readText(cell, column));
  const read = readTyped(typed, column);
  return read.ok ? read.value : need(refuse(read.refusal.code, { details: { ...read.refusal.details, column } }));
}

type Readers = ReturnType<typeof makeReaders>;

function readFormula(row: Readers): Formula {
  const kind = row.choice('Cách tính', sheetWords.kind);
  if (kind === 'unknown') return { kind };
  if (kind === 'change') return { kind, of: row.needed('Tử số', 60) };
  if (kind === 'ratio') {
    return {
      kind,
      numerator: row.needed('Tử số', 60),
      denominator: row.needed('Mẫu số', 60),
      factor: row.number('Hệ số') ?? need(refuse('workbook.cell_missing', { details: { column: 'Hệ số' } })),
      within: row.choice('Tử nằm trong mẫu', sheetWords.yesNo) === 'yes',
    };
  }
  return {
    kind,
    measure: row.choice('Thời điểm đếm', sheetWords.measure),
    overPlaces: row.choice('Cộng các nơi', sheetWords.overPlaces),
    overPeriods: row.choice('Cộng các kỳ', sheetWords.overPeriods),
    whole: row.choice('Số nguyên', sheetWords.yesNo) === 'yes',
    atMost: row.number('Không vượt quá'),
  };
}

/** A number of a version: 1, 2, 3. */
export function readVersion(cell: SheetCell | undefined, column: string): number {
  const typed = need(readNeeded(cell, column));
  return /^[1-9]\d{0,3}$/.test(typed)
    ? Number(typed)
    : need(refuse('indicators.not_a_version', { details: { column, typed } }));
}

const parting = /\s*[,;]\s*/;

/** The version a row of «Chỉ tiêu» tells, without its texts. Inside `readRow`: leaves the row at the first thing wrong. */
export function readIndicatorRow(cells: readonly SheetCell[]): Indicator {
  const row = makeReaders(cells);
  const made = indicator.safeParse({
    code: row.needed('Mã', 60),
    version: readVersion(cells[columns.indexOf('Phiên bản')], 'Phiên bản'),
    validFrom: row.day('Hiệu lực từ'),
    validTo: row.day('Hiệu lực đến'),
    officialCode: row.text('Mã trong văn bản', 40),
    subject: row.choice('Lĩnh vực', sheetWords.subject),
    name: row.neededBoth('Tên', 'Tên tiếng Anh', 300),
    formula: readFormula(row),
    unit: row.neededBoth('Đơn vị tính', 'Đơn vị tính tiếng Anh', 60),
    breakdowns: (row.text('Phân tổ', 600) ?? '').split(parting).filter((one) => one !== ''),
    period: row.maybe('Kỳ', sheetWords.period),
    agency: row.text('Cơ quan chủ trì', 300),
    dataSource: row.both('Nguồn số liệu', 'Nguồn số liệu tiếng Anh', 300),
    definition: row.both('Định nghĩa', 'Định nghĩa tiếng Anh', 2000),
    goal: row.both('Mức đặt ra', 'Mức đặt ra tiếng Anh', 200),
    trust: row.choice('Độ tin cậy', sheetWords.trust),
    formulaTrust: row.maybe('Độ tin cậy cách tính', sheetWords.trust),
    note: row.both('Ghi chú', 'Ghi chú tiếng Anh', 600),
    basis: [],
  });
  // What the cells let through and the form does not: codes of other letters, a factor of nothing.
  return made.success ? made.data : need(wrongForm(made.error));
}

/** The columns of what the cells let through and the form does not. */
const columnsOf: Readonly<Record<string, string>> = {
  code: 'Mã',
  'formula.numerator': 'Tử số',
  'formula.denominator': 'Mẫu số',
  'formula.of': 'Tử số',
  'formula.factor': 'Hệ số',
  'formula.atMost': 'Không vượt quá',
  breakdowns: 'Phân tổ',
  sourceUrl: 'Địa chỉ nguồn',
};

function wrongForm(error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): Result<never> {
  const path = (error.issues[0]?.path ?? []).map(String);
  const column = columnsOf[path.slice(0, 2).join('.')] ?? columnsOf[path[0] ?? ''] ?? path.join('.');
  return refuse('indicators.not_of_form', { details: { column } });
}

/** The text a row of «Căn cứ» names, and the version it names it for. */
export function readBasisRow(cells: readonly SheetCell[]) {
  const [code, version, number, issuedOn, article, url] = cells;
  const [codeAs, versionAs, numberAs, dayAs, articleAs, urlAs] = indicatorSheets.basis.columns;
  const day = need(readDay(issuedOn, dayAs)) ?? need(refuse('workbook.cell_missing', { details: { column: dayAs } }));
  const made = indicatorBasis.safeParse({
    number: need(readNeeded(number, numberAs, 100)),
    issuedOn: day,
    article: need(readText(article, articleAs, 300)) || null,
    sourceUrl: need(readText(url, urlAs, 600)) || null,
  });
  return {
    code: need(readNeeded(code, codeAs, 60)),
    version: readVersion(version, versionAs),
    basis: made.success ? made.data : need(wrongForm(made.error)),
  };
}
