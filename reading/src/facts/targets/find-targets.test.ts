import { describe, expect, test } from 'vitest';
import { readText } from '../../read-text.ts';

const head =
  'ỦY BAN NHÂN DÂN\nTỈNH MỘC GIANG\n\nSố: 7/KH-UBND\n\nMộc Giang, ngày 14 tháng 5 năm 2024\n\nKẾ HOẠCH\nBảo vệ trẻ em\n\n';
const opening = 'Căn cứ Luật Trẻ em ngày 05/4/2016, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\n';

/** «>= 90 % 2025 [Công an tỉnh]» for each target of a plan with this body. */
function read(body: string): string[] {
  return readText(head + opening + body).targets.map(({ comparator, value, unit, year, owner }) => {
    const whose = owner.length === 0 ? '' : ` [${owner.join(', ')}]`;
    return `${comparator} ${value} ${unit}${year === null ? '' : ` ${year}`}${whose}`;
  });
}

test('the owner is the agency a sentence stands under; targets of the plan have none', () => {
  const body = [
    'I. MỤC TIÊU\n\n- Phấn đấu 90% trẻ em được khám sức khỏe.',
    'II. TỔ CHỨC THỰC HIỆN\n\n1. Công an tỉnh\n\n- Bảo đảm 100% tin báo được thụ lý; khám phá trên 90% số vụ.',
    '2. Đề nghị Tòa án nhân dân tỉnh\n\n- Tỷ lệ xét xử đạt trên 85%.',
  ];
  expect(read(body.join('\n\n'))).toEqual([
    '>= 90 %',
    '>= 100 % [Công an tỉnh]',
    '> 90 % [Công an tỉnh]',
    '> 85 % [Tòa án nhân dân tỉnh]',
  ]);
});

describe('the year', () => {
  test('comes from the heading', () => {
    expect(
      read('I. MỤC TIÊU\n\n2. Mục tiêu cụ thể đến năm 2025\n\n- 90% trẻ em được khám.\n\n- 80% vào năm 2024.'),
    ).toEqual(['>= 90 % 2025', '>= 80 % 2024']);
  });

  test('comes from the last year of a period in the heading', () => {
    expect(read('I. MỤC TIÊU GIAI ĐOẠN 2024 - 2026, TẦM NHÌN ĐẾN NĂM 2030\n\n- 90% trẻ em được khám.')).toEqual([
      '>= 90 % 2026',
    ]);
  });

  test('comes from a lead-in, until the next one', () => {
    const body =
      'I. MỤC TIÊU\n\nPhấn đấu đến năm 2025:\n\n- 70% trẻ em được khám.\n\n- 60% xã đạt chuẩn.\n\nĐến năm 2030:\n\n- 90% trẻ em được khám.';
    expect(read(body)).toEqual(['>= 70 % 2025', '>= 60 % 2025', '>= 90 % 2030']);
  });

  test('comes from a heading for the years beyond the plan', () => {
    expect(
      read(
        'I. MỤC TIÊU\n\na) Đến năm 2025\n\n- 80% trẻ em được khám.\n\nb) Định hướng đến năm 2030\n\n- 90% trẻ em được khám.',
      ),
    ).toEqual(['>= 80 % 2025', '>= 90 % 2030']);
  });

  test('a heading with two years gives none', () => {
    expect(read('I. MỤC TIÊU\n\n1. Chỉ tiêu đến năm 2025 và năm 2030\n\n- 90% trẻ em được khám.')).toEqual(['>= 90 %']);
  });
});

test('figures that describe what was are left out, and those below a heading of aims are kept', () => {
  const body = [
    'I. ĐÁNH GIÁ TÌNH HÌNH\n\n1. Kết quả đạt được\n\nNăm 2023, tỷ lệ trẻ em được tiêm chủng đạt 95%; 100% xã có cán bộ.',
    'II. MỤC TIÊU\n\n- Duy trì 98% trẻ em được tiêm chủng.',
    'III. KINH PHÍ\n\nNgân sách tỉnh 70%, ngân sách huyện 30%.',
  ];
  expect(read(body.join('\n\n'))).toEqual(['>= 98 %']);
});

test('a target dated before the plan is doubted', () => {
  const { warnings } = readText(`${head}${opening}I. MỤC TIÊU\n\n- Đạt 90% vào năm 2021.`);
  expect(warnings.map(({ code }) => code)).toContain('target_year_passed');
});

test('a share over one hundred and a range turned round are doubted', () => {
  const { warnings } = readText(`${head}${opening}I. MỤC TIÊU\n\n- Đạt 950% số xã.\n\n- Giảm từ 7% đến 5% số vụ.`);
  expect(warnings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['target_over_hundred', 'target_range_reversed']),
  );
});

describe('a table of targets', () => {
  const table = (rows: string[]): string => `I. CHỈ TIÊU\n\n${rows.map((row) => `| ${row} |`).join('\n')}`;

  test('gives a target for each year', () => {
    const rows = [
      'TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2030',
      '--- | --- | --- | --- | ---',
      '1 | Tỷ lệ trẻ em được khám sức khỏe | % | 90 | ≥ 95',
      '2 | Tỷ suất tử vong trẻ em dưới 5 tuổi | ‰ | < 15,5 | < 12',
      '3 | Số mô hình | Mô hình | 12 | -',
    ];
    expect(read(table(rows))).toEqual([
      '>= 90 % 2025',
      '>= 95 % 2030',
      '< 15.5 ‰ 2025',
      '< 12 ‰ 2030',
      '>= 12 mô hình 2025',
    ]);
  });

  test('leaves out what was reached before', () => {
    const rows = [
      'Chỉ tiêu | Thực hiện năm 2023 | Kế hoạch năm 2024',
      '--- | --- | ---',
      'Tỷ lệ trẻ em đến trường (%) | 97 | 98,5',
    ];
    expect(read(table(rows))).toEqual(['>= 98.5 % 2024']);
  });
});

test('the headings of a table are no targets, however the table came', () => {
  const rows = [
    ['TT', 'Chỉ tiêu', 'Đơn vị', 'Đến năm 2025', 'Đến năm 2030'],
    ['1', 'Tỷ lệ trẻ em được khám', '%', '90', '95,5'],
  ];
  const expected = ['>= 90 % 2025', '>= 95.5 % 2030'];
  expect(read(`I. MỤC TIÊU\n\n${rows.map((row) => row.join('\t')).join('\n')}`)).toEqual(expected);
});

test('«không để quá» sets a ceiling', () => {
  expect(read('I. CHỈ TIÊU\n\n- Không để quá 01 trẻ em tử vong do đuối nước trong năm.')).toEqual(['<= 1 trẻ em']);
});
