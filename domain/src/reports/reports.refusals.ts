import type { Refusals } from '../kernel/sentence.ts';

/** What reporting regimes may refuse. */
export const reportsRefusals = {
  'reports.not_found': {
    status: 404,
    vi: 'Không tìm thấy chế độ báo cáo này. Hãy mở lại từ danh sách.',
    en: 'This reporting regime was not found. Open it again from the list.',
  },
  'reports.sender_unfit': {
    status: 422,
    vi: 'Cơ quan này không có ở địa bàn của kế hoạch, hoặc có nhiều nơi cùng tên. Hãy chọn cơ quan khác.',
    en: 'No such agency stands in the place of the plan, or several do. Choose another one.',
  },
  'reports.not_due': {
    status: 422,
    vi: 'Đơn vị này không phải gửi báo cáo hạn {day} của chế độ này.',
    en: 'This unit has no report to send under this regime by {day}.',
  },
  'reports.sent_in_future': {
    status: 422,
    vi: 'Ngày gửi {day} còn ở phía trước. Hãy ghi ngày đã gửi.',
    en: 'The day {day} lies ahead. Write the day the report was sent.',
  },
  'reports.sent_before_period': {
    status: 422,
    vi: 'Ngày gửi {day} đứng trước kỳ báo cáo, bắt đầu ngày {from}. Hãy xem lại ngày gửi.',
    en: 'The day {day} lies before the period, which begins on {from}. Look at the day again.',
  },
  'reports.sent_already': {
    status: 409,
    vi: 'Đơn vị đã ghi gửi báo cáo này ngày {day}. Hãy tải lại trang để xem.',
    en: 'The unit said already that it sent this report on {day}. Reload the page to see it.',
  },
  'reports.id_taken': {
    status: 409,
    vi: 'Mã này đã dùng cho nội dung khác. Hãy tải lại trang rồi ghi lại.',
    en: 'This id was used for something else. Reload the page and write it again.',
  },
} as const satisfies Refusals;
