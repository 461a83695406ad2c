import type { Sentence } from '../kernel/sentence.ts';

/**
 * What the reader is not sure of, each with the sentence the reviewer sees. A person settles every one of them
 * before a plan is adopted, so a code stands here only where somebody should look at the source.
 * Places `{name}` are filled with what was read.
 */
export const readingWarnings = {
  // Heading
  heading_kind_missing: {
    vi: 'Không thấy tên loại văn bản (Kế hoạch, Quyết định, Chương trình…). Xin kiểm tra đây có phải là văn bản kế hoạch không.',
    en: 'No kind of document (plan, decision, programme…) was found. Please check that this is a plan.',
  },
  heading_title_missing: {
    vi: 'Không thấy trích yếu của văn bản. Xin nhập trích yếu.',
    en: 'The title of the document was not found. Please enter it.',
  },
  heading_number_blank: {
    vi: 'Số của văn bản để trống («{printed}»). Xin nhập số nếu văn bản đã được phát hành.',
    en: 'The number of the document is blank («{printed}»). Please enter it if the document has been issued.',
  },
  heading_date_incomplete: {
    vi: 'Ngày ban hành ghi thiếu («{printed}»). Xin nhập ngày nếu văn bản đã được phát hành.',
    en: 'The date of issue is incomplete («{printed}»). Please enter it if the document has been issued.',
  },
  heading_issuer_inferred: {
    vi: 'Tên cơ quan ban hành không ghi đủ ở đầu văn bản; hiểu là «{issuer}» từ nội dung. Xin kiểm tra.',
    en: 'The issuer is not given in full in the letterhead; it was taken to be «{issuer}» from the text. Please check.',
  },
  heading_issuer_missing: {
    vi: 'Không xác định được cơ quan ban hành. Xin nhập tên cơ quan.',
    en: 'The issuing body could not be told. Please enter it.',
  },
  heading_signatory_missing: {
    vi: 'Không thấy họ tên người ký. Xin nhập nếu văn bản đã được ký.',
    en: 'The name of the signatory was not found. Please enter it if the document has been signed.',
  },
  // Dates, wherever they stand
  date_impossible: {
    vi: 'Ngày «{printed}» không có trong lịch. Xin kiểm tra lại với bản gốc.',
    en: 'There is no such day as «{printed}». Please check it against the original.',
  },
  date_reversed: {
    vi: 'Thời gian «{printed}» kết thúc trước khi bắt đầu. Xin kiểm tra lại với bản gốc.',
    en: 'The period «{printed}» ends before it begins. Please check it against the original.',
  },
  // Targets
  target_year_passed: {
    vi: 'Chỉ tiêu này ghi năm {year}, trước năm ban hành văn bản. Xin kiểm tra đây là chỉ tiêu hay số liệu đã đạt.',
    en: 'This target is dated {year}, before the document was issued. Please check whether it is a target or a result.',
  },
  target_over_hundred: {
    vi: 'Tỷ lệ «{printed}» lớn hơn 100%. Xin kiểm tra lại với bản gốc.',
    en: 'The share «{printed}» is over 100%. Please check it against the original.',
  },
  target_range_reversed: {
    vi: 'Khoảng «{printed}» có số đầu lớn hơn số cuối. Xin kiểm tra lại với bản gốc.',
    en: 'The range «{printed}» begins with the larger number. Please check it against the original.',
  },
  // Reporting
  reporting_receiver_missing: {
    vi: 'Câu về chế độ báo cáo không nói báo cáo gửi cho ai. Xin nhập nơi nhận báo cáo.',
    en: 'The sentence on reporting does not say who receives the report. Please enter the receiver.',
  },
  reporting_period_inferred: {
    vi: 'Kỳ báo cáo không ghi rõ; hiểu từ thời hạn «{printed}». Xin kiểm tra.',
    en: 'The reporting period is not stated; it was taken from the date «{printed}». Please check.',
  },
  // Structure and tasks
  numbering_repeats: {
    vi: 'Số mục «{label}» xuất hiện hai lần. Nội dung vẫn được giữ đủ; xin kiểm tra thứ tự.',
    en: 'Section number «{label}» appears twice. Nothing was left out; please check the order.',
  },
  numbering_skips: {
    vi: 'Số mục nhảy từ «{before}» đến «{label}». Xin kiểm tra văn bản có thiếu phần nào không.',
    en: 'Section numbers jump from «{before}» to «{label}». Please check that no part is missing.',
  },
  sections_missing: {
    vi: 'Không nhận ra các phần, mục của văn bản; nhiệm vụ được đọc theo từng đoạn. Xin kiểm tra kỹ.',
    en: 'No sections were recognised; tasks were read paragraph by paragraph. Please check with care.',
  },
  tasks_missing: {
    vi: 'Không tìm thấy nhiệm vụ nào. Xin thêm nhiệm vụ bằng cách chọn đoạn văn.',
    en: 'No task was found. Please add tasks by selecting their text.',
  },
  task_agency_unknown: {
    vi: 'Tên cơ quan «{printed}» chưa có trong danh mục. Xin chọn cơ quan đúng.',
    en: 'The agency «{printed}» is not in the registry. Please choose the right one.',
  },
  task_agency_missing: {
    vi: 'Nhiệm vụ này chưa rõ giao cho cơ quan nào. Xin nhập cơ quan chủ trì.',
    en: 'It is not clear to whom this task is assigned. Please enter the lead agency.',
  },
  task_due_unclear: {
    vi: 'Không hiểu được thời gian «{printed}». Xin nhập ngày.',
    en: 'The time «{printed}» could not be understood. Please enter the date.',
  },
  sentence_torn: {
    vi: 'Câu này có thể bị đứt hoặc bị nối nhầm ở chỗ sang trang. Xin kiểm tra với bản gốc.',
    en: 'This sentence may be torn or wrongly joined where a page ends. Please check it against the original.',
  },
  table_header_missing: {
    vi: 'Bảng này không có dòng tiêu đề hiểu được; các cột được đoán theo nội dung. Xin kiểm tra.',
    en: 'This table has no heading row that could be understood; columns were guessed. Please check.',
  },
  // File and recognition
  passage_faint: {
    vi: 'Đoạn này mờ hoặc khó đọc trong bản quét. Xin so với bản gốc.',
    en: 'This passage is faint or hard to read in the scan. Please compare it with the original.',
  },
  page_unreadable: {
    vi: 'Trang {page} không đọc được chữ nào. Xin xem trang này trong bản gốc.',
    en: 'No text could be read on page {page}. Please look at this page in the original.',
  },
  encoding_guessed: {
    vi: 'Văn bản dùng bảng mã cũ ({encoding}) và đã được chuyển đổi. Xin kiểm tra dấu tiếng Việt.',
    en: 'The text uses an old font encoding ({encoding}) and was converted. Please check the accents.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type ReadingWarningCode = keyof typeof readingWarnings;
