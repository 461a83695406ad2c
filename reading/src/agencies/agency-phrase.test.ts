import { describe, expect, test } from 'vitest';
import { readAgencyPhrase } from './agency-phrase.ts';
import { readAssignment } from './assignment.ts';
import { listAgencies, readAgencyAt } from './one-agency.ts';
import { splitAgencies } from './split-agencies.ts';

describe('where an agency ends in a sentence', () => {
  test.each([
    ['Sở Lao động - Thương binh và Xã hội', ' chủ trì, phối hợp với Sở Y tế'],
    ['Phòng Lao động, Thương binh và Xã hội – Y tế huyện', ' phối hợp với các đơn vị'],
    ['Các phòng, ban, đơn vị', ' triển khai thực hiện'],
    ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên', ' tăng cường giám sát'],
    ['Tỉnh đoàn', ' tăng cường tập hợp thanh niên'],
    ['Trung tâm Dịch vụ tổng hợp xã', ' phát thanh hằng ngày'],
    ['Công an tỉnh Mộc Giang', ': Chỉ đạo công an các cấp'],
    ['Uỷ ban nhân dân các xã, phường', ' rà soát'],
    ['Sở Giáo dục và Đào tạo', ' tổ chức tập huấn'],
    ['UBND xã Khe Trúc', ' căn cứ tình hình'],
    ['SỞ Y TẾ', ''],
    ['Ban Chỉ huy Quân sự huyện; Hạt Kiểm lâm', ' sẵn sàng lực lượng'],
    ['Các cơ quan thông tấn, báo chí; Đài Phát thanh - Truyền hình tỉnh', ''],
    ['Các doanh nghiệp viễn thông, internet trên địa bàn tỉnh', ''],
    ['Các cơ sở Hội trực thuộc', ''],
    ['Ban Quản lý Khu kinh tế cửa khẩu', ' có nhiệm vụ'],
    ['Đội Cảnh sát quản lý hành chính về trật tự xã hội', ' kiểm tra'],
    ['Thường trực Tỉnh ủy', ' chỉ đạo'],
    ['Các trường THPT, PTDTNT, trung tâm GDNN-GDTX', ''],
    ['Ngân hàng Nhà nước chi nhánh Khu vực 5', ' cho vay'],
    ['Trung tâm Trợ giúp pháp lý nhà nước', ' cử luật sư'],
    ['Bí thư Chi đoàn các thôn', ''],
  ])('%s|%s', (name, rest) => {
    expect(readAgencyPhrase(name + rest, 0)).toEqual({ start: 0, end: name.length });
  });

  test.each([
    'Phòng ngừa xâm hại trẻ em',
    'Phòng, chống đuối nước',
    'Tổ chức các hoạt động',
    'Ban hành quy chế',
    'Báo cáo kết quả',
    'Thanh tra, kiểm tra việc thực hiện',
    'Bộ luật Hình sự',
    'Trường hợp trẻ em bị xâm hại',
    'Hội nghị tổng kết',
    'Xã hội hóa nguồn lực',
    'Các hoạt động truyền thông',
  ])('no agency: %s', (words) => {
    expect(readAgencyPhrase(words, 0)).toBeNull();
  });
});

test.each([
  ['Sở Y tế; Công an tỉnh', ['Sở Y tế', 'Công an tỉnh']],
  ['Đài Phát thanh - Truyền hình tỉnh, Báo Mộc Giang', ['Đài Phát thanh - Truyền hình tỉnh', 'Báo Mộc Giang']],
  ['Sở Văn hóa, Thể thao và Du lịch', ['Sở Văn hóa, Thể thao và Du lịch']],
  [
    'Đề nghị Tòa án nhân dân tỉnh và Viện kiểm sát nhân dân tỉnh',
    ['Tòa án nhân dân tỉnh', 'Viện kiểm sát nhân dân tỉnh'],
  ],
  ['Các phòng, ban, đơn vị liên quan.', ['Các phòng, ban, đơn vị liên quan']],
  ['UBND các huyện, thị xã, thành phố', ['UBND các huyện, thị xã, thành phố']],
])('taken apart: %s', (passage, names) => {
  expect(splitAgencies(passage)).toEqual(names);
});

test.each([
  ['Sở Y tế', 'name'],
  ['Đề nghị Viện kiểm sát nhân dân tỉnh:', 'name'],
  ['Sở Tài chính: Thẩm định dự toán.', 'label'],
  ['Sở Y tế chủ trì, phối hợp với Công an tỉnh thực hiện các nhiệm vụ sau:', 'intro'],
  ['Công an xã có trách nhiệm: tuần tra các điểm nguy hiểm.', 'label'],
  ['Sở Tư pháp hướng dẫn trợ giúp pháp lý cho trẻ em.', 'sentence'],
  ['Phòng Chính trị, tư tưởng - Công tác sinh viên: là đầu mối theo dõi.', 'label'],
])('%s is a %s', (words, shape) => {
  expect(readAssignment(words)?.shape).toBe(shape);
});

test.each([
  ['Thủ tướng Chính phủ', ' và Kế hoạch số 88/KH-UBND'],
  ['THỦ TƯỚNG CHÍNH PHỦ', ' BAN HÀNH KẾ HOẠCH'],
  ['Uỷ ban nhân dân tỉnh Mộc Giang', ' và Công văn số 12/SYT'],
  ['Hội đồng nhân dân cùng cấp', ' về tình hình'],
  ['Quốc hội', ' về việc tăng cường'],
  ['phòng Lao động - Thương binh và Xã hội', ') tổng hợp'],
  ['Phòng Nông nghiệp và Phát triển nông thôn', ') định kỳ'],
  ['Sở Y tế', ', Sở Tư pháp báo cáo'],
  ['Sở Y tế', '\nCông an tỉnh'],
])('%s|%s is one agency', (name, rest) => {
  const text = `của ${name}${rest}`;
  expect(readAgencyAt(text, 4)).toEqual({ start: 4, end: 4 + name.length });
});

test.each(['các sở, ngành', 'Các đơn vị', 'địa phương', 'phòng ngừa', 'Bộ luật Hình sự'])(
  '%s is no agency',
  (words) => {
    expect(readAgencyAt(words, 0)).toBeNull();
  },
);

test('the agencies of a passage in order', () => {
  const text = 'Trước đó Sở Y tế, Công an tỉnh và các đơn vị, sau đó Sở Tư pháp';
  expect(listAgencies(text, 0, text.length).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Sở Y tế',
    'Công an tỉnh',
    'Sở Tư pháp',
  ]);
});
