import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';

export const childrenRefusals = {
  'children.not_found': {
    status: 404,
    vi: 'Không có hồ sơ trẻ này, hoặc hồ sơ không thuộc phạm vi của bạn.',
    en: 'There is no such child, or it is not within your reach.',
  },
  'children.id_taken': {
    status: 409,
    vi: 'Mã của lần gửi này đã được dùng cho một nội dung khác. Hãy tải lại trang rồi nhập lại; chưa có gì được lưu thêm.',
    en: 'The id of this call was used for another content. Reload the page and enter it again; nothing more was stored.',
  },
  'children.group_stands': {
    status: 409,
    vi: 'Phần này đã có người ghi. Hãy tải lại trang để xem rồi sửa.',
    en: 'This part has been written already. Reload the page to see it, then change it.',
  },
  'children.group_missing': {
    status: 409,
    vi: 'Phần này chưa có gì để sửa. Hãy tải lại trang rồi ghi mới.',
    en: 'There is nothing in this part to change. Reload the page and write it.',
  },
  'children.changed_meanwhile': {
    status: 409,
    vi: 'Có người đã sửa phần này sau khi bạn mở. Hãy tải lại trang để xem bản mới; nội dung của bạn chưa được lưu.',
    en: 'Somebody has changed this part since you opened it. Reload the page to see the new text; yours has not been stored.',
  },
  'children.born_wrong': {
    status: 422,
    vi: 'Ngày sinh «{born}» ở tương lai hoặc trước năm 1990. Hãy sửa lại, hoặc chỉ ghi năm sinh.',
    en: 'The day of birth “{born}” lies in the future or before 1990. Put it right, or give the year alone.',
  },
  'children.place_unknown': {
    status: 422,
    vi: 'Không có xã nào mang mã «{place}». Hãy chọn lại trong danh sách.',
    en: 'No commune has the code “{place}”. Choose one from the list.',
  },
  'children.place_not_standing': {
    status: 422,
    vi: 'Đơn vị «{place}» không còn hoặc chưa có hiệu lực vào ngày {day}. Hãy chọn xã hiện nay.',
    en: 'The unit “{place}” does not stand on {day}. Choose a commune of today.',
  },
  'children.same_place': {
    status: 409,
    vi: 'Trẻ đang ở chính xã này.',
    en: 'The child is in this very commune.',
  },
} as const satisfies Refusals;
