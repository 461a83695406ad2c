import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';

export const platformRefusals = {
  'platform.invalid_input': {
    status: 422,
    vi: 'Nội dung gửi lên chưa đúng ở «{where}»: {problem}.',
    en: 'What was sent is not right at “{where}”: {problem}.',
  },
  'platform.unreadable_body': {
    status: 400,
    vi: 'Không đọc được nội dung gửi lên. Hãy gửi JSON (UTF-8) hợp lệ.',
    en: 'The content sent could not be read. Send valid JSON (UTF-8).',
  },
  'platform.body_too_large': {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn.',
    en: 'The content sent is too large.',
  },
  'platform.wrong_content_type': {
    status: 415,
    vi: 'Kiểu nội dung này không được nhận ở đây.',
    en: 'This content type is not accepted here.',
  },
  'platform.not_signed_in': {
    status: 401,
    vi: 'Phiên làm việc đã hết hoặc bạn chưa đăng nhập. Hãy đăng nhập để tiếp tục.',
    en: 'The session has ended or you have not signed in. Sign in to go on.',
  },
  'platform.step_up_needed': {
    status: 403,
    vi: 'Việc này cần xác nhận lại đó là bạn. Hãy dùng khóa truy cập hoặc một mã mới của ứng dụng xác thực rồi làm lại; chưa có gì thay đổi.',
    en: 'This needs to be sure once more that it is you. Use your passkey or a fresh code of your authenticator app and do it again; nothing has been changed.',
  },
  'platform.passkey_needed': {
    status: 403,
    vi: 'Việc này chỉ làm được sau khi xác nhận bằng khóa truy cập hoặc khóa bảo mật của bạn. Hãy xác nhận rồi làm lại; chưa có gì thay đổi.',
    en: 'This is done only after confirming with your passkey or security key. Confirm and do it again; nothing has been changed.',
  },
  'platform.passkey_missing': {
    status: 403,
    vi: 'Việc này cần khóa truy cập hoặc khóa bảo mật mà tài khoản của bạn chưa có. Hãy đăng ký một khóa ở trang «Tài khoản của tôi» rồi làm lại; chưa có gì thay đổi.',
    en: 'This needs a passkey or security key, which your account does not have yet. Register one on the page “My account” and do it again; nothing has been changed.',
  },
  'platform.second_factor_needed': {
    status: 403,
    vi: 'Cần xác thực bước hai trước. Hãy dùng khóa truy cập hoặc mã của ứng dụng xác thực; nếu chưa có thì hãy cài.',
    en: 'The second step comes first. Use your passkey or a code of your authenticator app, or set one up.',
  },
  'platform.not_allowed': {
    status: 403,
    vi: 'Tài khoản của bạn không có quyền làm việc này.',
    en: 'Your account is not allowed to do this.',
  },
  'platform.foreign_origin': {
    status: 403,
    vi: 'Yêu cầu đến từ một trang khác nên không được thực hiện. Hãy mở lại trang Măng Non và làm lại.',
    en: 'The request came from another site and was not carried out. Open Măng Non itself and try again.',
  },
  'platform.not_found': {
    status: 404,
    vi: 'Không có địa chỉ này.',
    en: 'There is nothing at this address.',
  },
  'platform.too_many_requests': {
    status: 429,
    vi: 'Có quá nhiều yêu cầu trong thời gian ngắn. Hãy thử lại sau {seconds} giây.',
    en: 'Too many requests in a short time. Try again in {seconds} seconds.',
  },
  'platform.database_unavailable': {
    status: 503,
    vi: 'Cơ sở dữ liệu tạm thời không trả lời. Việc vừa làm có thể chưa được lưu: hãy thử lại.',
    en: 'The database does not answer at the moment. What you just did may not have been saved: try again.',
  },
} as const satisfies Refusals;
