import type { Refusals } from '../kernel/sentence.ts';

export const attentionRefusals = {
  'attention.no_mail_server': {
    status: 422,
    vi: 'Hệ thống chưa nối với máy chủ thư. Thông báo chỉ hiện trong ứng dụng. Hãy hỏi người quản trị.',
    en: 'No mail server is set. Notices are shown in the app only. Ask the administrator.',
  },
  'attention.wait_before_next_code': {
    status: 429,
    vi: 'Vừa gửi một mã. Hãy đợi 1 phút rồi xin mã khác.',
    en: 'A code was sent just now. Wait a minute before asking for another.',
  },
  'attention.too_many_codes': {
    status: 429,
    vi: 'Hôm nay đã gửi {limit} mã. Hãy thử lại ngày mai.',
    en: '{limit} codes were sent today. Try again tomorrow.',
  },
  'attention.no_code_asked': {
    status: 422,
    vi: 'Không có mã nào còn dùng được. Hãy xin mã mới.',
    en: 'No code is good any more. Ask for a new one.',
  },
  'attention.wrong_code': {
    status: 422,
    vi: 'Mã không đúng. Còn {left} lần thử.',
    en: 'The code is wrong. {left} tries are left.',
  },
  'attention.choose_an_address': {
    status: 422,
    vi: 'Chưa có địa chỉ thư đã xác nhận. Hãy ghi địa chỉ trước.',
    en: 'There is no confirmed mail address. Give one first.',
  },
  'attention.step_twice': {
    status: 422,
    vi: 'Một bước nhắc được ghi hai lần.',
    en: 'One step is given twice.',
  },
  'attention.escalates_before': {
    status: 422,
    vi: 'Chỉ báo lên cấp trên sau ngày đến hạn.',
    en: 'Matters go up to superiors after the due day only.',
  },
} as const satisfies Refusals;
