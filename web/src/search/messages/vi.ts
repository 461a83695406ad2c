/** One box over everything that is no person. */
export const searchVi = {
  'search.open': 'Tìm kiếm',
  'search.title': 'Tìm mọi thứ',
  'search.label': 'Tìm kế hoạch, nhiệm vụ, văn bản, cơ quan, địa bàn',
  'search.hint': 'Gõ từ 2 chữ, không cần dấu. Không tìm trẻ em và vụ việc ở đây.',
  'search.what': 'kết quả',
  'search.none': 'Không thấy gì có đủ các từ «{words}». Hãy bớt từ, hoặc gõ tên khác.',
  'search.found': '{count, plural, =0 {} other {Thấy # mục. Mũi tên để đi, Enter để mở.}}',
  'search.kind.plan': 'Kế hoạch',
  'search.kind.task': 'Nhiệm vụ',
  'search.kind.text': 'Văn bản',
  'search.kind.agency': 'Cơ quan',
  'search.kind.place': 'Địa bàn',
  'search.more': 'Còn nữa. Hãy gõ thêm từ để thu hẹp.',
  'search.moreTasks': 'Xem mọi nhiệm vụ khớp',
  'search.keys': 'Ctrl K',
  'search.keys.open': 'Tìm mọi thứ',
} as const;
