import { describe, expect, test } from 'vitest';
import { readTargets } from './read-targets.ts';
import type { TargetContext } from './is-target.ts';

const inTask: TargetContext = { underTargets: false, underResults: false, underFunding: false, year: null };
const inTargets: TargetContext = { ...inTask, underTargets: true };
const inResults: TargetContext = { ...inTask, underResults: true };
const inFunding: TargetContext = { ...inTask, underFunding: true };

/** «>= 90 % 2025», «decrease_by 5..7 %»: what a sentence demands, in one line. */
function read(text: string, context: TargetContext): string[] {
  return readTargets(text, context).map(({ comparator, value, value_to, unit, year }) => {
    const range = value_to === null ? `${value}` : `${value}..${value_to}`;
    return [comparator, range, unit, ...(year === null ? [] : [year])].join(' ');
  });
}

describe('shares and rates', () => {
  test.each<[string, string[]]>([
    ['Tỷ lệ trẻ em được tiêm chủng đạt 95%', ['>= 95 %']],
    ['Tỷ lệ trẻ em được tiêm chủng đạt trên 95%;', ['> 95 %']],
    ['Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên', ['>= 98 %']],
    ['Trên 98% trở lên số hồ sơ đúng hạn', ['>= 98 %']],
    ['100% các vụ việc được xử lý; 90% trẻ em được trợ giúp.', ['>= 100 %', '>= 90 %']],
    ['Ít nhất 80 % trường học có tủ sách pháp luật', ['>= 80 %']],
    ['Bảo đảm tối thiểu 75% số xã có điểm tư vấn', ['>= 75 %']],
    ['Số vụ không tăng quá 5%', ['<= 5 %']],
    ['Không dưới 60% cha mẹ được phổ biến', ['>= 60 %']],
    ['Tỷ lệ bỏ học không quá 0,5%', ['<= 0.5 %']],
    ['Tỷ lệ bỏ học không vượt quá 0,5%', ['<= 0.5 %']],
    ['Tỷ lệ bỏ học dưới 0,12%', ['< 0.12 %']],
    ['Giảm tỷ lệ bỏ học xuống 2%', ['<= 2 %']],
    ['Giảm tỷ lệ bỏ học xuống còn 2%', ['<= 2 %']],
    ['Giảm tỷ lệ bỏ học còn 2%', ['<= 2 %']],
    ['Giảm tỷ lệ bỏ học xuống dưới 2%', ['< 2 %']],
    ['Giảm tỷ lệ tảo hôn từ 12% năm 2020 xuống còn 8% vào năm 2025', ['<= 8 % 2025']],
    ['Nâng tỷ lệ trẻ biết bơi từ 30% lên 45%', ['>= 45 %']],
    ['Nâng tỷ lệ trẻ biết bơi lên 45%', ['>= 45 %']],
    ['Tăng tỷ lệ trẻ em được đến trường đạt 99,5%', ['>= 99.5 %']],
    ['Giảm 10% số trẻ em tử vong do đuối nước', ['decrease_by 10 %']],
    ['Giảm ít nhất 10% số vụ xâm hại so với năm 2020', ['decrease_by 10 %']],
    ['Kéo giảm số vụ xâm hại trẻ em ít nhất 5%', ['decrease_by 5 %']],
    ['Giảm số vụ bạo lực, xâm hại trẻ em 5% so với cùng kỳ năm 2022', ['decrease_by 5 %']],
    ['Giảm bình quân mỗi năm 2 - 3% số cặp tảo hôn', ['decrease_by 2..3 %']],
    ['kiềm chế và kéo giảm từ 4% đến 6% số vụ phạm tội', ['decrease_by 4..6 %']],
    ['Giảm 5-10%/năm số trẻ em bị tai nạn giao thông', ['decrease_by 5..10 %']],
    ['Tăng 15% số xã có sân chơi', ['increase_by 15 %']],
    ['Tăng thêm ít nhất 5% số hộ ký cam kết', ['increase_by 5 %']],
    ['tỷ lệ khám phá án đạt từ 85% đến 90%', ['>= 85..90 %']],
    ['tỷ lệ khám phá án đạt 85-90%', ['>= 85..90 %']],
    ['Tỷ suất tử vong trẻ em dưới 5 tuổi dưới 18,5‰', ['< 18.5 ‰']],
    ['Tỷ suất tử vong trẻ em dưới 1 tuổi giảm xuống còn 12‰', ['<= 12 ‰']],
    ['Tỷ suất trẻ em bị tai nạn, thương tích xuống còn 550/100.000 trẻ em', ['<= 550 /100.000']],
    ['Tỷ số tử vong mẹ dưới 20/100.000 trẻ đẻ sống', ['< 20 /100.000']],
    ['Tỷ suất tử vong do đuối nước ≤ 4,5/100.000 trẻ em', ['<= 4.5 /100.000']],
    ['Tỷ lệ trẻ em được khai sinh ≥ 99,5%', ['>= 99.5 %']],
    ['Duy trì 100% xã, phường có cán bộ làm công tác trẻ em', ['>= 100 %']],
    ['khống chế tỷ lệ thừa cân, béo phì ở mức dưới 10%', ['< 10 %']],
    ['khống chế tỷ lệ thừa cân, béo phì ở mức 10%', ['<= 10 %']],
    ['Phấn đấu trên 1/2 số xã đạt chuẩn và 60% trường học an toàn', ['>= 60 %']],
    ['truy tố đúng thời hạn đạt 100% số vụ và truy tố đúng tội danh đạt 100%', ['>= 100 %', '>= 100 %']],
    ['Giảm thiểu tai nạn thương tích trẻ em, 100% trường học có phòng y tế', ['>= 100 %']],
    ['Giảm 5% số vụ xâm hại, 10% số trẻ em bị đuối nước', ['decrease_by 5 %', 'decrease_by 10 %']],
    ['Tỷ lệ lây truyền bệnh từ mẹ sang con là 2%', ['<= 2 %']],
    ['Tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp là 90%', ['>= 90 %']],
    ['tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi dưới 24%1;', ['< 24 %']],
  ])('%s', (text, expected) => {
    expect(read(text, inTargets)).toEqual(expected);
    expect(read(text, inTask)).toEqual(expected);
  });
});

describe('years', () => {
  test.each<[string, string[]]>([
    ['đạt 90% vào năm 2025 và 95% vào năm 2030.', ['>= 90 % 2025', '>= 95 % 2030']],
    ['đạt 90% vào năm 2025, 95% vào năm 2030', ['>= 90 % 2025', '>= 95 % 2030']],
    ['đạt 90% năm 2025; 95% năm 2030', ['>= 90 % 2025', '>= 95 % 2030']],
    ['năm 2025 đạt 90%, năm 2030 đạt 95%', ['>= 90 % 2025', '>= 95 % 2030']],
    ['đạt 90% (2025) và 95% (2030)', ['>= 90 % 2025', '>= 95 % 2030']],
    ['đến năm 2025 đạt 90% và đến năm 2030 đạt 95%', ['>= 90 % 2025', '>= 95 % 2030']],
    ['90% các xã, phường, thị trấn vào năm 2025 và 95% vào năm 2030', ['>= 90 % 2025', '>= 95 % 2030']],
    ['Đến năm 2025 và năm 2030 lần lượt đạt 90% và 95%', ['>= 90 % 2025', '>= 95 % 2030']],
    ['lần lượt đạt 90% và 95% vào năm 2025 và năm 2030', ['>= 90 % 2025', '>= 95 % 2030']],
    ['đạt 100% vào năm 2025 và duy trì đến năm 2030', ['>= 100 % 2025', '>= 100 % 2030']],
    ['xuống còn 7,3% vào năm 2025 và 6,8% vào năm 2030', ['<= 7.3 % 2025', '<= 6.8 % 2030']],
    ['xuống dưới 12% vào năm 2025 và dưới 11,5% vào năm 2030', ['< 12 % 2025', '< 11.5 % 2030']],
    [
      'dưới 550/100.000 trẻ em vào năm 2025 và 500/100.000 trẻ em vào năm 2030',
      ['< 550 /100.000 2025', '< 500 /100.000 2030'],
    ],
    [
      'Giảm 10% số trẻ em tử vong do đuối nước vào năm 2025 và 20% vào năm 2030',
      ['decrease_by 10 % 2025', 'decrease_by 20 % 2030'],
    ],
    [
      'Đến năm 2025: 90% trẻ em được khám; 80% trường có phòng tư vấn; đến năm 2030: 99%.',
      ['>= 90 % 2025', '>= 80 % 2025', '>= 99 % 2030'],
    ],
    ['Đến hết năm 2026, ít nhất 70% số thôn có điểm sinh hoạt', ['>= 70 % 2026']],
    ['Giai đoạn 2021 - 2025, 65% số xã đạt chuẩn', ['>= 65 % 2025']],
    ['Đến năm 2030, giảm 20% số vụ so với năm 2020', ['decrease_by 20 % 2030']],
    ['đạt 90% theo Quyết định số 23/QĐ-TTg ngày 07 tháng 01 năm 2021', ['>= 90 %']],
    ['đạt 90%, góp phần thực hiện Chương trình hành động giai đoạn 2021-2030', ['>= 90 %']],
    ['đạt 90% vào năm 2025, tầm nhìn đến năm 2030', ['>= 90 % 2025']],
    ['Hằng năm, 90% trẻ em được khám sức khỏe', ['>= 90 %']],
    ['đạt 100% vào năm 2025, duy trì đến năm 2030 (đã đạt 98% năm 2020)', ['>= 100 % 2025', '>= 100 % 2030']],
    [
      'tỷ suất tử vong trẻ em dưới 1 tuổi trên 1.000 trẻ đẻ sống xuống 12,5 vào năm 2025 và 10 vào năm 2030',
      ['<= 12.5 ‰ 2025', '<= 10 ‰ 2030'],
    ],
    [
      'Đến năm 2025 giảm tỷ suất tai nạn xuống 150/100.000 trẻ em, năm 2030 là 120/100.000 trẻ em',
      ['<= 150 /100.000 2025', '<= 120 /100.000 2030'],
    ],
    ['Đến năm 2025, 90% trẻ em được khám. Hằng năm, giảm 5% số vụ', ['>= 90 % 2025', 'decrease_by 5 %']],
    ['dưới 10% ở thành thị và dưới 5% ở nông thôn vào năm 2025', ['< 10 %', '< 5 % 2025']],
    [
      'xuống dưới 10% (nội thành), 5% (ngoại thành) vào năm 2025 và duy trì đến năm 2030',
      ['< 10 % 2025', '< 10 % 2030', '< 5 % 2025', '< 5 % 2030'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text, inTargets)).toEqual(expected);
  });

  test('the heading gives the year where the sentence has none', () => {
    const context = { ...inTargets, year: 2025 };
    expect(read('100% xã có cộng tác viên; 90% vào năm 2024', context)).toEqual(['>= 100 % 2025', '>= 90 % 2024']);
  });
});

describe('counts', () => {
  test.each<[string, string[]]>([
    ['Tổ chức ít nhất 02 lớp tập huấn cho cộng tác viên', ['>= 2 lớp tập huấn']],
    ['Mỗi xã có ít nhất 01 điểm vui chơi dành cho trẻ em', ['>= 1 điểm vui chơi']],
    ['Mỗi xã có ít nhất một mô hình phòng ngừa', ['>= 1 mô hình']],
    ['Ít nhất 25/63 đơn vị công an có phòng điều tra thân thiện', ['>= 25 đơn vị']],
    ['giảm số trẻ em bị xâm hại xuống dưới 30 vụ', ['< 30 vụ']],
    ['Tối thiểu 1.200 trẻ em được học bơi', ['>= 1200 trẻ em']],
  ])('%s', (text, expected) => {
    expect(read(text, inTargets)).toEqual(expected);
    expect(read(text, inTask)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['Phấn đấu xây dựng 05 mô hình điểm', ['>= 5 mô hình điểm']],
    ['Có trên 15.000 trường học đạt chuẩn', ['> 15000 trường học']],
    ['Thành lập 10 câu lạc bộ quyền trẻ em', ['>= 10 câu lạc bộ']],
    ['Không để xảy ra quá 03 vụ', []],
    ['Không quá 02 lần lấy lời khai đối với một trẻ em', ['<= 2 lần']],
    ['Có từ 30 đến 40 xã, phường đạt chuẩn', ['>= 30..40 xã, phường']],
    ['Cấp tỉnh: tổ chức 03 trại hè', ['>= 3 trại hè']],
    ['100% thôn tổ chức ít nhất một hoạt động cho trẻ em', ['>= 100 %']],
    ['100% xã, phường có ít nhất 01 điểm dạy bơi', ['>= 100 %']],
    ['90% trẻ em được khám, mỗi xã có ít nhất 02 lớp học bơi', ['>= 90 %', '>= 2 lớp học bơi']],
    [
      'Giảm tỷ lệ hộ có trẻ bỏ học xuống 6,5% vào năm 2025 và 6% vào năm 2030; phấn đấu 90% trẻ em được chăm sóc vào năm 2025',
      ['<= 6.5 % 2025', '<= 6 % 2030', '>= 90 % 2025'],
    ],
  ])('only among targets: %s', (text, expected) => {
    expect(read(text, inTargets)).toEqual(expected);
  });
});

describe('what is no target', () => {
  test.each([
    'Trẻ em dưới 16 tuổi, người dưới 18 tuổi vi phạm pháp luật',
    'trẻ em từ 6 đến dưới 16 tuổi; trẻ em từ đủ 11 tuổi trở lên',
    'Gọi Tổng đài 111 hoặc số điện thoại 0259.3.822.105 hoạt động 24/24 giờ, 7 ngày trong tuần',
    'theo khoản 3 Điều 90 Luật Trẻ em; điểm q mục 2 Điều 2 Nghị quyết số 121/2020/QH14 ngày 19 tháng 6 năm 2020',
    'thực hiện trước ngày 15/6 và 15/12 hằng năm; quý I năm 2023; 6 tháng đầu năm',
    'hỗ trợ 50% kinh phí mua sắm; ngân sách tỉnh bảo đảm 70% tổng kinh phí',
    'kinh phí 1.250 triệu đồng, trong đó ngân sách huyện 500 triệu đồng',
    'trẻ em có mức độ khuyết tật từ 61% trở lên',
    'trong vòng 24 giờ; chậm nhất 05 ngày làm việc; ít nhất 30 phút mỗi ngày; tối thiểu 03 năm kinh nghiệm',
    'Chương trình "1.000 ngày đầu đời"; 12 nhóm nhiệm vụ; 05 giải pháp; 17 mục tiêu phát triển bền vững',
    'Mở 05 lớp tập huấn vào quý II',
    'Kế hoạch số 45/KH-UBND; giai đoạn 2021 - 2025; năm học 2024-2025',
    'Biên soạn sổ tay 32 trang, khổ 14,5 x 20,5 cm',
    'giảm 50% học phí cho học sinh; thu 100% phí theo quy định',
    'trẻ sơ sinh có cân nặng dưới 2.500 gram',
  ])('in a task: %s', (text) => {
    expect(read(text, inTask)).toEqual([]);
  });

  test.each([
    'Toàn tỉnh có 204.049 trẻ em, chiếm 26,85% dân số',
    'Năm 2020, tỷ lệ trẻ em được tiêm chủng đạt 95%; 100% xã có cán bộ',
    'Trong 3 năm, toàn huyện ghi nhận ít nhất 286 cặp tảo hôn, bằng 21,7% tổng số',
  ])('under results: %s', (text) => {
    expect(read(text, inResults)).toEqual([]);
  });

  test('a share of money under funding', () => {
    expect(read('Ngân sách tỉnh 70%, ngân sách huyện 30%', inFunding)).toEqual([]);
  });

  test('what was reached, and shares of a whole, even among targets', () => {
    expect(read('Hiện nay 80% xã có cán bộ; trẻ em chiếm 25% dân số', inTargets)).toEqual([]);
  });
});

test('the text of a target is its clause, and its offsets slice it from the line', () => {
  const line = '- Phấn đấu 90% trẻ em được khám; giảm 5% số vụ.';
  const found = readTargets(line, inTargets);
  expect(found.map(({ text }) => text)).toEqual(['Phấn đấu 90% trẻ em được khám', 'giảm 5% số vụ']);
  for (const { text, start, end } of found) expect(line.slice(start, end)).toBe(text);
});
