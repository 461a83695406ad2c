import type { Value } from '@mangnon/domain/indicators/value.ts';
import type { PaperKindId } from '@mangnon/domain/reports/paper/paper-kind.ts';
import type { PaperFigure, PaperTable, ReportPaper } from '@mangnon/domain/reports/paper/report-paper.ts';

// Invented places, figures and sentences.

const number = (amount: number): Value => ({ state: 'number', amount });
const none: Value = { state: 'zero', reason: 'none_found', words: null };
const outside: Value = { state: 'not_applicable', reason: 'no_such_people', words: null };

const table: PaperTable = {
  title: 'Trẻ em bị xâm hại và tảo hôn, theo giới tính và nhóm tuổi của người bị hại',
  columns: ['Tổng số', 'Nam', 'Nữ', 'Dưới 6 tuổi', 'Từ 6 đến dưới 13 tuổi', 'Từ 13 đến dưới 16 tuổi'],
  rows: [
    {
      name: 'Số trẻ em bị xâm hại',
      unit: 'trẻ em',
      keys: [
        'n.abused',
        'n.abused[sex=male]',
        'n.abused[sex=female]',
        'n.abused[age_police=under_6]',
        'n.abused[age_police=from_6_to_under_13]',
        'n.abused[age_police=from_13_to_under_16]',
      ],
    },
    { name: 'Dân số trẻ em', unit: 'trẻ em', keys: ['n.children', null, null, null, null, null] },
    {
      name: 'Số trẻ em khuyết tật có nhu cầu được học chuyên biệt, hòa nhập, phục hồi chức năng',
      unit: 'trẻ em',
      keys: ['n.disabled_reached', null, null, null, null, null],
    },
    { name: 'Số cuộc tảo hôn', unit: 'cuộc', keys: ['n.child_marriages', null, null, null, null, null] },
  ],
};

const named: readonly (readonly [string, string, string])[] = table.rows.flatMap(({ name, unit, keys }) =>
  keys.flatMap((key, at) =>
    key === null ? [] : [[key, at === 0 ? name : `${name} – ${table.columns[at]}`, unit] as const],
  ),
);

const figure = ([key, name, unit]: (typeof named)[number], value: PaperFigure['value'], due = 0): PaperFigure => ({
  key,
  name,
  unit,
  value,
  completeness: due === 0 ? null : { accepted: due - 3, due },
});

const own: Readonly<Record<string, Value>> = {
  'n.abused': number(3),
  'n.abused[sex=male]': none,
  'n.abused[sex=female]': number(3),
  'n.abused[age_police=under_6]': none,
  'n.abused[age_police=from_6_to_under_13]': number(1),
  'n.abused[age_police=from_13_to_under_16]': number(2),
  'n.children': number(2418),
  'n.disabled_reached': outside,
};

const head = {
  place: 'Khe Trúc',
  number: 7,
  issuedOn: '2026-06-15',
  about: 'Kế hoạch số 17/KH-UBND',
  period: { label: '6 tháng đầu năm 2026', from: '2025-12-15', to: '2026-06-14' },
  recipients: ['Như trên', 'Phòng Bảo trợ xã hội và Trẻ em', 'Lưu: VT, VHXH'],
  preparedBy: 'Vàng Thị Dí',
} as const;

/** What one commune sends, of any kind; one cell of it is not told. */
export function unitReport(kind: PaperKindId): ReportPaper {
  return {
    ...head,
    kind,
    parentBody: null,
    issuer: 'Ủy ban nhân dân xã Khe Trúc',
    symbol: 'BC-UBND',
    addressees:
      kind === 'peoples_council' || kind === 'domestic_violence' ? ['Hội đồng nhân dân xã Khe Trúc'] : ['Sở Y tế'],
    bases: ['Căn cứ Kế hoạch số 17/KH-UBND ngày 12 tháng 01 năm 2026'],
    words: [
      {
        heading: 'results',
        words:
          'Xã đã mở hai lớp dạy bơi an toàn cho học sinh tiểu học trong hè.\nCác thôn duy trì nhóm cha mẹ sinh hoạt mỗi tháng một lần.',
        unit: null,
        edited: false,
      },
      { heading: 'hindrances', words: 'Thôn Pá Lừa chưa có cộng tác viên từ tháng 3.', unit: null, edited: false },
    ],
    figures: named.map((one) => figure(one, own[one[0]] ?? { state: 'no_report' })),
    rates: [
      {
        key: 'qd23.9',
        name: 'Tỷ lệ trẻ em bị xâm hại trên tổng số trẻ em',
        unit: '%',
        value: number((3 / 2418) * 100),
        completeness: null,
        sides: { numerator: 'n.abused', denominator: 'n.children', factor: 100 },
      },
    ],
    tables: [table],
    units: null,
    tasks: {
      done: [
        {
          text: 'Mở lớp dạy bơi an toàn cho học sinh tiểu học',
          unit: 'Ủy ban nhân dân xã Khe Trúc',
          due: '2026-05-31',
          result: 'Hai lớp, 64 học sinh',
        },
      ],
      overdue: [],
    },
    signature: { onBehalfOf: 'Ủy ban nhân dân', inPlaceOf: 'Chủ tịch', title: 'Phó Chủ tịch', name: 'Sầm Thị Mai' },
  };
}

const communes = Array.from({ length: 31 }, (_, at) =>
  at === 7
    ? 'Ủy ban nhân dân đặc khu Hòn Mây Trắng và các đảo phụ cận phía Đông Nam'
    : `Ủy ban nhân dân xã Bản Mẫu ${at + 1}`,
);

/** What each commune of the province said: three did not report, one is not concerned, one found none. */
export const communeValues = communes.map((name, at) => {
  const values = new Map<string, Value>();
  if (at < 28) {
    for (const [place, [key]] of named.entries()) {
      values.set(
        key,
        key === 'n.children'
          ? number(1000 + 137 * at)
          : place % 2 === 1 && at % 3 === 0
            ? none
            : number(1 + ((at * 7 + place) % 5)),
      );
    }
    values.set('n.child_marriages', at === 4 ? outside : at === 5 ? none : number(2));
  }
  return { id: `x.ubnd|990${10 + at}`, name, values, asked: null };
});

/** What the province makes of 31 communes, with one total adjusted. */
export function consolidatedReport(kind: PaperKindId): ReportPaper {
  const total = (key: string) =>
    communeValues.reduce(
      (sum, { values }) => {
        const value = values.get(key);
        return sum + (value?.state === 'number' ? value.amount : 0);
      },
      key === 'n.abused' ? 2 : 0,
    );
  const sum = (key: string) =>
    communeValues.slice(0, 28).reduce((all, { values }) => {
      const value = values.get(key);
      return all + (value?.state === 'number' ? value.amount : 0);
    }, 0);
  return {
    ...unitReport(kind),
    parentBody: 'Ủy ban nhân dân tỉnh Mộc Giang',
    issuer: 'Sở Y tế',
    place: 'Mộc Giang',
    symbol: 'BC-SYT',
    addressees: ['Ủy ban nhân dân tỉnh Mộc Giang', 'Bộ Y tế'],
    words: [
      { heading: 'results', words: 'Toàn tỉnh hoàn thành tập huấn cho cộng tác viên thôn.', unit: null, edited: false },
      {
        heading: 'results',
        words: 'Xã tổ chức ngày hội trò chơi dân gian cho trẻ em.',
        unit: 'Ủy ban nhân dân xã Bản Mẫu 2',
        edited: true,
      },
      {
        heading: 'hindrances',
        words: 'Đường vào ba thôn bị sạt lở, chưa đến được các hộ.',
        unit: 'Ủy ban nhân dân xã Bản Mẫu 9',
        edited: false,
      },
    ],
    figures: named.map((one) => figure(one, number(total(one[0])), 31)),
    rates: [
      {
        key: 'qd23.9',
        name: 'Tỷ lệ trẻ em bị xâm hại trên tổng số trẻ em',
        unit: '%',
        value: number((sum('n.abused') / sum('n.children')) * 100),
        completeness: { accepted: 28, due: 31 },
        sides: { numerator: 'n.abused', denominator: 'n.children', factor: 100 },
      },
    ],
    units: {
      word: 'xã',
      units: communeValues,
      adjustments: [{ key: 'n.abused', amount: 2, reason: 'Hai trẻ em do công an tỉnh phát hiện, xã chưa kịp ghi' }],
      missing: communeValues.slice(28).map(({ name }) => name),
    },
    tasks: {
      done: Array.from({ length: 24 }, (_, at) => ({
        text: `Tổ chức sinh hoạt hè an toàn cho trẻ em tại các điểm trường lẻ, đợt ${at + 1}`,
        unit: communes[at] ?? '',
        due: at % 4 === 0 ? null : '2026-05-31',
        result: at % 5 === 0 ? null : 'Đã tổ chức, có danh sách trẻ em tham gia',
      })),
      overdue: [
        {
          text: 'Lắp biển báo tại các ao, hồ, khe suối có nguy cơ đuối nước',
          unit: communes[7] ?? '',
          due: '2026-04-30',
          result: 'Được 3/9 điểm',
        },
      ],
    },
    signature: { onBehalfOf: null, inPlaceOf: 'Giám đốc', title: 'Phó Giám đốc', name: 'Vi Đình Quang' },
  };
}
