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
  'reports.version_not_found': {
    status: 404,
    vi: 'Không tìm thấy báo cáo này, hoặc báo cáo chưa được gửi tới bạn. Hãy mở lại từ chế độ báo cáo.',
    en: 'This report was not found, or was not sent to you yet. Open it again from the reporting regime.',
  },
  'reports.wrong_state': {
    status: 409,
    vi: 'Báo cáo đang ở trạng thái «{state}» nên không làm được việc này. Hãy tải lại trang.',
    en: 'The report is «{stateEn}», so this cannot be done. Reload the page.',
  },
  'reports.period_not_over': {
    status: 422,
    vi: 'Kỳ báo cáo đến hết ngày {cutEnd}. Có thể nhập trước, nhưng chỉ ký và gửi sau ngày đó.',
    en: 'The period lasts until {cutEnd}. Figures can be entered before; sign and send after that day.',
  },
  'reports.blocked': {
    status: 422,
    vi: 'Còn {count} chỗ phải sửa hoặc giải trình. Chỗ đầu tiên: {first}',
    en: 'There are still {count} places to be mended or explained. The first: {firstEn}',
  },
  'reports.own_report': {
    status: 403,
    vi: 'Người ký báo cáo không tự tiếp nhận báo cáo đó. Hãy nhờ người khác của nơi nhận.',
    en: 'Who signed a report does not accept it. Ask somebody else of the receiving side.',
  },
  'reports.correction_open': {
    status: 409,
    vi: 'Đã có bản đính chính đang soạn hoặc chờ tiếp nhận. Hãy mở bản đó.',
    en: 'A correction is being written, or waits to be accepted. Open that one.',
  },
  'reports.cell_unknown': {
    status: 422,
    vi: 'Biểu mẫu của báo cáo này không có ô «{cell}». Hãy tải lại trang; số vừa nhập vẫn còn trên máy này.',
    en: 'The form of this report has no cell «{cell}». Reload the page; what was typed is kept on this machine.',
  },
  'reports.narrative_changed': {
    status: 409,
    vi: '{name} vừa sửa phần này. Hãy xem nội dung mới rồi ghi lại.',
    en: '{name} has changed this part. Look at it, then save again.',
  },
  'reports.form_unknown_code': {
    status: 422,
    vi: 'Danh mục không có số đếm «{code}» vào ngày {day}, hoặc đó là tỷ lệ, được tính chứ không nhập.',
    en: 'The catalogue has no count «{code}» on {day}, or it is a rate, which is computed and not entered.',
  },
  'reports.form_split_unfit': {
    status: 422,
    vi: 'Bảng «{table}»: không có số nào được phân tổ theo «{by}», hoặc phân tổ này không có danh sách. Hãy chọn phân tổ khác.',
    en: 'Table «{table}»: none of its counts is split by «{by}», or that split has no list. Choose another one.',
  },
  'reports.form_two_levels': {
    status: 422,
    vi: '«{cell}» được hỏi ở cả cơ quan tỉnh và cấp xã nên sẽ bị cộng hai lần. Hãy chọn cơ quan điền cho từng bảng.',
    en: '«{cell}» is asked of provincial agencies and of communes, and would be added twice. Choose who fills each table.',
  },
  'reports.form_too_late': {
    status: 409,
    vi: 'Đã có đơn vị bắt đầu báo cáo hạn {day} theo biểu mẫu cũ. Hãy chọn áp dụng từ hạn sau.',
    en: 'Reports due on {day} were begun with the form before. Let the new one begin with a later due day.',
  },
  'reports.form_no_due_day': {
    status: 422,
    vi: 'Chế độ báo cáo này không có hạn ngày {day}. Hãy chọn một hạn trong danh sách.',
    en: 'This regime has no report due on {day}. Choose a due day of the list.',
  },
  'reports.no_due_day': {
    status: 404,
    vi: 'Chế độ báo cáo này không có hạn ngày {day}. Hãy mở lại từ bảng theo dõi.',
    en: 'This regime has no report due on {day}. Open it again from the board.',
  },
  'reports.adjustment_unknown': {
    status: 404,
    vi: 'Không tìm thấy điều chỉnh này. Hãy tải lại trang.',
    en: 'This adjustment was not found. Reload the page.',
  },
  'reports.adjustment_of_nothing': {
    status: 422,
    vi: 'Điều chỉnh phải khác không. Ghi số cộng thêm, hoặc số trừ đi có dấu trừ.',
    en: 'An adjustment is not zero. Write what is added, or with a minus what is taken away.',
  },
  'reports.consolidation_changed': {
    status: 409,
    vi: 'Người khác vừa sửa bản tổng hợp. Hãy tải lại trang để xem, nội dung bạn đang soạn vẫn còn trên màn hình này.',
    en: 'Somebody else has changed the consolidated report. Reload the page to see it; what you are writing stays on this screen.',
  },
  'reports.nothing_to_lock': {
    status: 422,
    vi: 'Chưa có bản tổng hợp nào đang soạn. Hãy ghi phần lời rồi chốt.',
    en: 'No consolidated report is being written. Save its words, then lock it.',
  },
} as const satisfies Refusals;
