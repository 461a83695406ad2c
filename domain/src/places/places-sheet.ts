import type { PlaceLevel, Succession } from './place.ts';

/** The sheets of the exchange workbook and their columns, as officers read them. */
export const placeSheets = {
  units: {
    name: 'Đơn vị',
    columns: ['Mã', 'Cấp', 'Loại', 'Tên', 'Mã cấp trên', 'Hiệu lực từ', 'Hiệu lực đến'],
  },
  changes: { name: 'Đổi loại, tên', columns: ['Mã', 'Hiệu lực từ', 'Đổi từ ngày', 'Loại mới', 'Tên mới'] },
  successions: {
    name: 'Kế thừa',
    columns: ['Mã cũ', 'Mã cũ hiệu lực từ', 'Mã mới', 'Mã mới hiệu lực từ', 'Ngày', 'Cách', 'Tỷ lệ', 'Độ tin cậy'],
  },
} as const;

export const levelWords: Readonly<Record<PlaceLevel, string>> = { province: 'Tỉnh', district: 'Huyện', commune: 'Xã' };
export const kindWords: Readonly<Record<Succession['kind'], string>> = {
  whole: 'Toàn bộ',
  part: 'Một phần',
  unknown: 'Chưa rõ',
};
export const trustWords: Readonly<Record<Succession['trust'], string>> = {
  verified: 'Đã kiểm chứng',
  secondary: 'Nguồn thứ cấp',
  unverified: 'Chưa kiểm chứng',
};
