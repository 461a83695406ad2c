import type { Refusals } from '../kernel/sentence.ts';

/** What inspections of plans may refuse. */
export const inspectionsRefusals = {
  'inspections.not_found': {
    status: 404,
    vi: 'Không tìm thấy cuộc kiểm tra này, hoặc nó không liên quan đến đơn vị của bạn.',
    en: 'This inspection was not found, or it does not concern your unit.',
  },
  'inspections.id_taken': {
    status: 409,
    vi: 'Mã này đã dùng cho nội dung khác. Hãy tải lại trang rồi ghi lại.',
    en: 'This id was used for something else. Reload the page and write it again.',
  },
  'inspections.plan_has_no_place': {
    status: 409,
    vi: 'Chưa biết kế hoạch này của tỉnh hay xã nào. Hãy ghi địa bàn ở trang kế hoạch.',
    en: 'It is not known whose plan this is. Write the place on the plan’s page.',
  },
  'inspections.lead_unknown': {
    status: 422,
    vi: 'Không có cơ quan này ở địa bàn đã chọn. Hãy chọn lại cơ quan chủ trì.',
    en: 'The register knows no such agency in that place. Choose the leading agency again.',
  },
  'inspections.outside_place': {
    status: 422,
    vi: 'Cơ quan chủ trì không thuộc địa bàn của kế hoạch này.',
    en: 'The leading agency does not belong to the place of this plan.',
  },
  'inspections.ends_before_start': {
    status: 422,
    vi: 'Ngày kết thúc {to} đứng trước ngày bắt đầu {from}. Hãy sửa một trong hai ngày.',
    en: 'The last day {to} lies before the first day {from}. Correct one of the two.',
  },
  'inspections.visit_outside_period': {
    status: 422,
    vi: 'Ngày {day} nằm ngoài thời kỳ kiểm tra, từ {from} đến {to}.',
    en: 'The day {day} lies outside the period of the inspection, from {from} to {to}.',
  },
  'inspections.unit_without_task': {
    status: 422,
    vi: 'Đơn vị này không được giao nhiệm vụ nào của kế hoạch. Hãy chọn đơn vị trong danh sách.',
    en: 'This unit holds no task of the plan. Choose a unit from the list.',
  },
  'inspections.unit_outside_lead': {
    status: 422,
    vi: 'Đơn vị này không thuộc địa bàn của cơ quan chủ trì.',
    en: 'This unit lies outside the place of the leading agency.',
  },
  'inspections.changed_meanwhile': {
    status: 409,
    vi: 'Người khác vừa sửa cuộc kiểm tra này. Hãy xem bản mới rồi sửa lại.',
    en: 'Somebody else has just changed this inspection. Look at the new version, then change it again.',
  },
  'inspections.concluded': {
    status: 409,
    vi: 'Đã có kết luận, nên không sửa được nữa. Hãy ra kết luận đính chính.',
    en: 'It is concluded, and not changed any more. Issue a conclusion that corrects the former.',
  },
  'inspections.called_off': {
    status: 409,
    vi: 'Cuộc kiểm tra này đã hủy, nên không ghi gì thêm được. Cần kiểm tra thì lập cuộc mới.',
    en: 'This inspection was called off, and nothing more is written in it. Set up a new one where it is needed.',
  },
  'inspections.called_off_in_future': {
    status: 422,
    vi: 'Ngày hủy {day} còn ở phía trước. Hãy ghi ngày đã quyết định.',
    en: 'The day {day} lies ahead. Write the day it was decided.',
  },
  'inspections.visit_not_possible': {
    status: 409,
    vi: 'Buổi làm việc này không còn ở trạng thái đó. Hãy tải lại trang để xem bản mới.',
    en: 'The visit does not stand so any more. Reload the page to see how it stands.',
  },
  'inspections.same_day': {
    status: 422,
    vi: 'Ngày mới trùng với ngày cũ. Hãy chọn ngày khác.',
    en: 'The new day is the same as the former. Choose another day.',
  },
  'inspections.held_in_future': {
    status: 422,
    vi: 'Ngày {day} còn ở phía trước. Hãy ghi ngày đã làm việc.',
    en: 'The day {day} lies ahead. Write the day the visit was held.',
  },
  'inspections.unit_unknown': {
    status: 422,
    vi: 'Đơn vị này không thuộc cuộc kiểm tra. Hãy thêm buổi làm việc với đơn vị trước.',
    en: 'This unit is not part of the inspection. Plan a visit to it first.',
  },
  'inspections.task_not_of_unit': {
    status: 422,
    vi: 'Nhiệm vụ này không phải của đơn vị ấy trong kế hoạch. Hãy chọn lại nhiệm vụ.',
    en: 'This task is not one of that unit in the plan. Choose the task again.',
  },
  'inspections.finding_withdrawn': {
    status: 409,
    vi: 'Phát hiện này đã được rút.',
    en: 'This finding has been withdrawn.',
  },
  'inspections.issued_in_future': {
    status: 422,
    vi: 'Ngày kết luận {day} còn ở phía trước. Hãy ghi ngày đã ký.',
    en: 'The day of the conclusion, {day}, lies ahead. Write the day it was signed.',
  },
  'inspections.due_before_issued': {
    status: 422,
    vi: 'Hạn của kiến nghị đứng trước ngày kết luận. Hãy sửa một trong hai ngày.',
    en: 'A recommendation is due before the day of the conclusion. Correct one of the two.',
  },
  'inspections.concluded_already': {
    status: 409,
    vi: 'Đã có kết luận số {number}. Kết luận mới phải nêu rõ nó đính chính kết luận đó.',
    en: 'Conclusion {number} stands already. A new one has to name it as the one it corrects.',
  },
  'inspections.corrects_unknown': {
    status: 409,
    vi: 'Kết luận được đính chính không phải là kết luận đang có hiệu lực. Hãy tải lại trang.',
    en: 'The conclusion to be corrected is not the one that stands. Reload the page.',
  },
  'inspections.recommendation_not_open': {
    status: 409,
    vi: 'Kiến nghị này đã báo cáo, đã xong hoặc đã được thay. Hãy tải lại trang.',
    en: 'This recommendation was reported on, settled or replaced. Reload the page.',
  },
  'inspections.happened_in_future': {
    status: 422,
    vi: 'Ngày thực hiện {day} còn ở phía trước. Hãy ghi ngày việc đã diễn ra.',
    en: 'The day {day} lies ahead. Write the day on which it happened.',
  },
  'inspections.report_not_waiting': {
    status: 409,
    vi: 'Báo cáo này không còn chờ quyết định. Hãy tải lại trang.',
    en: 'This report does not wait for a decision any more. Reload the page.',
  },
  'inspections.own_report': {
    status: 403,
    vi: 'Người báo cáo không tự quyết định báo cáo của mình. Hãy để người khác quyết định.',
    en: 'Who reported does not decide on it. Let somebody else decide.',
  },
} as const satisfies Refusals;
