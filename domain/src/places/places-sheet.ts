import type { PlaceLevel, Succession } from './place.ts';
import type { DescribedChange } from './place-changes.api.ts';

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

/** Goes out with the others and is not read in again: a workbook puts the list right, an act names its decision. */
export const decisionSheet = {
  name: 'Quyết định',
  columns: [
    'Số, ký hiệu',
    'Ngày ban hành',
    'Cơ quan ban hành',
    'Trích yếu',
    'Liên kết',
    'Mã',
    'Hiệu lực từ',
    'Thay đổi',
    'Nội dung',
  ],
} as const;

export const changeWords: Readonly<Record<DescribedChange['what'], string>> = {
  unit_added: 'Thêm đơn vị',
  unit_changed: 'Sửa đơn vị',
  succession_added: 'Thêm kế thừa',
  succession_changed: 'Sửa kế thừa',
  succession_removed: 'Bỏ kế thừa',
};

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
