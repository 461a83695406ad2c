import type { Refusals } from '../kernel/sentence.ts';

/** What drafts and their review may refuse. */
export const draftsRefusals = {
  'drafts.not_found': {
    status: 404,
    vi: 'Không tìm thấy bản nháp này. Có thể đường dẫn bị sai; hãy mở lại từ danh sách.',
    en: 'This draft was not found. The link may be wrong; open it again from the list.',
  },
  'drafts.not_in_review': {
    status: 409,
    vi: 'Bản nháp này không còn ở bước xem lại nên không sửa được nữa. Hãy tải lại trang để xem tình trạng mới.',
    en: 'This draft is not under review any more and cannot be edited. Reload the page to see how it stands.',
  },
  'drafts.not_possible_now': {
    status: 409,
    vi: 'Bản nháp đang ở tình trạng không cho làm việc này. Hãy tải lại trang để xem tình trạng mới.',
    en: 'The draft is in a state that does not allow this. Reload the page to see how it stands.',
  },
  'drafts.field_changed': {
    status: 409,
    vi: 'Người khác vừa sửa đúng chỗ này thành một giá trị khác. Hãy chọn giữ giá trị nào.',
    en: 'Somebody else has just changed this very place to another value. Choose which value to keep.',
  },
  'drafts.fact_changed': {
    status: 409,
    vi: 'Người khác vừa sửa mục này. Hãy xem bản mới rồi làm lại.',
    en: 'Somebody else has just changed this item. Look at the new version, then try again.',
  },
  'drafts.fact_gone': {
    status: 409,
    vi: 'Mục này vừa bị xóa hoặc được gộp vào mục khác, nên chưa ghi được điều bạn sửa.',
    en: 'This item was just deleted or merged into another, so your edit could not be saved.',
  },
  'drafts.fact_exists': {
    status: 409,
    vi: 'Mục này đã có trong bản nháp.',
    en: 'This item is in the draft already.',
  },
  'drafts.undo_changed': {
    status: 409,
    vi: 'Không hoàn tác được vì sau đó đã có người sửa tiếp đúng chỗ này.',
    en: 'This cannot be undone because the same place has been changed since.',
  },
  'drafts.undo_done': {
    status: 409,
    vi: 'Việc này đã được hoàn tác rồi.',
    en: 'This has been undone already.',
  },
  'drafts.edit_unknown': {
    status: 404,
    vi: 'Không tìm thấy lần sửa cần hoàn tác trong bản nháp này.',
    en: 'The edit to be undone was not found in this draft.',
  },
  'drafts.edit_id_taken': {
    status: 409,
    vi: 'Mã của lần sửa này đã dùng cho một lần sửa khác. Hãy tải lại trang rồi sửa lại.',
    en: 'The id of this edit has been used for another edit. Reload the page and edit again.',
  },
  'drafts.field_unknown': {
    status: 422,
    vi: 'Mục này không có trường “{field}”, hoặc trường đó không sửa được.',
    en: 'This item has no field “{field}”, or it cannot be edited.',
  },
  'drafts.field_wrong': {
    status: 422,
    vi: 'Giá trị của trường “{field}” chưa đúng dạng. Hãy kiểm tra và nhập lại.',
    en: 'The value of the field “{field}” does not have the right form. Check it and enter it again.',
  },
  'drafts.text_empty': {
    status: 422,
    vi: 'Nội dung không được để trống. Nếu mục này thừa, hãy xóa mục.',
    en: 'The text must not be empty. If this item is not needed, delete it.',
  },
  'drafts.number_empty': {
    status: 422,
    vi: 'Căn cứ phải có số, ký hiệu văn bản. Nếu không rõ, hãy xóa căn cứ này.',
    en: 'A legal basis needs the number of its document. If it is not known, delete this basis.',
  },
  'drafts.too_long': {
    status: 422,
    vi: 'Nội dung dài quá {limit} ký tự. Hãy rút ngắn hoặc tách thành nhiều mục.',
    en: 'The text is longer than {limit} characters. Shorten it or split it into several items.',
  },
  'drafts.agency_empty': {
    status: 422,
    vi: 'Tên cơ quan không được để trống. Hãy nhập tên hoặc bỏ dòng đó.',
    en: 'The name of an agency must not be empty. Enter a name or remove the line.',
  },
  'drafts.due_order': {
    status: 422,
    vi: 'Ngày bắt đầu đứng sau ngày kết thúc. Hãy kiểm tra lại hai ngày.',
    en: 'The first day stands after the last day. Check both days.',
  },
  'drafts.date_unknown': {
    status: 422,
    vi: 'Ngày này không có trong lịch. Hãy kiểm tra lại ngày và tháng.',
    en: 'This day does not exist in the calendar. Check the day and the month.',
  },
  'drafts.year_range': {
    status: 422,
    vi: 'Năm phải nằm trong khoảng từ 1945 đến 2100.',
    en: 'The year must be between 1945 and 2100.',
  },
  'drafts.range_order': {
    status: 422,
    vi: 'Giá trị cuối của khoảng nhỏ hơn giá trị đầu. Hãy kiểm tra lại hai số.',
    en: 'The end of the range is smaller than its beginning. Check both numbers.',
  },
  'drafts.span_outside': {
    status: 422,
    vi: 'Đoạn văn đã chọn không nằm trong văn bản. Hãy chọn lại.',
    en: 'The selected passage is not inside the document. Select it again.',
  },
  'drafts.split_place': {
    status: 422,
    vi: 'Chỗ tách phải nằm giữa các từ, để mỗi phần còn nội dung.',
    en: 'The place of the split must stand between words, so that each part has some text.',
  },
  'drafts.only_tasks': {
    status: 422,
    vi: 'Chỉ gộp và tách được nhiệm vụ.',
    en: 'Only tasks can be merged and split.',
  },
  'drafts.merge_same': {
    status: 422,
    vi: 'Không thể gộp một nhiệm vụ với chính nó.',
    en: 'A task cannot be merged with itself.',
  },
  'drafts.heading_stays': {
    status: 422,
    vi: 'Không xóa được phần đầu văn bản; hãy sửa từng trường.',
    en: 'The heading of the document cannot be deleted; edit its fields.',
  },
  'drafts.doubt_stays': {
    status: 422,
    vi: 'Không xóa được điểm nghi vấn; hãy xác nhận hoặc sửa mục có nghi vấn.',
    en: 'A doubt cannot be deleted; accept it or mend the item it is about.',
  },
  'drafts.doubts_open': {
    status: 409,
    vi: 'Còn điểm nghi vấn chưa xử lý. Hãy xác nhận hoặc sửa từng điểm trước khi thông qua.',
    en: 'Some doubts are still open. Accept or mend each before adopting.',
  },
  'drafts.fact_askew': {
    status: 409,
    vi: 'Có mục mang giá trị không thể đúng (ví dụ ngày kết thúc trước ngày bắt đầu). Hãy sửa trước khi thông qua.',
    en: 'Some item holds a value that cannot be right (such as a last day before the first). Mend it before adopting.',
  },
  'drafts.no_task': {
    status: 409,
    vi: 'Bản nháp chưa có nhiệm vụ nào. Hãy thêm ít nhất một nhiệm vụ trước khi thông qua.',
    en: 'The draft has no task yet. Add at least one before adopting.',
  },
  'drafts.no_title': {
    status: 409,
    vi: 'Kế hoạch chưa có tên. Hãy nhập trích yếu ở phần đầu văn bản trước khi thông qua.',
    en: 'The plan has no title yet. Enter it in the heading before adopting.',
  },
  'drafts.changed_meanwhile': {
    status: 409,
    vi: 'Có người vừa sửa bản nháp. Hãy xem các thay đổi mới rồi thông qua lại.',
    en: 'Somebody has just edited the draft. Look at the new changes, then adopt again.',
  },
  'drafts.file_missing': {
    status: 400,
    vi: 'Chưa thấy tệp nào được gửi lên. Hãy chọn tệp .docx, .pdf hoặc .txt rồi gửi lại.',
    en: 'No file was sent. Choose a .docx, .pdf or .txt file and send it again.',
  },
  'drafts.file_empty': {
    status: 422,
    vi: 'Tệp này rỗng (0 byte). Hãy kiểm tra lại tệp rồi gửi lại.',
    en: 'This file is empty (0 bytes). Check the file and send it again.',
  },
  'drafts.file_too_large': {
    status: 413,
    vi: 'Tệp lớn hơn {limit} MB. Hãy chia nhỏ, hoặc quét lại với độ phân giải thấp hơn (200 dpi).',
    en: 'The file is larger than {limit} MB. Split it, or scan it again at a lower resolution (200 dpi).',
  },
  'drafts.upload_broken': {
    status: 400,
    vi: 'Tệp gửi lên chưa trọn. Hãy kiểm tra đường truyền rồi gửi lại.',
    en: 'The file did not come in whole. Check the connection and send it again.',
  },
  'drafts.upload_id_missing': {
    status: 400,
    vi: 'Yêu cầu tải lên thiếu mã nhận dạng. Hãy tải lại trang rồi gửi lại tệp.',
    en: 'The upload came without its id. Reload the page and send the file again.',
  },
  'drafts.upload_id_taken': {
    status: 409,
    vi: 'Mã tải lên này đã dùng cho một tệp khác. Hãy tải lại trang rồi gửi lại tệp.',
    en: 'This upload id has been used for another file. Reload the page and send the file again.',
  },
  'drafts.reading_failed': {
    status: 503,
    vi: 'Máy chưa đọc được tệp vì lỗi của phần mềm; tệp vẫn được giữ. Hãy báo người quản trị.',
    en: 'The file could not be read because of a fault in the software; the file is kept. Tell the administrator.',
  },
  'plans.not_found': {
    status: 404,
    vi: 'Không tìm thấy kế hoạch này. Có thể đường dẫn bị sai; hãy mở lại từ danh sách.',
    en: 'This plan was not found. The link may be wrong; open it again from the list.',
  },
} as const satisfies Refusals;
