import { expect, test } from 'vitest';
import { readText } from '../read-text.ts';

const head =
  'ỦY BAN NHÂN DÂN\nTỈNH MỘC GIANG\n\nKẾ HOẠCH\nBảo vệ trẻ em\n\nCăn cứ Luật Trẻ em ngày 05/4/2016, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\n';

/** «IV.1 [Sở Y tế] Tập huấn» for each task of a plan with this body. */
function read(...lines: string[]): string[] {
  return readText(head + lines.join('\n\n')).tasks.map(
    ({ section, lead, text }) => `${section} [${lead.join(' | ')}] ${text.split(' ').slice(0, 2).join(' ')}`,
  );
}

test.each([
  ['l/', 'll/', 'lll/', 'lV/'],
  ['l.', 'll.', 'lll.', 'lV.'],
  ['I/', 'Il/', 'IIl/', 'IV/'],
])('Roman numbers typed with a small l: %s %s %s %s', (one, two, three, four) => {
  expect(
    read(
      `${one} MỤC TIÊU`,
      '- Trẻ em được an toàn.',
      `${two} NHIỆM VỤ`,
      '- Tuyên truyền trong cộng đồng.',
      `${three} KINH PHÍ`,
      'Từ ngân sách hằng năm.',
      `${four} TỔ CHỨC THỰC HIỆN`,
      '1. Sở Y tế',
      '- Tập huấn cho nhân viên trạm y tế.',
    ),
  ).toEqual(['II [] Tuyên truyền', 'IV.1 [Sở Y tế] Tập huấn']);
});

test('a letter l that goes on with the letters of a list is a letter', () => {
  const letters = [...'abcdđeghikl'].map((letter) => `${letter}. Rà soát điểm vui chơi ở xã.`);
  const tasks = read('I. TỔ CHỨC THỰC HIỆN', '1. Sở Y tế', ...letters, '2. Công an tỉnh', '- Tuần tra ban đêm ở xã.');
  expect(tasks.slice(0, -1)).toEqual(letters.map(() => 'I.1 [Sở Y tế] Rà soát'));
});

test('departments behind a colon own the paragraph below', () => {
  expect(
    read(
      'I. TỔ CHỨC THỰC HIỆN',
      '1. Các sở: Y tế, Nội vụ',
      'Bố trí viên chức công tác xã hội trong bệnh viện.',
      '2. Các sở, ngành: Rà soát hồ sơ.',
    ),
  ).toEqual(['I.1 [Các sở: Y tế, Nội vụ] Bố trí', 'I [Các sở, ngành] Rà soát']);
});

test('where to send the results is no task of the agency above', () => {
  const body = ['I. TỔ CHỨC THỰC HIỆN', '1. Trưởng các thôn', 'Rà soát hố nước trong thôn.'];
  const end = 'Kết quả thực hiện gửi về UBND xã trước ngày 03/7/2026 để tổng hợp./.';
  expect(read(...body, end)).toEqual(['I.1 [Trưởng các thôn] Rà soát']);
  expect(read(...body, 'II. CHẾ ĐỘ THÔNG TIN', '1. Giao ban ba tháng một lần tại xã.')).toEqual([
    'I.1 [Trưởng các thôn] Rà soát',
  ]);
});

test.each([
  ['1. Sở Y tế có nhiệm vụ', 'Sở Y tế'],
  ['1. Giao Công an tỉnh chỉ đạo', 'Công an tỉnh'],
  ['1. Mời Hội Khuyến học tỉnh', 'Hội Khuyến học tỉnh'],
  ['1. Các thành viên còn lại', 'Các thành viên còn lại'],
  ['1. Thượng tá Lường Đức Hạnh - Phó Trưởng Công an huyện:', 'Thượng tá Lường Đức Hạnh - Phó Trưởng Công an huyện'],
])('%s heads the tasks below', (line, name) => {
  expect(read('I. TỔ CHỨC THỰC HIỆN', line, '- Tập huấn kỹ năng cứu đuối ở xã.')).toEqual([`I.1 [${name}] Tập huấn`]);
});

test('a part has the topic of its title on the next line', () => {
  expect(
    read(
      'PHẦN I',
      'NỘI DUNG',
      '1. Tuyên truyền trong cộng đồng.',
      'PHẦN II',
      'KINH PHÍ',
      'Từ ngân sách hằng năm của xã.',
    ),
  ).toEqual(['PHẦN I [] Tuyên truyền']);
});
