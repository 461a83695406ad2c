import type { Refusals } from '../kernel/sentence.ts';

export const lawRefusals = {
  'law.text_not_found': {
    status: 404,
    vi: 'Không tìm thấy văn bản này. Hãy tìm lại theo số và ngày ban hành.',
    en: 'This text was not found. Search for it by number and date.',
  },
  'law.text_known': {
    status: 409,
    vi: 'Văn bản số {number} ngày {day} của {issuer} đã có trong danh mục.',
    en: 'The text {number} of {day} by {issuer} is in the list already.',
  },
  'law.text_changed': {
    status: 409,
    vi: '{by} đã sửa văn bản này lúc bạn đang mở. Hãy tải lại rồi sửa tiếp; chữ bạn gõ vẫn còn trên màn hình.',
    en: '{by} changed this text while you had it open. Reload and go on; what you typed is still on the screen.',
  },
  'law.force_order': {
    status: 422,
    vi: 'Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.',
    en: 'A text cannot end before it enters into force.',
  },
  'law.relation_itself': {
    status: 422,
    vi: 'Một văn bản không thể tự sửa đổi, thay thế hay thực hiện chính nó.',
    en: 'A text cannot change or carry out itself.',
  },
  'law.relation_known': { status: 409, vi: 'Quan hệ này đã được ghi.', en: 'This relation is written down already.' },
  'law.relation_not_found': {
    status: 404,
    vi: 'Quan hệ này không còn trong danh mục; có thể người khác vừa rút.',
    en: 'This relation is not in the list any more; somebody may have taken it back.',
  },
  'law.document_taken': {
    status: 409,
    vi: 'Bản này đã được nối với văn bản {number} ngày {day}.',
    en: 'This document is tied to the text {number} of {day} already.',
  },
  'law.document_differs': {
    status: 422,
    vi: 'Bản này mang số {number}, không phải số của văn bản. Hãy chọn đúng bản.',
    en: 'This document bears the number {number}, which is not that of the text. Choose the right one.',
  },
  'law.higher_not_found': {
    status: 404,
    vi: 'Không tìm thấy văn bản hoặc kế hoạch cấp trên này.',
    en: 'This text or higher plan was not found.',
  },
  'law.higher_circle': {
    status: 422,
    vi: 'Kế hoạch kia lại thực hiện chính kế hoạch này; hai bên không thể là cấp trên của nhau.',
    en: 'That plan carries out this one: each cannot be above the other.',
  },
  'law.item_not_found': {
    status: 422,
    vi: 'Có dòng không thuộc kế hoạch này hoặc không thuộc văn bản mà kế hoạch thực hiện. Chưa ghi gì; hãy tải lại.',
    en: 'A line belongs neither to this plan nor to what it carries out. Nothing was written; reload.',
  },
  'law.place_not_found': {
    status: 422,
    vi: 'Không có địa bàn này trong danh mục. Hãy chọn lại.',
    en: 'There is no such place. Choose another one.',
  },
  'law.thread_not_found': {
    status: 404,
    vi: 'Không tìm thấy nhiệm vụ này. Hãy mở lại từ kế hoạch hoặc văn bản.',
    en: 'This task was not found. Open it again from its plan or text.',
  },
  'law.target_not_found': {
    status: 404,
    vi: 'Không tìm thấy chỉ tiêu này. Hãy mở lại từ kế hoạch hoặc văn bản.',
    en: 'This target was not found. Open it again from its plan or text.',
  },
  'law.value_proof': {
    status: 422,
    vi: 'Hãy ghi văn bản hoặc báo cáo cho biết con số này.',
    en: 'Name the document or report that gives this figure.',
  },
  'law.value_reason': {
    status: 422,
    vi: 'Hãy ghi vì sao rút con số của năm này.',
    en: 'Say why the figure of this year is taken back.',
  },
  'law.value_future': {
    status: 422,
    vi: 'Năm {year} chưa tới, chưa thể có số đạt được.',
    en: 'The year {year} has not come: nothing can have been reached yet.',
  },
  'law.proposal_not_found': { status: 404, vi: 'Không tìm thấy đề xuất này.', en: 'This proposal was not found.' },
  'law.proposal_text': {
    status: 422,
    vi: 'Hãy chọn văn bản được đề xuất, hoặc chọn «Ban hành mới» khi chưa có văn bản.',
    en: 'Choose the text it is about, or “new” where none exists.',
  },
  'law.step_state': {
    status: 409,
    vi: 'Đề xuất đã sang bước khác; hãy tải lại để xem.',
    en: 'The proposal has moved on; reload to see it.',
  },
  'law.step_document': {
    status: 422,
    vi: 'Hãy ghi số và ngày của văn bản gửi đi hoặc văn bản trả lời.',
    en: 'Name the document it was sent or answered with: number and date.',
  },
  'law.step_reason': { status: 422, vi: 'Hãy ghi lý do.', en: 'Give the reason.' },
} as const satisfies Refusals;
