import type { Sheet, SheetCell } from '../kernel/workbook/sheet.ts';
import { trustWords } from '../places/places-sheet.ts';
import type { Catalogue } from './catalogue.ts';
import type { CountFormula, Formula, Indicator } from './indicator.ts';

/** The sheets of the exchange workbook and their columns, as officers read them. */
export const indicatorSheets = {
  indicators: {
    name: 'Chỉ tiêu',
    columns: [
      'Mã',
      'Phiên bản',
      'Hiệu lực từ',
      'Hiệu lực đến',
      'Mã trong văn bản',
      'Lĩnh vực',
      'Tên',
      'Tên tiếng Anh',
      'Cách tính',
      'Tử số',
      'Mẫu số',
      'Hệ số',
      'Tử nằm trong mẫu',
      'Thời điểm đếm',
      'Cộng các nơi',
      'Cộng các kỳ',
      'Số nguyên',
      'Không vượt quá',
      'Đơn vị tính',
      'Đơn vị tính tiếng Anh',
      'Phân tổ',
      'Kỳ',
      'Cơ quan chủ trì',
      'Nguồn số liệu',
      'Nguồn số liệu tiếng Anh',
      'Định nghĩa',
      'Định nghĩa tiếng Anh',
      'Mức đặt ra',
      'Mức đặt ra tiếng Anh',
      'Độ tin cậy',
      'Độ tin cậy cách tính',
      'Ghi chú',
      'Ghi chú tiếng Anh',
    ],
  },
  basis: {
    name: 'Căn cứ',
    columns: ['Mã', 'Phiên bản', 'Số văn bản', 'Ngày văn bản', 'Điều khoản', 'Địa chỉ nguồn'],
  },
} as const;
export type IndicatorColumn = (typeof indicatorSheets)['indicators']['columns'][number];

export const sheetWords = {
  kind: { count: 'Số đếm', ratio: 'Tỷ lệ', change: 'Mức tăng, giảm', unknown: 'Chưa biết cách tính' },
  measure: { flow: 'Trong kỳ', stock: 'Cuối kỳ' },
  overPlaces: { sum: 'Cộng', none: 'Không cộng' },
  overPeriods: { sum: 'Cộng', last: 'Lấy kỳ cuối', none: 'Không cộng' },
  period: { month: 'Tháng', quarter: 'Quý', half_year: '6 tháng', year: 'Năm' },
  subject: {
    population: 'Dân số',
    protection: 'Bảo vệ trẻ em',
    justice: 'Điều tra, truy tố, xét xử',
    health: 'Sức khỏe, dinh dưỡng',
    education: 'Giáo dục',
    participation: 'Tham gia',
    culture: 'Văn hóa, vui chơi',
    outreach: 'Truyền thông, hoạt động',
  },
  trust: trustWords,
  yesNo: { yes: 'Có', no: 'Không' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

const asDay = (day: string | null): SheetCell => (day === null ? null : { day });
const yesNo = (yes: boolean) => sheetWords.yesNo[yes ? 'yes' : 'no'];

type FormulaColumn = Extract<
  IndicatorColumn,
  | 'Tử số'
  | 'Mẫu số'
  | 'Hệ số'
  | 'Tử nằm trong mẫu'
  | 'Thời điểm đếm'
  | 'Cộng các nơi'
  | 'Cộng các kỳ'
  | 'Số nguyên'
  | 'Không vượt quá'
>;

function countCells(formula: CountFormula): Partial<Record<FormulaColumn, SheetCell>> {
  return {
    'Thời điểm đếm': sheetWords.measure[formula.measure],
    'Cộng các nơi': sheetWords.overPlaces[formula.overPlaces],
    'Cộng các kỳ': sheetWords.overPeriods[formula.overPeriods],
    'Số nguyên': yesNo(formula.whole),
    'Không vượt quá': formula.atMost,
  };
}

function formulaCells(formula: Formula): Partial<Record<FormulaColumn, SheetCell>> {
  if (formula.kind === 'count') return countCells(formula);
  if (formula.kind === 'change') return { 'Tử số': formula.of };
  if (formula.kind === 'unknown') return {};
  const { numerator, denominator, factor, within } = formula;
  return { 'Tử số': numerator, 'Mẫu số': denominator, 'Hệ số': factor, 'Tử nằm trong mẫu': yesNo(within) };
}

/** One version as a row, in the order of the columns. */
export function writeIndicatorRow(one: Indicator): SheetCell[] {
  const cells: Partial<Record<IndicatorColumn, SheetCell>> = {
    Mã: one.code,
    'Phiên bản': one.version,
    'Hiệu lực từ': asDay(one.validFrom),
    'Hiệu lực đến': asDay(one.validTo),
    'Mã trong văn bản': one.officialCode,
    'Lĩnh vực': sheetWords.subject[one.subject],
    Tên: one.name.vi,
    'Tên tiếng Anh': one.name.en,
    'Cách tính': sheetWords.kind[one.formula.kind],
    ...formulaCells(one.formula),
    'Đơn vị tính': one.unit.vi,
    'Đơn vị tính tiếng Anh': one.unit.en,
    'Phân tổ': one.breakdowns.join(', '),
    Kỳ: one.period === null ? null : sheetWords.period[one.period],
    'Cơ quan chủ trì': one.agency,
    'Nguồn số liệu': one.dataSource?.vi ?? null,
    'Nguồn số liệu tiếng Anh': one.dataSource?.en ?? null,
    'Định nghĩa': one.definition?.vi ?? null,
    'Định nghĩa tiếng Anh': one.definition?.en ?? null,
    'Mức đặt ra': one.goal?.vi ?? null,
    'Mức đặt ra tiếng Anh': one.goal?.en ?? null,
    'Độ tin cậy': trustWords[one.trust],
    'Độ tin cậy cách tính': one.formulaTrust === null ? null : trustWords[one.formulaTrust],
    'Ghi chú': one.note?.vi ?? null,
    'Ghi chú tiếng Anh': one.note?.en ?? null,
  };
  return indicatorSheets.indicators.columns.map((column) => cells[column] ?? null);
}

/** The workbook of a catalogue, every version of it: reading it back (`readIndicatorSheets`) changes nothing. */
export function writeIndicatorSheets(catalogue: Catalogue): Sheet[] {
  const all = [...catalogue.versions.values()].flat();
  const { indicators, basis } = indicatorSheets;
  return [
    { name: indicators.name, rows: [indicators.columns, ...all.map(writeIndicatorRow)] },
    {
      name: basis.name,
      rows: [
        basis.columns,
        ...all.flatMap(({ code, version, basis: texts }) =>
          texts.map(({ number, issuedOn, article, sourceUrl }): SheetCell[] => [
            code,
            version,
            number,
            asDay(issuedOn),
            article,
            sourceUrl,
          ]),
        ),
      ],
    },
  ];
}
