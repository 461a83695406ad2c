export const documentVi = {
  'document.label': 'Văn bản',
  'document.page': 'Hết trang {number}',
  'document.table': 'Bảng trong văn bản',
  'document.kind.task': 'Nhiệm vụ',
  'document.kind.target': 'Chỉ tiêu',
  'document.kind.reporting': 'Chế độ báo cáo',
  'document.kind.legal_basis': 'Căn cứ pháp lý',
  'document.kind.doubt': 'Chỗ cần xem',
  'document.keys.next': 'Đến đoạn đánh dấu sau, trước (khi đang ở một đoạn)',
  'document.keys.choose': 'Chọn đoạn đang đứng',
} as const;
