export const providerVi = {
  'provider.enter': 'Đăng nhập bằng {name}',
  'provider.busy': 'Đang đến {name}…',
  'provider.or': 'Hoặc đăng nhập bằng tài khoản ở đây:',
  'provider.back.title': 'Đang đăng nhập',
  'provider.back.state': 'Đang kiểm tra câu trả lời của máy chủ đăng nhập của cơ quan.',
  'provider.again': 'Về trang đăng nhập',
} as const;
