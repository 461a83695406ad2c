import type { PlaceLevel, Succession } from './place.ts';

/** A cell as read from a workbook: a formula is kept apart, whatever value it shows. */
export type SheetCell = string | number | boolean | null | { readonly day: string } | { readonly formula: string };

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

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

/** Most rows taken from one workbook, all sheets together. */
export const mostSheetRows = 60_000;
