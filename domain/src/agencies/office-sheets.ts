import type { SheetCell, SheetForm } from '../kernel/workbook/sheet.ts';
import { trustWords } from '../places/places-sheet.ts';
import { dutyWords } from './duty.ts';
import { writeHours } from './duty-hours-text.ts';
import type { OfficeKind, OfficeRecord } from './office.ts';
import { committeeTypeWords, headRoleWords, memberRoleWords, villageTypeWords } from './office-words.ts';

const place = 'Mã địa bàn';
const office = 'Tên cơ quan';
const period = ['Từ ngày', 'Đến ngày'] as const;

/** The sheets of the exchange workbook and their columns, as officers read them: what others hang at comes first. */
export const officeSheets = {
  office: { name: 'Cơ quan', columns: [place, 'Mã loại cơ quan', office, 'Điện thoại', 'Địa chỉ', ...period] },
  office_duty: {
    name: 'Chức năng',
    columns: [place, office, 'Chức năng', 'Căn cứ', 'Điều, khoản', 'Độ tin cậy', ...period],
  },
  head: {
    name: 'Người đứng đầu',
    columns: [place, office, 'Vai trò', 'Họ và tên', 'Chức vụ', 'Phụ trách', ...period],
  },
  focal_point: { name: 'Đầu mối', columns: [place, office, 'Đầu mối', 'Điện thoại trực', 'Giờ trực', ...period] },
  committee: {
    name: 'Ban',
    columns: [
      place,
      'Loại ban',
      'Tên ban',
      'Số quyết định',
      'Ngày quyết định',
      'Nơi ban hành',
      'Số quy chế',
      'Ngày quy chế',
      ...period,
    ],
  },
  member: { name: 'Thành viên ban', columns: [place, 'Tên ban', 'Vai trò', 'Họ và tên', 'Chức vụ', ...period] },
  village: { name: 'Thôn, tổ dân phố', columns: [place, 'Loại', 'Tên', ...period] },
  collaborator: {
    name: 'Cộng tác viên',
    columns: [place, 'Thôn, tổ dân phố', 'Họ và tên', 'Điện thoại', ...period],
  },
} as const satisfies Record<OfficeKind, SheetForm>;

export const dutyNames = Object.fromEntries(Object.entries(dutyWords).map(([duty, { vi }]) => [duty, vi])) as Readonly<
  Record<keyof typeof dutyWords, string>
>;

const day = (iso: string | null): SheetCell => (iso === null ? null : { day: iso });

/** The cells of a record, by the columns of its sheet; `parent` is the name of what it hangs at. */
export function writeOfficeRow(record: OfficeRecord, code: string, parent: string): SheetCell[] {
  const own = writeFields(record, parent);
  return [code, ...own, day(record.validFrom), day(record.validTo)];
}

function writeFields(record: OfficeRecord, parent: string): SheetCell[] {
  switch (record.kind) {
    case 'office':
      return [record.agencyId, record.name, record.phone, record.address];
    case 'office_duty':
      return [parent, dutyNames[record.duty], record.basis, record.article, trustWords[record.trust]];
    case 'head':
      return [parent, headRoleWords[record.role], record.name, record.title, record.charge];
    case 'focal_point':
      return [parent, record.name, record.phone, writeHours(record.hours)];
    case 'committee':
      return [
        committeeTypeWords[record.type],
        record.name,
        record.decisionNumber,
        day(record.decidedOn),
        record.decidedBy,
        record.rulesNumber,
        day(record.rulesOn),
      ];
    case 'member':
      return [parent, memberRoleWords[record.role], record.name, record.position];
    case 'village':
      return [villageTypeWords[record.type], record.name];
    case 'collaborator':
      return [parent, record.name, record.phone];
  }
}
