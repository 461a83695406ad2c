export const accessVi = {
  'signIn.title': 'Đăng nhập',
  'signIn.login': 'Tên đăng nhập',
  'signIn.password': 'Mật khẩu',
  'signIn.action': 'Đăng nhập',
  'signIn.busy': 'Đang đăng nhập…',
  'signIn.login.missing': 'Hãy nhập tên đăng nhập.',
  'signIn.password.missing': 'Hãy nhập mật khẩu.',
  'signIn.password.show': 'Hiện hoặc giấu mật khẩu',
  'signIn.forgot': 'Mất mật khẩu hoặc điện thoại',
  'signIn.invited': 'Được mời lần đầu? Vào bằng mã mời',
  'signIn.demo.title': 'Vào thử với một trong những người này',
  'signIn.demo.hint': 'Đây là bản dùng thử. Bấm vào một người là vào được ngay, không cần mật khẩu.',
  'signIn.demo.enter': 'Vào với vai {name}',
  'signIn.own': 'Hoặc đăng nhập bằng tài khoản',

  'ended.title': 'Phiên làm việc đã hết',
  'ended.text':
    'Vì lâu không dùng, hệ thống đã đóng phiên để giữ an toàn. Những gì bạn đang gõ vẫn còn ở trang phía sau. Đăng nhập lại để làm tiếp.',
  'ended.other': 'Bỏ trang này, đến trang đăng nhập',

  'first.title': 'Tạo người quản trị đầu tiên',
  'first.state': 'Hệ thống chưa có ai. Người quản trị sẽ mời những người khác.',
  'first.name': 'Họ và tên',
  'first.name.hint': 'Như trong quyết định bổ nhiệm, có dấu.',
  'first.action': 'Tạo người quản trị',
  'first.busy': 'Đang tạo…',

  'account.name.short': 'Họ và tên cần ít nhất 2 chữ cái.',
  'account.login.hint': 'Ít nhất 3 ký tự, ví dụ: nguyen.thi.lan',
  'account.login.short': 'Tên đăng nhập cần ít nhất 3 ký tự.',
  'account.password.hint': 'Ít nhất 12 ký tự. Một câu dễ nhớ là tốt nhất.',
  'account.password.short': 'Mật khẩu cần ít nhất 12 ký tự, mới có {count}.',
} as const;
