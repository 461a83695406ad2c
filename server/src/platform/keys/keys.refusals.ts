import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';

export const keysRefusals = {
  'keys.not_set_up': {
    status: 503,
    vi: 'Hệ thống chưa được đặt khóa mã hóa nên chưa thể lưu thông tin về trẻ em. Người quản trị cần đặt MANGNON_KEY_FILE rồi khởi động lại; xem docs/guides/keys.md.',
    en: 'No encryption key is set, so nothing about a child can be stored yet. The administrator has to set MANGNON_KEY_FILE and start again; see docs/guides/keys.md.',
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
