import type { Refusals } from '../kernel/sentence.ts';

/** What tasks and their carrying out may refuse. */
export const tasksRefusals = {
  'tasks.not_found': {
    status: 404,
    vi: 'Không tìm thấy nhiệm vụ này. Hãy mở lại từ danh sách nhiệm vụ.',
    en: 'This task was not found. Open it again from the list of tasks.',
  },
  'tasks.place_unknown': {
    status: 404,
    vi: 'Không có tỉnh hay xã này trong danh mục. Hãy chọn lại địa bàn.',
    en: 'The register has no such province or commune. Choose the place again.',
  },
  'tasks.plan_has_no_place': {
    status: 409,
    vi: 'Chưa biết kế hoạch này của tỉnh hay xã nào, nên chưa giao việc được. Hãy ghi địa bàn ở trang kế hoạch.',
    en: 'It is not known whose plan this is, so nothing can be given yet. Write the place on the plan’s page.',
  },
  'tasks.sentence_unknown': {
    status: 422,
    vi: 'Kế hoạch này không có nhiệm vụ ở {where}. Hãy tải lại trang rồi giao lại.',
    en: 'This plan has no task at {where}. Reload the page and give it again.',
  },
  'tasks.unit_unknown': {
    status: 422,
    vi: 'Không có cơ quan «{agency}» ở «{place}» trong danh mục.',
    en: 'The register knows no agency «{agency}» in «{place}».',
  },
  'tasks.unit_without_tasks': {
    status: 422,
    vi: 'Đơn vị này không có nhiệm vụ nào của kế hoạch đến ngày đã chọn.',
    en: 'This unit has no task of the plan by the day chosen.',
  },
  'tasks.unit_ended': {
    status: 422,
    vi: '{unit} không còn hoạt động vào ngày {day}, nên không giao việc từ ngày đó được. {successor}',
    en: '{unit} no longer exists on {day}, so nothing can be given to it from that day. {successorEn}',
  },
  'tasks.unit_not_begun': {
    status: 422,
    vi: '{unit} chưa có vào ngày {day}. Hãy chọn ngày bắt đầu muộn hơn, hoặc cơ quan khác.',
    en: '{unit} does not exist yet on {day}. Choose a later beginning, or another agency.',
  },
  'tasks.outside_place': {
    status: 422,
    vi: '{unit} không thuộc địa bàn của kế hoạch này.',
    en: '{unit} does not belong to the place of this plan.',
  },
  'tasks.due_before_start': {
    status: 422,
    vi: 'Hạn hoàn thành {to} đứng trước ngày bắt đầu {from}. Hãy sửa một trong hai ngày.',
    en: 'The due day {to} lies before the beginning {from}. Correct one of the two.',
  },
  'tasks.repeats_without_end': {
    status: 422,
    vi: 'Nhiệm vụ lặp lại cần ngày kết thúc, để biết có bao nhiêu kỳ.',
    en: 'A task that repeats needs a last day, so that its periods are known.',
  },
  'tasks.too_many_periods': {
    status: 422,
    vi: 'Từ {from} đến {to} có quá {most} kỳ. Hãy kiểm tra lại năm.',
    en: 'From {from} to {to} there are more than {most} periods. Look at the years again.',
  },
  'tasks.too_many': {
    status: 422,
    vi: 'Một lần giao được nhiều nhất {most} việc; lần này là {count}. Hãy giao làm nhiều lần.',
    en: 'At most {most} tasks can be given at once; this would be {count}. Give them in several steps.',
  },
  'tasks.cancelled_already': {
    status: 409,
    vi: 'Nhiệm vụ này đã bị hủy theo {byText}.',
    en: 'This task was cancelled by {byText}.',
  },
  'tasks.changed_meanwhile': {
    status: 409,
    vi: 'Người khác vừa sửa nhiệm vụ này. Hãy xem bản mới rồi sửa lại; điều bạn gõ vẫn còn ở ô nhập.',
    en: 'Somebody else has just changed this task. Look at the new version; what you typed is still in the field.',
  },
  'tasks.person_unknown': {
    status: 422,
    vi: 'Không có người dùng này, hoặc tài khoản đã ngừng.',
    en: 'There is no such person, or the account is disabled.',
  },
  'tasks.happened_in_future': {
    status: 422,
    vi: 'Ngày thực hiện {day} còn ở phía trước. Hãy ghi ngày việc đã diễn ra.',
    en: 'The day {day} lies ahead. Write the day on which it happened.',
  },
  'tasks.not_open': {
    status: 409,
    vi: 'Kỳ này đã được chấp nhận hoặc đã bị hủy, nên không ghi thêm được. Điều bạn gõ vẫn còn ở ô nhập.',
    en: 'This period was accepted or cancelled, and takes no more. What you typed is still in the field.',
  },
  'tasks.waits_for_decision': {
    status: 409,
    vi: '{name} đã báo hoàn thành việc này và đang chờ chấp nhận. Bạn có thể ghi thêm tiến độ.',
    en: '{name} has reported this as done, and it waits for acceptance. You can still add progress.',
  },
  'tasks.report_id_taken': {
    status: 409,
    vi: 'Báo cáo này đã gửi trước đó với nội dung khác. Hãy tải lại trang rồi gửi lại.',
    en: 'This report was sent before with other content. Reload the page and send it again.',
  },
  'tasks.completion_needs_proof': {
    status: 422,
    vi: 'Báo hoàn thành cần ít nhất một minh chứng: ảnh, công văn, danh sách.',
    en: 'To report it done, add at least one proof: a photo, a letter, a list.',
  },
  'tasks.proof_unknown': {
    status: 422,
    vi: 'Một minh chứng không thuộc kỳ này hoặc đã bị rút. Hãy đính kèm lại.',
    en: 'A proof does not belong to this period or was withdrawn. Attach it again.',
  },
  'tasks.figure_unit_differs': {
    status: 422,
    vi: 'Nhiệm vụ này tính bằng «{unit}», nhưng số báo cáo ghi «{given}».',
    en: 'This task counts in «{unit}», but the report says «{given}».',
  },
  'tasks.own_report': {
    status: 409,
    vi: 'Bạn là người đã báo cáo, nên người khác phải chấp nhận hoặc trả lại.',
    en: 'You reported this yourself, so somebody else has to accept it or send it back.',
  },
  'tasks.decided_already': {
    status: 409,
    vi: '{name} đã {decision} báo cáo này.',
    en: '{name} has already {decisionEn} this report.',
  },
  'tasks.nothing_to_decide': {
    status: 409,
    vi: 'Báo cáo này chỉ cho biết tiến độ, không chờ chấp nhận.',
    en: 'This report only tells progress; nothing waits for a decision.',
  },
  'tasks.no_due_day': {
    status: 409,
    vi: 'Kỳ này không có hạn, nên không cần xin gia hạn.',
    en: 'This period has no due day, so there is nothing to extend.',
  },
  'tasks.request_open': {
    status: 409,
    vi: 'Đã có một lần xin gia hạn đang chờ trả lời.',
    en: 'A request for more time is waiting for its answer already.',
  },
  'tasks.not_later': {
    status: 422,
    vi: 'Ngày xin gia hạn {asked} phải sau hạn hiện nay {due}.',
    en: 'The day asked for, {asked}, must lie after the present due day {due}.',
  },
  'tasks.later_than_asked': {
    status: 422,
    vi: 'Ngày cho phép {granted} muộn hơn ngày đơn vị xin {asked}.',
    en: 'The day granted, {granted}, is later than the one asked for, {asked}.',
  },
  'tasks.answered_already': {
    status: 409,
    vi: 'Yêu cầu này đã được trả lời.',
    en: 'This request has been answered already.',
  },
  'tasks.hindrance_not_possible': {
    status: 409,
    vi: 'Vướng mắc này đang ở tình trạng không cho làm việc đó. Hãy tải lại trang.',
    en: 'This hindrance is in a state that does not allow this. Reload the page.',
  },
  'tasks.top_of_the_line': {
    status: 409,
    vi: 'Không còn cấp nào ở trên để báo cáo.',
    en: 'There is no level above to report to.',
  },
  'tasks.step_changed': {
    status: 409,
    vi: 'Người khác vừa sửa bước này. Hãy xem bản mới rồi sửa lại.',
    en: 'Somebody else has just changed this step. Look at the new version, then change it again.',
  },
  'tasks.proof_missing': {
    status: 422,
    vi: 'Chưa có tệp. Hãy chọn một ảnh hoặc một tệp rồi gửi lại.',
    en: 'There is no file. Choose a photo or a file and send it again.',
  },
  'tasks.proof_too_large': {
    status: 413,
    vi: 'Tệp lớn hơn {limit} MB. Hãy chụp ảnh cỡ nhỏ hơn, hoặc chia tệp.',
    en: 'The file is over {limit} MB. Take a smaller photo, or split the file.',
  },
  'tasks.proof_broken': {
    status: 400,
    vi: 'Tệp chưa đến đủ, có lẽ do mất mạng. Hãy gửi lại.',
    en: 'The file did not come in whole, perhaps the line broke. Send it again.',
  },
  'tasks.proof_kind_unknown': {
    status: 415,
    vi: 'Tệp «{name}» không phải ảnh, PDF, Word, Excel, PowerPoint, âm thanh hay phim mà hệ thống nhận.',
    en: 'The file «{name}» is no picture, PDF, Word, Excel, PowerPoint, sound or film that is taken here.',
  },
  'tasks.proof_lies': {
    status: 415,
    vi: 'Tệp «{name}» mang đuôi {ending} nhưng bên trong là {kind}. Hãy đổi tên cho đúng hoặc chọn tệp khác.',
    en: 'The file «{name}» ends in {ending} but is {kind} inside. Give it its right name, or choose another.',
  },
  'tasks.proof_encrypted': {
    status: 415,
    vi: 'Tệp «{name}» có mật khẩu nên không kiểm tra được. Hãy bỏ mật khẩu rồi gửi lại.',
    en: 'The file «{name}» has a password and cannot be checked. Take the password off and send it again.',
  },
  'tasks.proof_reported': {
    status: 409,
    vi: 'Minh chứng này đã đi cùng một báo cáo, nên không rút được nữa.',
    en: 'This proof went with a report and cannot be taken back any more.',
  },
  'tasks.proof_unscanned': {
    status: 409,
    vi: 'Tệp này chưa được quét mã độc. Chỉ mở khi bạn tin người gửi; lần mở được ghi vào nhật ký.',
    en: 'This file was not scanned for anything harmful. Open it only if you trust who sent it; the audit trail keeps it.',
  },
  'tasks.picture_unreadable': {
    status: 415,
    vi: 'Ảnh «{name}» bị hỏng hoặc quá lớn, nên không mở được. Hãy chụp lại hoặc lưu lại ảnh.',
    en: 'The picture «{name}» is damaged or too large to be opened. Take it or save it again.',
  },
  'tasks.proof_id_missing': {
    status: 422,
    vi: 'Yêu cầu thiếu mã của tệp. Hãy tải lại trang rồi gửi lại.',
    en: 'The request lacks the id of the file. Reload the page and send it again.',
  },
  'tasks.proof_quarantined': {
    status: 409,
    vi: 'Tệp này bị giữ lại vì máy quét thấy mã độc: {words}. Tệp vẫn được lưu, không ai mở được.',
    en: 'This file is held back because the scanner found something harmful: {words}. It is kept; nobody can open it.',
  },
  'tasks.list_too_long': {
    status: 422,
    vi: 'Danh sách có {count} kỳ; một tệp Excel chứa nhiều nhất {most} kỳ. Hãy lọc bớt rồi xuất lại.',
    en: 'The list has {count} periods; one workbook holds at most {most}. Filter it, then export again.',
  },
  'tasks.day_ahead': {
    status: 422,
    vi: 'Ngày {day} còn ở phía trước, nên chưa biết tiến độ. Hãy chọn hôm nay hoặc một ngày đã qua.',
    en: 'The day {day} lies ahead, so nothing is known of it. Choose today or an earlier day.',
  },
} satisfies Refusals;
