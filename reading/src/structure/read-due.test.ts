import { describe, expect, test } from 'vitest';
import { findDeadline, readDue } from './read-due.ts';

const year2023 = { from: 2023, to: 2023 };
const period = { from: 2021, to: 2025 };

describe('a time as printed in a field', () => {
  test.each([
    ['Quý I năm 2023', '2023-01-01', '2023-03-31'],
    ['Quý II/2023', '2023-04-01', '2023-06-30'],
    ['quý III', '2023-07-01', '2023-09-30'],
    ['Quý II, III/2023', '2023-04-01', '2023-09-30'],
    ['Từ quý II đến quý IV năm 2024', '2024-04-01', '2024-12-31'],
    ['Cả năm', '2023-01-01', '2023-12-31'],
    ['Cả năm 2024', '2024-01-01', '2024-12-31'],
    ['Năm 2024', '2024-01-01', '2024-12-31'],
    ['Thường xuyên', '2023-01-01', '2023-12-31'],
    ['Hằng năm', '2023-01-01', '2023-12-31'],
    ['trước ngày 15/6', null, '2023-06-15'],
    ['Trước ngày 15 tháng 6 năm 2024', null, '2024-06-15'],
    ['tháng 10 năm 2020', '2020-10-01', '2020-10-31'],
    ['Tháng 2/2024', '2024-02-01', '2024-02-29'],
    ['Tháng 5 - 6/2023', '2023-05-01', '2023-06-30'],
    ['từ tháng 4 đến tháng 6/2023', '2023-04-01', '2023-06-30'],
    ['Từ tháng 4/2026', '2026-04-01', null],
    ['từ ngày 25/5 đến ngày 30/6/2026', '2026-05-25', '2026-06-30'],
    ['giai đoạn 2021 - 2025', '2021-01-01', '2025-12-31'],
    ['Từ năm 2022 đến năm 2025', '2022-01-01', '2025-12-31'],
    ['đến hết năm 2025', null, '2025-12-31'],
    ['6 tháng đầu năm', '2023-01-01', '2023-06-30'],
    ['6 tháng cuối năm 2024', '2024-07-01', '2024-12-31'],
    ['trong quý IV', '2023-10-01', '2023-12-31'],
    ['sáng ngày 01/6/2026', '2026-06-01', '2026-06-01'],
    ['Tháng hành động vì trẻ em', '2023-06-01', '2023-06-30'],
  ])('%s', (printed, from, to) => {
    expect(readDue(printed, year2023)).toEqual({
      due: { from, to, text: printed },
      unreadable: false,
      impossible: null,
    });
  });

  test('a recurring time spans all years of the plan', () => {
    expect(readDue('Hằng năm', period).due).toMatchObject({ from: '2021-01-01', to: '2025-12-31' });
  });

  test('without a year anywhere the ends stay open', () => {
    expect(readDue('Quý II', null)).toMatchObject({ due: { from: null, to: null }, unreadable: false });
    expect(readDue('trước ngày 15/6', period).due).toMatchObject({ from: null, to: null });
  });

  test('a day no calendar has is told, and its end is open', () => {
    const read = readDue('từ ngày 01/6/2026 đến ngày 31/6/2026', year2023);
    expect(read).toMatchObject({ due: { from: '2026-06-01', to: null }, impossible: '31/6/2026' });
    expect(readDue('ngày 30/02', year2023).impossible).toBe('30/02');
  });

  test('words without a time are told to be unreadable', () => {
    expect(readDue('theo tiến độ chung', year2023)).toMatchObject({ unreadable: true, due: { from: null, to: null } });
  });
});

describe('a deadline within a sentence', () => {
  test.each([
    ['Xây dựng kế hoạch, hoàn thành trước ngày 15/6/2023.', null, '2023-06-15'],
    ['Lập danh sách trẻ em mồ côi, xong trước tháng 9.', null, '2023-08-31'],
    ['Tổ chức lễ phát động (Quý II/2023).', '2023-04-01', '2023-06-30'],
    ['Ban hành quy chế, hoàn thành trong quý II năm 2023.', '2023-04-01', '2023-06-30'],
  ])('%s', (sentence, from, to) => {
    expect(findDeadline(sentence, year2023)?.due).toMatchObject({ from, to });
  });

  test.each([
    'Triển khai Quyết định số 12/QĐ-UBND ngày 10/4/2020 của Ủy ban nhân dân tỉnh.',
    'Thực hiện chương trình được ban hành giai đoạn 2021 - 2030.',
    'Hằng năm báo cáo Hội đồng nhân dân.',
    'Gửi báo cáo trước ngày 10/6 (6 tháng) và 10/11 (năm) về Sở Y tế.',
  ])('none in: %s', (sentence) => {
    expect(findDeadline(sentence, year2023)).toBeNull();
  });

  test.each([
    ['Mở lớp bồi dưỡng (Phòng Bảo trợ chủ trì; quý IV/2025).', '2025-10-01', '2025-12-31'],
    ['Gỡ bỏ hội nhóm dụ dỗ (Công an tỉnh chủ trì; thường xuyên trong năm 2026).', '2026-01-01', '2026-12-31'],
    ['Lắp chuông báo cháy (Trung tâm chủ trì, Công an xã phối hợp; năm 2026)', '2026-01-01', '2026-12-31'],
  ])('behind the roles in a remark: %s', (sentence, from, to) => {
    expect(findDeadline(sentence, year2023)?.due).toMatchObject({ from, to });
  });
});
