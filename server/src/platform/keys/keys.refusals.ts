import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';

export const keysRefusals = {
  'keys.not_set_up': {
    status: 503,
    vi: 'Hệ thống chưa được đặt khóa mã hóa nên chưa thể lưu thông tin về trẻ em. Người quản trị cần đặt MANGNON_KEY_FILE rồi khởi động lại; xem docs/guides/keys.md.',
    en: 'No encryption key is set, so nothing about a child can be stored yet. The administrator has to set MANGNON_KEY_FILE and start again; see docs/guides/keys.md.',
  },
  'keys.unavailable': {
    status: 503,
    vi: 'Thiết bị hoặc tệp giữ khóa mã hóa đang không dùng được, nên chưa đọc hay ghi được thông tin về trẻ em. Chưa có gì được ghi; hãy thử lại sau ít phút và báo người quản trị.',
    en: 'The device or file that holds the encryption key cannot be used now, so nothing about a child can be read or written. Nothing was stored; try again in a few minutes and tell the administrator.',
  },
  'keys.cannot_open': {
    status: 409,
    vi: 'Ô «{column}» của hồ sơ này không mở được: nội dung lưu trữ không khớp với khóa hoặc với chỗ của nó. Đừng ghi đè; hãy báo người quản trị.',
    en: 'The field “{column}” of this record cannot be opened: what is stored does not fit its key or its place. Do not write over it; tell the administrator.',
  },
  'keys.destroyed': {
    status: 409,
    vi: 'Khóa của hồ sơ này đã bị hủy theo quyết định, nên nội dung không còn đọc hay ghi được nữa.',
    en: 'The key of this record was destroyed by decision; its content can no longer be read or written.',
  },
} as const satisfies Refusals;
