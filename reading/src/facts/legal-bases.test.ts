import { describe, expect, test } from 'vitest';
import { readText } from '../read-text.ts';
import { listLegalBases } from './legal-bases.ts';
import { lowerText } from './lower-text.ts';

/** «Quyết định 12/QĐ-TTg 2020-09-28 Thủ tướng Chính phủ» for each text cited. */
function read(text: string): string[] {
  return listLegalBases(text, lowerText(text)).facts.map(({ kind, number, issued_on, issuer }) =>
    [kind, number, issued_on ?? '-', issuer ?? '-'].join(' '),
  );
}

describe('kind, number, date and issuer', () => {
  test.each<[string, string[]]>([
    [
      'Quyết định số 12/QĐ-TTg ngày 28 tháng 9 năm 2020 của Thủ tướng Chính phủ',
      ['Quyết định 12/QĐ-TTg 2020-09-28 Thủ tướng Chính phủ'],
    ],
    [
      'Nghị quyết số 121/2020/QH14 ngày 19/6/2020 của Quốc hội khóa XIV',
      ['Nghị quyết 121/2020/QH14 2020-06-19 Quốc hội'],
    ],
    ['Luật Trẻ em số 102/2016/QH13', ['Luật 102/2016/QH13 - Quốc hội']],
    ['Bộ luật Lao động số 45/2019/QH14', ['Bộ luật 45/2019/QH14 - Quốc hội']],
    ['Nghị định 56/2017/NĐ-CP ngày 9-5-2017', ['Nghị định 56/2017/NĐ-CP 2017-05-09 Chính phủ']],
    ['Chỉ thị số 20-CT/TW ngày 05.11.2012 của Bộ Chính trị', ['Chỉ thị 20-CT/TW 2012-11-05 Bộ Chính trị']],
    ['Nghị quyết 28-NQ/TW', ['Nghị quyết 28-NQ/TW - -']],
    [
      'Kết luận số 45-KL/TU ngày 11/8/2025 của Ban Thường vụ Tỉnh ủy',
      ['Kết luận 45-KL/TU 2025-08-11 Ban Thường vụ Tỉnh ủy'],
    ],
    ['Tờ trình số 17/TTr-SLĐTBXH ngày 20/01/2021', ['Tờ trình 17/TTr-SLĐTBXH 2021-01-20 -']],
    ['Công văn số 69/LĐTBXH-TTr ngày 09/01/2023 về việc thanh tra', ['Công văn 69/LĐTBXH-TTr 2023-01-09 -']],
    [
      'Kế hoạch số 1048/KH-BCĐKH506 ngày 10/3/2023 của Ban Chỉ đạo',
      ['Kế hoạch 1048/KH-BCĐKH506 2023-03-10 Ban Chỉ đạo'],
    ],
    [
      'Thông tư liên tịch số 06/2018/TTLT-VKSNDTC-TANDTC-BCA-BTP-BLĐTBXH',
      ['Thông tư liên tịch 06/2018/TTLT-VKSNDTC-TANDTC-BCA-BTP-BLĐTBXH - -'],
    ],
    [
      'Quyết định số 402 /QĐ-UBND ngày      tháng 9 năm 2020 của Chủ tịch UBND tỉnh',
      ['Quyết định 402/QĐ-UBND 2020-09 Chủ tịch UBND tỉnh'],
    ],
    ['Quyết định số 402/QĐ–UBND, ngày … tháng … năm 2021', ['Quyết định 402/QĐ-UBND 2021 -']],
    [
      'Kế hoạch số 30/KH - UBND ngày 15/3/2023 của Sở Lao động - Thương binh và Xã hội',
      ['Kế hoạch 30/KH-UBND 2023-03-15 Sở Lao động - Thương binh và Xã hội'],
    ],
    ['Nghị quyết số 29/2025/NQ-HĐND ngày 10/9/2025 của HĐND tỉnh', ['Nghị quyết 29/2025/NQ-HĐND 2025-09-10 HĐND tỉnh']],
    ['văn bản số 126/SKHĐT ngày 23/01/2007', ['Văn bản 126/SKHĐT 2007-01-23 -']],
    ['Nghị quyết số 1079/2023/UBTVQH15', ['Nghị quyết 1079/2023/UBTVQH15 - Ủy ban Thường vụ Quốc hội']],
    ['Hướng dẫn số 68-HD/BTGTU ngày 13/03/2024', ['Hướng dẫn 68-HD/BTGTU 2024-03-13 -']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

test.each([
  'Số: /KH-UBND',
  'Quyết định số      /QĐ-UBND',
  'ngày 28/9/2020, 24/7, 63/63 tỉnh, 500/100.000 trẻ em, 12 tháng/năm',
  'phòng, chống HIV/AIDS; 02 lớp/năm; 5%/năm; km/h; 50.000 đồng/người/ngày',
  'Mẫu số 01/BC-TE; Biểu số 02/BC-UBND; Phụ lục 03/PL-KH',
  'theo khoản 3 Điều 90 Luật Trẻ em; gọi số 111; 0259.3822.105',
  'https://mocgiang.example/van-ban/12/QD-UBND.pdf',
])('no citation: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('a text is listed once, at its first citation, with what a later one adds', () => {
  const text = 'THỰC HIỆN QUYẾT ĐỊNH SỐ 99/QĐ-TTG\nQuyết định số 99/QĐ-TTg ngày 01/02/2021; Quyết định số 99/QĐ-TTg.';
  const { facts } = listLegalBases(text, lowerText(text));
  expect(facts).toMatchObject([{ number: '99/QĐ-TTg', issued_on: '2021-02-01', span: { start: 24, end: 33 } }]);
});

test('an impossible day leaves its known part and a warning', () => {
  const text = 'Quyết định số 5/QĐ-UBND ngày 31/02/2021';
  const { facts, warnings } = listLegalBases(text, lowerText(text));
  expect(facts[0]?.issued_on).toBe('2021-02');
  expect(warnings.map(({ code }) => code)).toEqual(['date_impossible']);
});

test("the plan's own number and the recipients are not citations", () => {
  const plan = [
    'ỦY BAN NHÂN DÂN\nXÃ KHE TRÚC',
    'Số: 46/KH-UBND',
    'Khe Trúc, ngày 11 tháng 5 năm 2026',
    'KẾ HOẠCH\nBảo vệ trẻ em năm 2026',
    'Căn cứ Kế hoạch số 93/KH-UBND ngày 05/5/2026 của UBND tỉnh, UBND xã ban hành Kế hoạch như sau:',
    'I. NHIỆM VỤ',
    '1. Công an xã: thực hiện Kế hoạch số 46/KH-UBND này.',
    'Nơi nhận:\n- Như trên;\n- Lưu: VT, 12/HS-VX.',
    'CHỦ TỊCH\n\nLò Thị Hân',
  ].join('\n\n');
  expect(readText(plan).legal_bases.map(({ number }) => number)).toEqual(['93/KH-UBND']);
});
