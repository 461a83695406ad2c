export const papersVi = {
  'papers.title': 'Văn bản báo cáo',
  'papers.kind': 'Loại báo cáo',
  'papers.word': 'Tải bản Word',
  'papers.pdf': 'Tải bản PDF',
  'papers.workbook': 'Tải bảng tính Excel',
  'papers.done': 'Đã tải {file}',
  'papers.facts': 'Căn cứ của loại báo cáo này, và điều chưa rõ',
  'papers.level': 'Mức độ bảo mật: {level}. Phạm vi phân phối: {distribution}.',
  'papers.left': 'Trong ngoặc đơn là chỗ phần mềm không biết, như chức vụ người ký: hãy ghi lại trước khi trình ký.',
};
