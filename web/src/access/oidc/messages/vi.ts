export const providerVi = {
  'provider.enter': 'Đăng nhập bằng {name}',
  'provider.busy': 'Đang đến {name}…',
  'provider.or': 'Hoặc đăng nhập bằng tài khoản ở đây:',
  'provider.back.title': 'Đang đăng nhập',
  'provider.back.state': 'Đang kiểm tra câu trả lời của máy chủ đăng nhập của cơ quan.',
  'provider.identity': 'Đăng nhập bằng {name}',
  'provider.linked': 'Đã nối từ {when} với mã:',
  'provider.unlinked': 'Chưa nối. Sau khi nối, người này đăng nhập được ở đây bằng tài khoản của cơ quan.',
  'provider.subject': 'Mã của người này',
  'provider.subject.hint':
    'Người chưa được nối thấy mã của mình khi thử đăng nhập; hoặc hỏi người quản trị máy chủ đăng nhập (sub).',
  'provider.subject.missing': 'Hãy nhập mã.',
  'provider.link': 'Nối tài khoản',
  'provider.unlink': 'Bỏ nối',
  'provider.unlink.title': 'Bỏ nối tài khoản của {name}?',
  'provider.unlink.text':
    '{name} sẽ bị đưa ra ngay và không đăng nhập bằng tài khoản của cơ quan được nữa. Mật khẩu ở đây vẫn dùng được.',
  'provider.back.not': 'Chưa đăng nhập được',
  'provider.again': 'Về trang đăng nhập',
} as const;
