import { describe, expect, it } from 'vitest';
import { findRepeating } from './find-repeating.ts';

describe('how often a sentence says it is done', () => {
  it.each([
    ['Hằng tháng rà soát hố nước trên địa bàn.', 'month'],
    ['Kiểm tra bến đò hàng quý, báo cáo kết quả.', 'quarter'],
    ['Hàng năm, tổ chức diễn đàn trẻ em cấp xã.', 'year'],
    ['Mỗi năm mở ít nhất 02 lớp dạy bơi.', 'year'],
    ['Định kỳ 6 tháng đánh giá việc thực hiện.', 'half_year'],
    ['Sáu tháng một lần, họp Ban điều hành.', 'half_year'],
    ['Giao ban 3 tháng/lần với các xã.', 'quarter'],
    ['Tổ chức tập huấn 01 lần/năm cho cộng tác viên.', 'year'],
    ['Họp nhóm một lần mỗi tháng.', 'month'],
    ['Báo cáo định kỳ hằng quý, hằng năm.', 'quarter'],
    ['Hă\u0300ng tha\u0301ng cập nhật danh sách.', 'month'],
    ['Bố trí dự toán ngân sách hằng năm; hằng quý kiểm tra việc chi.', 'quarter'],
  ])('%s', (sentence, often) => {
    expect(findRepeating(sentence)).toBe(often);
  });

  it.each([
    'Phối hợp với ngân hàng năm 2026 hỗ trợ vay vốn.',
    'Chi trả trợ cấp xã hội hằng tháng cho trẻ em mồ côi.',
    'Bố trí kinh phí trong dự toán ngân sách nhà nước hằng năm.',
    'Tuyên truyền trong Tháng hành động vì trẻ em năm 2026.',
    'Hoàn thành trước tháng 6 năm 2026.',
    'Thăm khách hàng tháng 5 của chợ.',
    'Nâng mức hưởng lương mỗi năm.',
    'Cấp phát hàng quý hiếm cho bếp ăn bán trú.',
    'Tổ chức 02 lần/năm.',
    '',
  ])('says nothing: %s', (sentence) => {
    expect(findRepeating(sentence)).toBeNull();
  });
});
