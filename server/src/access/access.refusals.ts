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
  'access.no_own_password': {
    status: 409,
    vi: 'Tài khoản này không có mật khẩu ở đây, nên không có gì để đổi.',
    en: 'This account has no password here, so there is none to change.',
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
  'access.post_not_nationwide': {
    status: 422,
    vi: 'Chỉ thanh tra và cán bộ thống kê có thể giữ nhiệm vụ trong cả nước, khi đó không ghi xã hay tỉnh.',
    en: 'Only an inspector or a statistician may hold a post for the whole country, and then without a commune or province.',
  },
  'access.account_disabled': {
    status: 409,
    vi: 'Tài khoản này đã khóa.',
    en: 'This account is disabled.',
  },
  'access.not_oneself': {
    status: 403,
    vi: 'Không ai làm việc này cho chính mình. Hãy nhờ một cán bộ khác có quyền.',
    en: 'Nobody does this for themselves. Ask another officer who may.',
  },
  'access.post_needs_commune': {
    status: 422,
    vi: 'Nhiệm vụ này giữ ở một xã, phường hay đặc khu. Hãy chọn đơn vị đó.',
    en: 'This post is held in a commune or ward. Choose it.',
  },
  'access.post_needs_province': {
    status: 422,
    vi: 'Nhiệm vụ này giữ ở một tỉnh, thành phố. Hãy chọn đơn vị đó.',
    en: 'This post is held in a province. Choose it.',
  },
  'access.post_needs_any': {
    status: 422,
    vi: 'Nhiệm vụ này giữ ở một xã hoặc một tỉnh. Hãy chọn đơn vị đó.',
    en: 'This post is held in a commune or a province. Choose it.',
  },
  'access.post_without_place': {
    status: 422,
    vi: 'Nhiệm vụ này không gắn với xã hay tỉnh nào. Hãy bỏ trống địa bàn.',
    en: 'This post belongs to no commune or province. Leave the place empty.',
  },
  'access.post_needs_agency': {
    status: 422,
    vi: 'Nhiệm vụ này cần một cơ quan, vì vụ việc được chuyển đến cơ quan. Hãy chọn trong danh mục.',
    en: 'This post needs an agency, because cases are referred to agencies. Choose it from the register.',
  },
  'access.post_without_agency': {
    status: 422,
    vi: 'Nhiệm vụ này không gắn với cơ quan nào. Hãy bỏ trống cơ quan.',
    en: 'This post belongs to no agency. Leave the agency empty.',
  },
  'access.post_ends_before_it_begins': {
    status: 422,
    vi: 'Nhiệm vụ kết thúc ngày {to}, trước khi bắt đầu ngày {from}. Hãy sửa một trong hai ngày.',
    en: 'The post ends on {to}, before it begins on {from}. Change one of the two days.',
  },
  'access.post_over': {
    status: 422,
    vi: 'Nhiệm vụ này đã hết từ ngày {to}. Hãy chọn ngày kết thúc từ hôm nay trở đi, hoặc để trống.',
    en: 'This post was over on {to}. Choose an end of today or later, or leave it empty.',
  },
  'access.post_before_unit': {
    status: 422,
    vi: '«{unit}» chỉ có từ ngày {from}. Hãy cho nhiệm vụ bắt đầu từ ngày đó, hoặc chọn đơn vị của ngày trước.',
    en: '“{unit}” stands since {from} only. Let the post begin then, or choose the unit of the earlier day.',
  },
  'access.post_after_unit': {
    status: 422,
    vi: '«{unit}» không còn từ sau ngày {to}. Hãy chọn đơn vị hiện nay.',
    en: '“{unit}” is no more since {to}. Choose the unit of today.',
  },
  'access.post_beyond_unit': {
    status: 422,
    vi: '«{unit}» chỉ còn đến ngày {to}. Hãy cho nhiệm vụ kết thúc chậm nhất ngày đó.',
    en: '“{unit}” stands until {to}. Let the post end by then.',
  },
  'access.post_twice': {
    status: 409,
    vi: 'Người này đã giữ đúng nhiệm vụ ấy ở đúng nơi ấy từ {from} đến {to}. Hãy chọn thời gian khác, hoặc kết thúc nhiệm vụ cũ trước.',
    en: 'This person holds that very post in that very place from {from} to {to}. Choose another period, or end the old one first.',
  },
  'access.posts_opposed': {
    status: 409,
    vi: 'Quản trị hệ thống và Kiểm soát truy cập phải giữ riêng, không kèm nhiệm vụ nào khác trong cùng thời gian.',
    en: 'System administrator and auditor are held alone, with no other post at the same time.',
  },
  'access.post_not_yours_to_give': {
    status: 403,
    vi: 'Bạn không được giao nhiệm vụ này ở nơi này. Cán bộ chỉ giao một số nhiệm vụ trong địa bàn của mình; còn lại do người quản trị giao.',
    en: 'This post in this place is not yours to give. Officers give some posts in their own place; the others are given by the administrator.',
  },
  'access.invitation_unknown': {
    status: 404,
    vi: 'Không có lời mời nào với mã này. Hãy so lại từng chữ với tờ giấy; nếu vẫn không được, xin mã mới.',
    en: 'There is no invitation with this code. Compare it letter by letter with the paper; if that fails, ask for a new one.',
  },
  'access.invitation_used': {
    status: 409,
    vi: 'Lời mời này đã được dùng. Nếu chính bạn đã dùng, hãy đăng nhập; nếu không, báo ngay cho người đã mời bạn.',
    en: 'This invitation was used. If it was you, sign in; if not, tell the person who invited you at once.',
  },
  'access.invitation_withdrawn': {
    status: 409,
    vi: 'Lời mời này đã được thu hồi hoặc thay bằng mã mới. Hãy hỏi người đã mời bạn.',
    en: 'This invitation was taken back, or a newer code stands in its place. Ask the person who invited you.',
  },
  'access.invitation_expired': {
    status: 409,
    vi: 'Lời mời này đã quá 72 giờ. Hãy xin người đã mời bạn một mã mới.',
    en: 'This invitation is older than 72 hours. Ask the person who invited you for a new code.',
  },
  'access.operator_code_not_good': {
    status: 409,
    vi: 'Mã này không đúng, đã dùng, đã quá một giờ, hoặc đã có mã mới hơn. Hãy so lại từng chữ; nếu vẫn không được, nhờ người vận hành máy chủ cấp mã mới.',
    en: 'This code is wrong, used, older than an hour, or replaced by a newer one. Compare it letter by letter; if that fails, ask the operator of the server for a new one.',
  },
  'access.already_came_in': {
    status: 409,
    vi: 'Người này đã vào được rồi. Nếu mất mật khẩu, hãy dùng «Lấy lại tài khoản».',
    en: 'This person can come in already. If the password is lost, use “Recover the account”.',
  },
  'access.no_password_yet': {
    status: 409,
    vi: 'Người này chưa có mật khẩu nào để lấy lại. Hãy cấp lời mời mới.',
    en: 'This person has no password to recover. Give a new invitation instead.',
  },
  'access.recovery_under_way': {
    status: 409,
    vi: 'Việc lấy lại tài khoản này đang diễn ra. Hãy xác nhận hoặc dừng việc đó trước.',
    en: 'A recovery of this account is under way. Confirm or stop that one first.',
  },
  'access.recovery_not_found': {
    status: 404,
    vi: 'Việc lấy lại này không còn: đã dùng, đã dừng hoặc quá 72 giờ.',
    en: 'This recovery is no more: it was used, stopped, or is older than 72 hours.',
  },
  'access.recovery_own_start': {
    status: 403,
    vi: 'Bạn đã bắt đầu việc này, nên phải một cán bộ khác xác nhận.',
    en: 'You have started this, so another officer must confirm it.',
  },
  'access.recovery_confirmed': {
    status: 409,
    vi: 'Việc này đã được xác nhận rồi.',
    en: 'This is confirmed already.',
  },
  'access.recovery_wrong': {
    status: 401,
    vi: 'Tên đăng nhập hoặc một trong hai nửa mã không đúng. Hãy so lại từng chữ với hai tờ giấy.',
    en: 'The sign-in name or one of the two halves is not right. Compare them letter by letter with the two papers.',
  },
  'access.recovery_used': {
    status: 409,
    vi: 'Mã này đã được dùng. Nếu chính bạn đã dùng, hãy đăng nhập; nếu không, báo ngay cho hai cán bộ đã cấp mã.',
    en: 'This code was used. If it was you, sign in; if not, tell the two officers at once.',
  },
  'access.recovery_withdrawn': {
    status: 409,
    vi: 'Việc lấy lại tài khoản đã được dừng. Hãy hỏi cán bộ đã cấp mã.',
    en: 'The recovery was stopped. Ask the officers who gave the code.',
  },
  'access.recovery_expired': {
    status: 409,
    vi: 'Mã này đã quá 72 giờ. Hãy nhờ hai cán bộ làm lại.',
    en: 'This code is older than 72 hours. Ask the two officers to begin again.',
  },
  'access.demo_only': {
    status: 404,
    vi: 'Không có địa chỉ này.',
    en: 'There is nothing at this address.',
  },
} as const satisfies Refusals;
