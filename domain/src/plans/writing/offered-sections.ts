/**
 * The headings most plans of People's Committees have, in their usual order. Decree 30/2020 prescribes none of them: they
 * are offered, and each may be left out.
 */
export const offeredSections = [
  'Mục đích, yêu cầu',
  'Chỉ tiêu',
  'Nhiệm vụ, giải pháp',
  'Kinh phí thực hiện',
  'Tổ chức thực hiện',
  'Chế độ báo cáo',
] as const;
