import type { Refusals } from '../../kernel/sentence.ts';

export const calendarRefusals = {
  'calendar.not_a_year': {
    status: 422,
    vi: '«{value}» ở cột «{column}» không phải là năm của lịch. Ghi từ 2021 đến 2100.',
    en: '«{value}» in column «{column}» is no year of the calendar. Write 2021 to 2100.',
  },
  'calendar.year_missing': {
    status: 422,
    vi: '{day}: năm này chưa có trong lịch. Hãy thêm năm trước.',
    en: '{day}: the calendar has no such year. Add the year first.',
  },
  'calendar.work_on_working_day': {
    status: 422,
    vi: '{day}: ngày làm bù phải rơi vào thứ Bảy hoặc Chủ nhật.',
    en: '{day}: a day worked in exchange must be a Saturday or a Sunday.',
  },
  'calendar.swap_on_rest_day': {
    status: 422,
    vi: '{day}: ngày nghỉ hoán đổi phải là ngày làm việc, từ thứ Hai đến thứ Sáu.',
    en: '{day}: a day off by exchange must be a working day, Monday to Friday.',
  },
  'calendar.open_ends_before': {
    status: 422,
    vi: '{name}: ngày cuối đứng trước ngày đầu. Sửa một trong hai ngày.',
    en: '{name}: the last day stands before the first. Correct one of them.',
  },
  'calendar.open_too_long': {
    status: 422,
    vi: '{name}: khoảng chưa quyết định dài hơn {limit} ngày. Hãy chia theo từng kỳ nghỉ.',
    en: '{name}: this stretch is longer than {limit} days. Split it by holiday.',
  },
  'calendar.not_there': {
    status: 422,
    vi: 'Lịch không có dòng {what}.',
    en: 'The calendar has no row {what}.',
  },
  'calendar.changed_meanwhile': {
    status: 409,
    vi: 'Lịch vừa được người khác sửa. Hãy xem lại rồi sửa tiếp.',
    en: 'Somebody has just changed the calendar. Look at it again, then go on.',
  },
} as const satisfies Refusals;
