import { expect, test } from 'vitest';
import { readText } from '../read-text.ts';

const head =
  'ỦY BAN NHÂN DÂN\nTỈNH MỘC GIANG\n\nKẾ HOẠCH\nBảo vệ trẻ em\n\nCăn cứ Luật Trẻ em ngày 05/4/2016, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\n';

/** «IV.1 [Sở Y tế] Tập huấn» for each task of a plan with this body. */
function read(...lines: string[]): string[] {
  return readText(head + lines.join('\n')).tasks.map(
    ({ section, lead, text }) => `${section} [${lead.join(' | ')}] ${text.split(' ').slice(0, 2).join(' ')}`,
  );
}

test.each([
  ['I/-', '1/-', '1.1-'],
  ['I-', '1-', '1.1-'],
  ['I.-', '1.-', '1.1.-'],
  ['I/-', '1/', '1.1/-'],
])('sections %s, agencies %s and tasks %s', (section, agency, task) => {
  const next = (label: string) => label.replace('I', 'II').replace(/1(?!.*1)/, '2');
  expect(
    read(
      `${section} MỤC ĐÍCH`,
      `${agency} Trẻ em được an toàn.`,
      `${next(section)} PHÂN CÔNG TRÁCH NHIỆM`,
      `${agency} Đội Cảnh sát điều tra tội phạm về trật tự xã hội`,
      `${task} Tuần tra quanh trường học.`,
      `${next(task)} Kiểm tra nhà trọ.`,
      `${next(agency)} Trạm Y tế xã`,
      '2.1- Tập huấn sơ cứu.',
    ),
  ).toEqual([
    'II.1 [Đội Cảnh sát điều tra tội phạm về trật tự xã hội] Tuần tra',
    'II.1 [Đội Cảnh sát điều tra tội phạm về trật tự xã hội] Kiểm tra',
    'II.2 [Trạm Y tế xã] Tập huấn',
  ]);
});

test('paragraphs that each begin with their agency stand beside one another', () => {
  expect(
    read(
      'I. TỔ CHỨC THỰC HIỆN',
      'Phòng Kinh tế, Hạ tầng và Đô thị chịu trách nhiệm rà soát quỹ đất làm sân chơi.',
      'Công an phường chịu trách nhiệm giữ trật tự trước cổng trường.',
      'Định kỳ trước ngày 25 tháng 11 hằng năm, các đơn vị báo cáo kết quả về Ủy ban nhân dân tỉnh.',
    ),
  ).toEqual(['I [Phòng Kinh tế, Hạ tầng và Đô thị] chịu trách', 'I [Công an phường] Công an']);
});

test('a sentence that names its own agency under the heading of another stays with the heading', () => {
  expect(
    read(
      'I. TỔ CHỨC THỰC HIỆN',
      '1. Sở Y tế',
      'Chỉ đạo các bệnh viện khám cho trẻ em bị thương.',
      'Trung tâm Công tác xã hội tổ chức tư vấn cho cha mẹ.',
    ),
  ).toEqual(['I.1 [Sở Y tế] Chỉ đạo', 'I.1 [Sở Y tế] Trung tâm']);
});

test('stars head the dashes below them', () => {
  expect(
    read(
      'I. NHIỆM VỤ',
      '* Về truyền thông',
      '- Nói chuyện tại chợ phiên.',
      '* Về trợ giúp trẻ em',
      '- Lập kế hoạch can thiệp cho từng em.',
      'II. PHÂN CÔNG',
      '* Phòng Tư pháp:',
      '- Phổ biến pháp luật cho già làng.',
    ),
  ).toEqual(['I [] Nói chuyện', 'I [] Lập kế', 'II [Phòng Tư pháp] Phổ biến']);
});

test('fields under a star are about every dash of their block', () => {
  const { tasks } = readText(
    `${head}I. NHIỆM VỤ\n1. Truyền thông\n- Phát tờ rơi ở chợ.\n- Treo pa nô ở cổng trường.\n* Cơ quan chủ trì: Sở Y tế.\n`,
  );
  expect(tasks.map(({ lead }) => lead)).toEqual([['Sở Y tế'], ['Sở Y tế']]);
});

test.each(['PHẦN THỨ HAI\nTỔ CHỨC THỰC HIỆN', 'Phần thứ hai\nTổ chức thực hiện'])(
  'a part and its title: %s',
  (part) => {
    const { sections, targets } = readText(
      `${head}PHẦN THỨ NHẤT\nMỤC TIÊU\nPhấn đấu 90% trẻ em biết bơi.\n${part}\nLấy ý kiến trẻ em ít nhất một lần mỗi năm.\n`,
    );
    expect(sections.map(({ title }) => title.toLowerCase())).toEqual(['mục tiêu', 'tổ chức thực hiện']);
    expect(targets.map(({ value }) => value)).toEqual([90]);
  },
);

test('a programme of two sides: articles, and what both do', () => {
  expect(
    read(
      'Điều 1. Trách nhiệm của Sở Y tế',
      '1. Biên soạn tài liệu tập huấn.',
      'Điều 2. Trách nhiệm chung',
      '1. Hai bên luân phiên chủ trì giao ban.',
    ),
  ).toEqual(['Điều 1 [Sở Y tế] Biên soạn', 'Điều 2 [Hai bên] Hai bên']);
});

test('sections counted with §, and two heads who sign side by side', () => {
  expect(
    read(
      '§1. MỤC TIÊU',
      'a) Không để án quá hạn.',
      '§2. PHÂN CÔNG TRÁCH NHIỆM',
      'A. Tòa án nhân dân hai cấp',
      '- Mời chuyên gia tâm lý dự phiên tòa.',
      'VIỆN TRƯỞNG VKSND TỈNH',
      'Mai Xuân Khởi',
    ),
  ).toEqual(['§2.A [Tòa án nhân dân hai cấp] Mời chuyên']);
});

test('heads named as those in charge of a group are no signature', () => {
  expect(
    read('I. TỔ CHỨC THỰC HIỆN', 'CHỦ TỊCH UBND CÁC XÃ, PHƯỜNG', '- Bố trí người trực.', '- Cắm biển cảnh báo.').map(
      (task) => task.split(' ').slice(-2).join(' '),
    ),
  ).toEqual(['Bố trí', 'Cắm biển']);
});

test('fields below the last lettered task are about the tasks before it', () => {
  const { tasks } = readText(
    `${head}I. HOẠT ĐỘNG\n1. Truyền thông\na) Treo băng rôn ở chợ.\nb) Dựng tiểu phẩm.\n- Đơn vị chủ trì: Sở Y tế.\n2. Dạy bơi\na) Mở lớp ở bể bơi.\n- Đơn vị chủ trì: Tỉnh đoàn.\nb) Lắp bể bơi.\n- Đơn vị chủ trì: Công an tỉnh.\n`,
  );
  expect(tasks.map(({ lead }) => lead.join())).toEqual(['Sở Y tế', 'Sở Y tế', 'Tỉnh đoàn', 'Công an tỉnh']);
});

test('«Phân công …» under an agency is its own task', () => {
  expect(
    read(
      'I. TỔ CHỨC THỰC HIỆN',
      '1. UBND các xã, phường:',
      '1.1. Phân công lãnh đạo phụ trách công tác trẻ em.',
      '1.2. Xây bể bơi.',
    ),
  ).toEqual(['I.1 [UBND các xã, phường] Phân công', 'I.1 [UBND các xã, phường] Xây bể']);
});
