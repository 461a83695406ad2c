import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';

export const accessRefusals = {
  'access.wrong_credentials': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The login or the password is not right.',
  },
  'access.too_many_attempts': {
    status: 429,
    vi: 'Đã thử đăng nhập quá nhiều lần. Hãy đợi {minutes} phút rồi thử lại, hoặc nhờ người quản trị.',
    en: 'Too many attempts to sign in. Wait {minutes} minutes and try again, or ask your administrator.',
  },
  'access.first_administrator_exists': {
    status: 409,
    vi: 'Hệ thống đã có người quản trị. Hãy đăng nhập; nếu chưa có tài khoản, nhờ người quản trị tạo.',
    en: 'There is an administrator already. Sign in; if you have no account, ask the administrator for one.',
  },
  'access.login_taken': {
    status: 409,
    vi: 'Tên đăng nhập «{login}» đã có người dùng. Hãy chọn tên khác.',
    en: 'The login “{login}” is taken. Choose another one.',
  },
  'access.password_short': {
    status: 422,
    vi: 'Mật khẩu cần ít nhất {shortest} ký tự, mới có {length}. Một câu dễ nhớ là tốt nhất; không cần chữ hoa, số hay dấu đặc biệt.',
    en: 'The password needs at least {shortest} characters; it has {length}. A sentence easy to remember is best; no capitals, digits or signs are asked for.',
  },
  'access.password_breached': {
    status: 422,
    vi: 'Mật khẩu này nằm trong số những mật khẩu đã bị lộ ở nơi khác, hoặc rất giống, nên kẻ dò mật khẩu sẽ thử trước. Hãy chọn một câu của riêng bạn.',
    en: 'This password is among those that leaked elsewhere, or very like one, so a guesser tries it first. Choose a sentence of your own.',
  },
  'access.password_personal': {
    status: 422,
    vi: 'Mật khẩu có chứa «{word}», điều ai quen biết cũng đoán trước tiên. Hãy chọn một câu không có nó.',
    en: 'The password holds “{word}”, which anybody who knows you would try first. Choose a sentence without it.',
  },
  'access.old_password_wrong': {
    status: 422,
    vi: 'Mật khẩu đang dùng không đúng. Mật khẩu chưa thay đổi.',
    en: 'The present password is not right. The password has not been changed.',
  },
  'access.own_session_current': {
    status: 409,
    vi: 'Đây là phiên bạn đang dùng. Hãy dùng «Đăng xuất» để kết thúc nó.',
    en: 'This is the session you are using. Use “Sign out” to end it.',
  },
  'access.wrong_code': {
    status: 422,
    vi: 'Mã không đúng, đã hết hạn hoặc đã dùng rồi. Hãy đợi ứng dụng hiện mã mới; nếu vẫn không được, xem lại giờ của điện thoại.',
    en: 'The code is wrong, too old or used already. Wait for the app to show a new one; if that fails too, check the clock of the phone.',
  },
  'access.no_authenticator': {
    status: 409,
    vi: 'Tài khoản này chưa bắt đầu cài ứng dụng xác thực. Hãy bắt đầu lại từ đầu.',
    en: 'No authenticator app has been started for this account. Start from the beginning.',
  },
  'access.prove_old_factor_first': {
    status: 403,
    vi: 'Tài khoản đã có ứng dụng xác thực. Hãy nhập mã của nó trước khi thay bằng ứng dụng khác.',
    en: 'The account has an authenticator app already. Show a code of it before putting another in its place.',
  },
  'access.account_not_found': {
    status: 404,
    vi: 'Không có tài khoản này.',
    en: 'There is no such account.',
  },
  'access.last_administrator': {
    status: 409,
    vi: 'Đây là người quản trị cuối cùng còn hoạt động. Hãy tạo người quản trị khác trước khi khoá tài khoản này.',
    en: 'This is the last active administrator. Create another one before disabling this account.',
  },
  'access.post_not_found': {
    status: 404,
    vi: 'Người này không giữ (hoặc không còn giữ) nhiệm vụ này.',
    en: 'This person does not hold this post, or not any more.',
  },
  'access.post_place_unknown': {
    status: 422,
    vi: 'Không có đơn vị hành chính «{place}». Hãy chọn lại xã hoặc tỉnh trong danh sách.',
    en: 'There is no administrative unit “{place}”. Choose the commune or province from the list.',
  },
  'access.post_agency_unknown': {
    status: 422,
    vi: 'Không có cơ quan «{agency}» trong danh mục. Hãy chọn lại.',
    en: 'There is no agency “{agency}” in the register. Choose it from the list.',
  },
  'access.post_outside_period': {
    status: 422,
    vi: 'Thời gian giữ nhiệm vụ nằm ngoài thời gian đơn vị tồn tại. Hãy sửa ngày, hoặc chọn đơn vị hiện nay.',
    en: 'The period of the post lies outside the time its unit exists. Change the days, or choose the unit of today.',
  },
  'access.post_not_nationwide': {
    status: 422,
    vi: 'Chỉ thanh tra và cán bộ thống kê có thể giữ nhiệm vụ trong cả nước, khi đó không ghi xã hay tỉnh.',
    en: 'Only an inspector or a statistician may hold a post for the whole country, and then without a commune or province.',
  },
  'access.demo_only': {
    status: 404,
    vi: 'Không có địa chỉ này.',
    en: 'There is nothing at this address.',
  },
} as const satisfies Refusals;
