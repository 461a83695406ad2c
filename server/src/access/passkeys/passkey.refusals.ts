import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';

export const passkeyRefusals = {
  'access.passkey_no_address': {
    status: 409,
    vi: 'Khóa truy cập chỉ dùng được ở địa chỉ chính thức của hệ thống, mà địa chỉ ấy chưa được đặt. Hãy nhờ người vận hành đặt MANGNON_ADDRESS.',
    en: 'Passkeys work at the official address of the system alone, and none is set. Ask the operator to set MANGNON_ADDRESS.',
  },
  'access.passkey_elsewhere': {
    status: 403,
    vi: 'Khóa truy cập được dùng ở trang {page}, không phải ở đây. Có thể đó là trang giả: hãy mở đúng địa chỉ của hệ thống rồi làm lại.',
    en: 'The passkey was used on the page {page}, not here. That page may be false: open the right address of the system and try again.',
  },
  'access.passkey_unreadable': {
    status: 422,
    vi: 'Không đọc được trả lời của khóa truy cập. Hãy thử lại, hoặc dùng khóa khác.',
    en: 'The answer of the passkey cannot be read. Try again, or use another one.',
  },
  'access.passkey_stale': {
    status: 409,
    vi: 'Lần hỏi khóa này đã quá 5 phút, đã được trả lời rồi, hoặc bắt đầu ở phiên khác. Hãy bấm lại để hỏi lần mới.',
    en: 'This asking of the passkey is over five minutes old, was answered already, or began in another session. Press again to ask anew.',
  },
  'access.passkey_unknown': {
    status: 401,
    vi: 'Khóa truy cập này không dùng được ở đây. Hãy chọn khóa khác, hoặc đăng nhập bằng mật khẩu.',
    en: 'This passkey does not work here. Choose another one, or sign in with your password.',
  },
  'access.passkey_wrong': {
    status: 401,
    vi: 'Chữ ký của khóa truy cập không đúng. Hãy thử lại, hoặc dùng khóa khác.',
    en: 'The signature of the passkey is not right. Try again, or use another one.',
  },
  'access.passkey_unverified': {
    status: 401,
    vi: 'Khóa chưa hỏi vân tay, khuôn mặt hoặc mã PIN nên không thay được mật khẩu. Hãy đặt mã PIN cho khóa, hoặc đăng nhập bằng mật khẩu rồi mới dùng khóa.',
    en: 'The key has not asked for finger, face or PIN, so it cannot stand in for the password. Give the key a PIN, or sign in with your password first.',
  },
  'access.passkey_copied': {
    status: 403,
    vi: 'Khóa này có dấu hiệu bị sao chép: số lần dùng nó báo không lớn hơn lần trước. Hãy đăng nhập bằng cách khác, xóa khóa này và báo người quản trị.',
    en: 'This key shows signs of having been copied: the number of uses it tells is no higher than last time. Sign in another way, remove this key and tell your administrator.',
  },
  'access.passkey_known': {
    status: 409,
    vi: 'Khóa này đã được đăng ký rồi. Hãy chọn khóa khác.',
    en: 'This key is registered already. Choose another one.',
  },
  'access.passkey_not_found': {
    status: 404,
    vi: 'Tài khoản của bạn không có (hoặc không còn) khóa này.',
    en: 'Your account does not have this key, or not any more.',
  },
  'access.no_passkey': {
    status: 409,
    vi: 'Tài khoản này chưa có khóa truy cập nào. Hãy dùng mã của ứng dụng xác thực.',
    en: 'This account has no passkey yet. Use a code of the authenticator app.',
  },
  'access.passkeys_too_many': {
    status: 409,
    vi: 'Đã có {most} khóa. Hãy xóa bớt khóa không dùng nữa.',
    en: 'There are {most} keys already. Remove those no longer used.',
  },
  'access.last_passkey': {
    status: 409,
    vi: 'Nhiệm vụ của bạn cần có khóa truy cập và đây là khóa cuối cùng. Hãy đăng ký khóa khác trước khi xóa khóa này.',
    en: 'Your post needs a passkey and this is the last one. Register another before removing this one.',
  },
  'access.last_factor': {
    status: 409,
    vi: 'Đây là cách xác thực bước hai cuối cùng của bạn. Hãy cài ứng dụng xác thực hoặc đăng ký khóa khác trước khi xóa khóa này.',
    en: 'This is your last second factor. Set up an authenticator app or register another key before removing this one.',
  },
} as const satisfies Refusals;
