import { describe, expect, test } from 'vitest';
import { readDuties } from './read-duties.ts';

/** «6_months 15/6 -> UBND xã via Công an xã»: each duty of a sentence in one line. */
function read(text: string, isAboutReports = false): string[] {
  return readDuties(text, isAboutReports).map(({ period, due, to, via, isDraft }) => {
    const day = due === null ? '' : ` ${due.day}/${due.month}`;
    return `${period}${day}${to === null ? '' : ` -> ${to}`}${via === null ? '' : ` via ${via}`}${isDraft ? ' draft' : ''}`;
  });
}

describe('periods and due days', () => {
  test.each<[string, string[]]>([
    [
      'Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12) báo cáo kết quả về Sở Y tế.',
      ['6_months 15/6 -> Sở Y tế', 'year 15/12 -> Sở Y tế'],
    ],
    [
      'Định kỳ 06 tháng, hằng năm (trước ngày 15/6 và 15/12) báo cáo về Sở Y tế.',
      ['6_months 15/6 -> Sở Y tế', 'year 15/12 -> Sở Y tế'],
    ],
    [
      'gửi báo cáo trước ngày 10/6 (6 tháng) và 10/11 (năm) về Sở Y tế.',
      ['6_months 10/6 -> Sở Y tế', 'year 10/11 -> Sở Y tế'],
    ],
    ['Báo cáo gửi Sở Y tế trước ngày 15/6 và 15/12 hằng năm.', ['6_months 15/6 -> Sở Y tế', 'year 15/12 -> Sở Y tế']],
    [
      'Trước ngày 15/6 và ngày 15/12 hằng năm, các đơn vị gửi báo cáo 6 tháng, báo cáo năm về Sở Y tế.',
      ['6_months 15/6 -> Sở Y tế', 'year 15/12 -> Sở Y tế'],
    ],
    [
      'gửi báo cáo về Sở Y tế trước ngày 15/6 (báo cáo 6 tháng) và trước ngày 15/12 (báo cáo năm).',
      ['6_months 15/6 -> Sở Y tế', 'year 15/12 -> Sở Y tế'],
    ],
    [
      'Báo cáo 6 tháng gửi trước ngày 15 tháng 6; báo cáo năm gửi trước ngày 15 tháng 12 về Sở Y tế.',
      ['6_months 15/6 -> Sở Y tế', 'year 15/12 -> Sở Y tế'],
    ],
    ['Hằng năm (trước ngày 30/11), các đơn vị báo cáo Sở Y tế.', ['year 30/11 -> Sở Y tế']],
    ['Hằng năm, báo cáo kết quả về Sở Y tế trước ngày 30 tháng 11.', ['year 30/11 -> Sở Y tế']],
    ['Báo cáo kết quả về Sở Y tế trước ngày 30/11 hằng năm.', ['year 30/11 -> Sở Y tế']],
    [
      'Định kỳ hằng quý, 6 tháng, 9 tháng và năm báo cáo UBND xã.',
      ['3_months -> UBND xã', '6_months -> UBND xã', '9_months -> UBND xã', 'year -> UBND xã'],
    ],
    ['Báo cáo hằng tháng (trước ngày 25) gửi UBND xã.', ['month -> UBND xã']],
    ['Báo cáo UBND xã trước ngày 20 hằng tháng.', ['month -> UBND xã']],
    [
      'Các thôn báo cáo Trưởng ban trước ngày 25 hằng tháng: Ban báo cáo UBND xã 6 tháng (trước 15/6).',
      ['month -> Trưởng ban', '6_months 15/6 -> UBND xã'],
    ],
    ['Hằng năm: UBND xã báo cáo Sở Y tế trước ngày 15/12.', ['year 15/12 -> Sở Y tế']],
    ['Hằng quý, trước ngày 15 của tháng cuối quý, báo cáo UBND xã.', ['3_months -> UBND xã']],
    [
      'định kỳ 03 tháng báo cáo trước ngày 10/3; 09 tháng báo cáo trước ngày 10/9, gửi UBND xã',
      ['3_months 10/3 -> UBND xã', '9_months 10/9 -> UBND xã'],
    ],
    [
      'Báo cáo sơ kết 6 tháng trước ngày 10/6, tổng kết năm trước ngày 10/12 gửi UBND xã.',
      ['6_months 10/6 -> UBND xã', 'year 10/12 -> UBND xã'],
    ],
    [
      'Hằng năm, các sở báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12 về UBND xã.',
      ['6_months 10/6 -> UBND xã', 'year 10/12 -> UBND xã'],
    ],
    [
      'Định kỳ 6 tháng (ngày 10/6), năm (ngày 10/12) báo cáo UBND xã.',
      ['6_months 10/6 -> UBND xã', 'year 10/12 -> UBND xã'],
    ],
    ['Báo cáo UBND xã trước ngày 15/6; 15/12 hằng năm.', ['6_months 15/6 -> UBND xã', 'year 15/12 -> UBND xã']],
    [
      'Báo cáo 6 tháng (số liệu từ ngày 15/12 năm trước đến ngày 14/6) gửi UBND xã trước ngày 20/6.',
      ['6_months 20/6 -> UBND xã'],
    ],
    ['Định kỳ 6 tháng/lần báo cáo UBND xã.', ['6_months -> UBND xã']],
    ['Chế độ báo cáo: định kỳ hàng năm báo cáo UBND xã chậm nhất ngày 05/12.', ['year 5/12 -> UBND xã']],
    [
      'Định kỳ sáu tháng và cả năm báo cáo UBND xã trước ngày 05/6 và ngày 05/12.',
      ['6_months 5/6 -> UBND xã', 'year 5/12 -> UBND xã'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['- 6 tháng đầu năm: trước ngày 12/6;', ['6_months 12/6']],
    ['- Năm: trước ngày 12/12.', ['year 12/12']],
    ['- Quý: trước ngày 12 tháng cuối quý.', ['3_months']],
  ])('under a heading on reports: %s', (text, expected) => {
    expect(read(text, true)).toEqual(expected);
    expect(read(text, false)).toEqual([]);
  });
});

describe('receivers', () => {
  test.each<[string, string[]]>([
    ['Định kỳ 6 tháng báo cáo UBND tỉnh (qua Sở Y tế).', ['6_months -> UBND tỉnh via Sở Y tế']],
    ['Định kỳ 6 tháng báo cáo UBND tỉnh thông qua Sở Y tế để tổng hợp.', ['6_months -> UBND tỉnh via Sở Y tế']],
    ['Hằng năm gửi báo cáo về Sở Y tế để tổng hợp, báo cáo UBND tỉnh.', ['year -> UBND tỉnh via Sở Y tế']],
    [
      'Hằng năm tổng hợp báo cáo kết quả qua Sở Lao động - Thương binh và Xã hội để tổng hợp, báo cáo Ủy ban nhân dân tỉnh và Bộ Y tế theo quy định',
      ['year -> Ủy ban nhân dân tỉnh via Sở Lao động - Thương binh và Xã hội'],
    ],
    ['Hằng năm báo cáo Hội đồng nhân dân cùng cấp việc thực hiện quyền trẻ em', ['year -> Hội đồng nhân dân cùng cấp']],
    [
      'Hằng năm, các sở báo cáo về Sở Y tế trước ngày 25/11; Sở Y tế tổng hợp, báo cáo Bộ Y tế trước ngày 20/12.',
      ['year 25/11 -> Sở Y tế', 'year 20/12 -> Bộ Y tế'],
    ],
    [
      'Báo cáo quý trước ngày 05 tháng cuối quý. Báo cáo gửi về UBND huyện (qua Phòng Lao động, Thương binh và Xã hội).',
      ['3_months -> UBND huyện via Phòng Lao động, Thương binh và Xã hội'],
    ],
    [
      'Hằng năm, tham mưu cho Ủy ban nhân dân tỉnh báo cáo Hội đồng nhân dân tỉnh.',
      ['year -> Hội đồng nhân dân tỉnh draft'],
    ],
    [
      'Hằng quý báo cáo Thường trực Ban Chỉ đạo qua Phòng Văn hóa và Thông tin.',
      ['3_months -> Thường trực Ban Chỉ đạo via Phòng Văn hóa và Thông tin'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('who reports', () => {
    const [duty] = readDuties('Các sở, ngành, UBND các xã báo cáo hằng năm về Sở Y tế.', false);
    expect(duty?.from).toEqual(['Các sở, ngành, UBND các xã']);
    expect(readDuties('Phòng Y tế tổng hợp, báo cáo năm gửi UBND xã.', false)[0]?.from).toEqual(['Phòng Y tế']);
  });
});

describe('a report in passing is no duty', () => {
  test.each([
    'kịp thời báo cáo cấp có thẩm quyền đối với các vụ bạo lực',
    'nếu có vướng mắc, báo cáo Ủy ban nhân dân tỉnh (thông qua Sở Y tế tổng hợp)',
    'Thực hiện thống kê và định kỳ có báo cáo gửi Sở Văn hóa và Thể thao về tình trạng tảo hôn',
    'báo cáo kết quả về Phòng Y tế trước ngày 05/7/2026.',
    'Theo báo cáo của các địa phương, trong 6 tháng đầu năm có 12 vụ',
    'Bố trí báo cáo viên; tổ chức sinh hoạt hằng tháng',
    'Căn cứ Báo cáo số 66/BC-SYT ngày 12/3/2026 của Sở Y tế về kết quả công tác',
    'Hằng năm bố trí kinh phí trong dự toán ngân sách, báo cáo Ủy ban nhân dân tỉnh xem xét, quyết định',
    'Báo cáo nhanh trong 24 giờ khi có vụ việc nghiêm trọng',
    'Tiến hành sơ kết vào năm 2025 và tổng kết vào năm 2030, báo cáo Ủy ban nhân dân tỉnh',
    'Xây dựng kế hoạch hằng năm; hướng dẫn các đơn vị.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('a due day no calendar has is left out and pointed at', () => {
  const text = 'Định kỳ 6 tháng báo cáo UBND xã trước ngày 31/6.';
  const [duty] = readDuties(text, false);
  expect(duty).toMatchObject({ period: '6_months', due: null });
  expect(text.slice(duty?.impossible?.start, duty?.impossible?.end)).toContain('31/6');
});
