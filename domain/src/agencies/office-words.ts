import type { Committee, CommitteeMember, OfficeHead, Village } from './office.ts';

/** The words of the workbook and of sentences, as officers write them. */
export const villageTypeWords: Readonly<Record<Village['type'], string>> = {
  thon: 'Thôn',
  ban: 'Bản',
  buon: 'Buôn',
  lang: 'Làng',
  ap: 'Ấp',
  khom: 'Khóm',
  to_dan_pho: 'Tổ dân phố',
  khu_pho: 'Khu phố',
};

export const headRoleWords: Readonly<Record<OfficeHead['role'], string>> = { head: 'Đứng đầu', deputy: 'Cấp phó' };

export const committeeTypeWords: Readonly<Record<Committee['type'], string>> = {
  steering: 'Ban chỉ đạo',
  executive: 'Ban điều hành',
};

export const memberRoleWords: Readonly<Record<CommitteeMember['role'], string>> = {
  chair: 'Trưởng ban',
  vice_chair: 'Phó Trưởng ban',
  standing: 'Ủy viên thường trực',
  member: 'Ủy viên',
  secretary: 'Thư ký',
};
