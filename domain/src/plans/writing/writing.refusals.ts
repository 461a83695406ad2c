import type { Refusals } from '../../kernel/sentence.ts';

/** What the writing of plans may refuse. */
export const writingRefusals = {
  'writing.not_found': {
    status: 404,
    vi: 'Không tìm thấy bản soạn thảo này, hoặc nó không thuộc địa bàn của bạn.',
    en: 'This plan is not found among those being written in your places.',
  },
  'writing.id_taken': {
    status: 409,
    vi: 'Bản soạn thảo này đã được lập từ trước với nội dung khác. Hãy mở lại trang và lập lại.',
    en: 'This plan was begun before, and otherwise. Open the page again and begin anew.',
  },
  'writing.place_unknown': {
    status: 422,
    vi: 'Địa bàn này không còn hoặc không phải tỉnh, xã. Hãy chọn địa bàn khác.',
    en: 'This place is no more, or no province or commune. Choose another.',
  },
  'writing.source_missing': {
    status: 422,
    vi: 'Chưa chọn kế hoạch để bắt đầu. Hãy chọn một kế hoạch, hoặc bắt đầu từ trang trắng.',
    en: 'No plan is chosen to start from. Choose one, or start empty.',
  },
  'writing.source_not_own': {
    status: 422,
    vi: 'Kế hoạch này do {issuer} ban hành. Chỉ cơ quan đã ban hành mới được sửa đổi, thay thế hoặc lấy làm mẫu năm sau.',
    en: 'This plan was issued by {issuer}. Only who issued it may amend it, replace it or go on from it.',
  },
  'writing.source_ended': {
    status: 409,
    vi: 'Kế hoạch này đã được thay thế bởi {number}. Hãy bắt đầu từ kế hoạch thay thế.',
    en: 'This plan was replaced by {number}. Start from that one.',
  },
  'writing.not_open': {
    status: 409,
    vi: 'Bản soạn thảo đang được trình hoặc đã xong nên không sửa được. Người duyệt cần trả lại trước.',
    en: 'The plan lies before who approves it, or is done, and is not changed now. It must be sent back first.',
  },
  'writing.not_possible_now': {
    status: 409,
    vi: 'Bước này không làm được lúc này vì trạng thái đã thay đổi. Hãy xem lại trang.',
    en: 'This step is not possible now: the state has changed. Look at the page again.',
  },
  'writing.incomplete': {
    status: 422,
    vi: 'Kế hoạch còn {count} chỗ chưa xong. Hãy hoàn thành các chỗ được nêu trên trang.',
    en: 'Something is still missing in {count} places. Finish what the page names.',
  },
  'writing.changed_meanwhile': {
    status: 409,
    vi: 'Có người vừa sửa kế hoạch sau khi bạn mở. Hãy đọc lại rồi làm tiếp.',
    en: 'Somebody has changed the plan since you opened it. Read it again, then go on.',
  },
  'writing.reason_missing': {
    status: 422,
    vi: 'Chưa ghi lý do trả lại. Hãy ghi điều cần sửa để người soạn biết.',
    en: 'The reason is missing. Say what must be put right.',
  },
  'writing.own_words': {
    status: 409,
    vi: 'Bạn đã tham gia soạn kế hoạch này. Người duyệt phải là người khác.',
    en: 'You have written in this plan. Another person must approve it.',
  },
  'writing.number_missing': {
    status: 422,
    vi: 'Ngày ban hành không đúng. Ngày không được sau hôm nay.',
    en: 'The day of issue cannot be: it must not lie after today.',
  },
  'writing.number_taken': {
    status: 409,
    vi: 'Số {number} năm {year} của {issuer} đã được cấp cho văn bản khác. Số tiếp theo là {next}.',
    en: 'Number {number} of {year} was given to another text of {issuer}. The next one is {next}.',
  },
  'writing.field_wrong': {
    status: 422,
    vi: 'Giá trị của ô này không đúng. Hãy nhập lại.',
    en: 'The value of this field is not right. Enter it again.',
  },
  'writing.too_long': {
    status: 422,
    vi: 'Nội dung dài quá {limit}. Hãy chia thành nhiều phần.',
    en: 'This is longer than {limit}. Split it into parts.',
  },
  'writing.due_order': {
    status: 422,
    vi: 'Ngày bắt đầu đang sau ngày kết thúc. Hãy sửa một trong hai ngày.',
    en: 'The first day lies after the last. Mend one of them.',
  },
  'writing.date_unknown': {
    status: 422,
    vi: 'Ngày này không có trong lịch. Hãy nhập lại.',
    en: 'No calendar has this day. Enter it again.',
  },
  'writing.range_order': {
    status: 422,
    vi: 'Mức cao đang thấp hơn mức thấp. Hãy đổi lại.',
    en: 'The upper end lies below the lower. Change them.',
  },
  'writing.field_changed': {
    status: 409,
    vi: '{by} vừa sửa ô này. Hãy chọn giữ bản của ai.',
    en: '{by} has just changed this field. Choose whose words stay.',
  },
  'writing.item_exists': {
    status: 409,
    vi: 'Phần này đã được thêm từ trước.',
    en: 'This part was added before.',
  },
  'writing.item_gone': {
    status: 409,
    vi: 'Phần này đã bị người khác xóa. Chữ của bạn vẫn còn ở đây để chép lại.',
    en: 'Somebody has removed this part. Your words are still here to be copied.',
  },
  'writing.item_changed': {
    status: 409,
    vi: 'Có người vừa sửa phần này. Hãy xem lại rồi làm tiếp.',
    en: 'Somebody has just changed this part. Look at it again, then go on.',
  },
  'writing.item_stays': {
    status: 422,
    vi: 'Phần này luôn phải có nên không xóa hay chuyển được.',
    en: 'This part always stands, and is neither removed nor moved.',
  },
  'writing.edit_id_taken': {
    status: 409,
    vi: 'Thao tác này đã được gửi từ trước với nội dung khác. Hãy tải lại trang.',
    en: 'This act was sent before, and otherwise. Load the page again.',
  },
  'writing.edit_unknown': {
    status: 404,
    vi: 'Không tìm thấy thao tác cần hoàn tác.',
    en: 'The act to be taken back is not found.',
  },
  'writing.undo_changed': {
    status: 409,
    vi: 'Người khác đã sửa chỗ này sau bạn nên không hoàn tác được.',
    en: 'Somebody has changed this since, so it cannot be taken back.',
  },
  'writing.comment_unknown': {
    status: 404,
    vi: 'Không tìm thấy câu hỏi này trong bản soạn thảo.',
    en: 'This question is not found.',
  },
  'writing.no_paper': {
    status: 404,
    vi: 'Kế hoạch này được tải lên, không soạn ở đây. Hãy mở tệp gốc đã tải lên.',
    en: 'This plan was uploaded, not written here. Open the file that was uploaded.',
  },
  'writing.no_earlier': {
    status: 404,
    vi: 'Kế hoạch này không sửa đổi hay thay thế kế hoạch nào nên không có gì để so sánh.',
    en: 'This plan amends or replaces none: there is nothing to compare.',
  },
} as const satisfies Refusals;
