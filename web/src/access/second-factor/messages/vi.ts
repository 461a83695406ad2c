export const secondFactorVi = {
  'factor.title': 'Xác thực bước hai',
  'factor.state': 'Mở ứng dụng xác thực trên điện thoại và nhập mã đang hiện.',
  'factor.code': 'Mã 6 chữ số',
  'factor.code.missing': 'Hãy nhập mã.',
  'factor.action': 'Xác nhận',
  'factor.busy': 'Đang kiểm tra…',
  'factor.lost': 'Mất điện thoại? Nhập một trong mười mã dự phòng bạn đã giữ trên giấy.',
  'factor.paper': 'Mã dự phòng trên giấy',
  'factor.orApp': 'Hoặc dùng mã:',
  'factor.orPaper': 'Không có khóa ở đây? Nhập một trong mười mã dự phòng bạn đã giữ trên giấy.',
  'factor.state.key': 'Dùng khóa truy cập của bạn, hoặc một mã.',
  'factor.stepUp.title.factor': 'Xác nhận lại đó là bạn',
  'factor.stepUp.text.factor':
    'Việc này không hoàn tác được hoặc ảnh hưởng đến người khác, nên cần xác nhận lại. Những gì bạn đã nhập vẫn còn.',
  'factor.stepUp.title.passkey': 'Xác nhận bằng khóa truy cập',
  'factor.stepUp.text.passkey':
    'Việc này chỉ làm được sau khi dùng khóa truy cập; mã từ điện thoại không đủ. Những gì bạn đã nhập vẫn còn.',
  'factor.stepUp.title.new_passkey': 'Việc này cần khóa truy cập',
  'factor.stepUp.text.new_passkey':
    'Bạn chưa có khóa nào. Hãy đăng ký ngay ở đây rồi việc đang làm sẽ tiếp tục. Khóa truy cập là vân tay, khuôn mặt hoặc mã PIN của máy này hay điện thoại của bạn, hoặc một khóa bảo mật cắm vào cổng USB.',
  'factor.leave': 'Đăng xuất',
  'factor.setUp.title': 'Cài xác thực bước hai',
  'factor.setUp.state':
    'Mật khẩu có thể bị lộ, nên mỗi lần đăng nhập cần thêm một mã từ điện thoại hoặc khóa truy cập của bạn.',
  'factor.setUp.other.passkey': 'Không có điện thoại? Dùng khóa truy cập',
  'factor.setUp.other.app': 'Dùng ứng dụng trên điện thoại',
  'factor.setUp.app':
    'Mở ứng dụng xác thực trên điện thoại (ví dụ Google Authenticator, Microsoft Authenticator, Aegis) và quét hình này.',
  'factor.setUp.picture': 'Hình để ứng dụng xác thực quét',
  'factor.setUp.byHand': 'Không quét được? Gõ khóa này vào ứng dụng:',
  'factor.setUp.code': 'Nhập mã 6 chữ số mà ứng dụng đang hiện',
  'factor.codes.title': 'Giữ mười mã dự phòng này trên giấy',
  'factor.codes.state': 'Mỗi mã dùng được một lần thay cho điện thoại. Chúng chỉ hiện lần này.',
  'factor.codes.list': 'Mười mã dự phòng',
  'factor.codes.print': 'In',
  'factor.codes.kept': 'Tôi đã giữ',
  'factor.codes.done': 'Tôi đã giữ, vào làm việc',
  'factor.app.title': 'Ứng dụng xác thực trên điện thoại',
  'factor.app.has':
    'Đang dùng. Có điện thoại mới? Cài lại ở đây; ứng dụng cũ vẫn dùng được cho đến khi ứng dụng mới hiện mã đúng.',
  'factor.app.none': 'Chưa cài. Ứng dụng hiện một mã mới mỗi nửa phút để bạn nhập khi đăng nhập.',
  'factor.app.replace': 'Chuyển sang điện thoại mới',
  'factor.app.setUp': 'Cài ứng dụng',
  'factor.app.keep': 'Thôi, giữ như cũ',
  'factor.app.done':
    'Đã đổi ứng dụng xác thực. Ứng dụng và các mã dự phòng trước đây không dùng được nữa; mọi phiên khác của bạn đã kết thúc.',
} as const;
