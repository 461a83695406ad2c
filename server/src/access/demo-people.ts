import type { NewHolding } from '@mangnon/domain/access/accounts.api.ts';
import type { Sentence } from '@mangnon/domain/kernel/sentence.ts';

export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly title: string;
  readonly line: Sentence;
  readonly agencyId: string | null;
  readonly holdings: readonly NewHolding[];
}

/** The invented people of Mộc Giang, an invented province. In the order in which the sign-in page offers them. */
export const demoPeople: readonly DemoPerson[] = [
  {
    login: 'hanh',
    name: 'Lò Thị Hạnh',
    title: 'Chuyên viên Phòng Trẻ em, Sở Y tế tỉnh Mộc Giang',
    line: {
      vi: 'Nhận kế hoạch của UBND tỉnh, xem lại những gì máy đọc được rồi thông qua.',
      en: 'Takes in the plans of the provincial People’s Committee, puts right what was read, and adopts them.',
    },
    agencyId: null,
    holdings: [{ post: 'provincial_lead_officer', placeId: '99@2025-07-01', agencyId: 't.so_yte' }],
  },
  {
    login: 'quang',
    name: 'Vi Đình Quang',
    title: 'Phó Trưởng phòng Trẻ em, Sở Y tế tỉnh Mộc Giang',
    line: {
      vi: 'Cùng xem lại kế hoạch với chị Hạnh: mở hai cửa sổ để xem hai người cùng sửa một bản.',
      en: 'Reviews plans together with Hạnh: open two windows to see two people on one draft.',
    },
    agencyId: null,
    holdings: [{ post: 'provincial_lead_officer', placeId: '99@2025-07-01', agencyId: 't.so_yte' }],
  },
  {
    login: 'chau',
    name: 'Hoàng Minh Châu',
    title: 'Phó Chủ tịch UBND tỉnh Mộc Giang',
    line: {
      vi: 'Duyệt và ban hành kế hoạch của tỉnh, trả lời vướng mắc các xã chuyển lên.',
      en: 'Approves and issues the plans of the province, and answers what communes bring before it.',
    },
    agencyId: null,
    holdings: [{ post: 'provincial_chair', placeId: '99@2025-07-01' }],
  },
  {
    login: 'mai',
    name: 'Sầm Thị Mai',
    title: 'Công chức Văn hoá - Xã hội, UBND xã Khe Trúc',
    line: {
      vi: 'Xem kế hoạch đã thông qua để biết xã mình được giao việc gì, khi nào.',
      en: 'Reads adopted plans to know what her commune has been given to do, and by when.',
    },
    agencyId: null,
    holdings: [{ post: 'commune_officer', placeId: '99010@2025-07-01' }],
  },
  {
    login: 'vangdi',
    name: 'Vàng Thị Dí',
    title: 'Người làm công tác bảo vệ trẻ em, UBND xã Khe Trúc',
    line: {
      vi: 'Lập hồ sơ trẻ, mở vụ việc của xã, chuyển cho nơi cùng làm.',
      en: 'Registers children, opens the cases of the commune and refers them to others.',
    },
    agencyId: null,
    holdings: [{ post: 'commune_protection_worker', placeId: '99010@2025-07-01' }],
  },
  {
    login: 'pao',
    name: 'Sầm Văn Páo',
    title: 'Chủ tịch UBND xã Khe Trúc',
    line: {
      vi: 'Phân công vụ việc của xã, xem lại những lần có người mở khẩn cấp.',
      en: 'Assigns the cases of the commune, and reviews what was opened in need.',
    },
    agencyId: null,
    holdings: [{ post: 'commune_chair', placeId: '99010@2025-07-01' }],
  },
  {
    login: 'nam',
    name: 'Quàng Văn Nam',
    title: 'Người làm công tác bảo vệ trẻ em, UBND xã Bản Lành',
    line: {
      vi: 'Ở xã bên: không thấy trẻ của Khe Trúc, trừ khi mở khẩn cấp.',
      en: 'Of the next commune: sees no child of Khe Trúc, unless he breaks the glass.',
    },
    agencyId: null,
    holdings: [{ post: 'commune_protection_worker', placeId: '99016@2025-07-01' }],
  },
  {
    login: 'tam',
    name: 'Đàm Văn Tâm',
    title: 'Quản trị hệ thống, tỉnh Mộc Giang',
    line: {
      vi: 'Mời người dùng, giao và kết thúc nhiệm vụ; không xem hồ sơ trẻ.',
      en: 'Invites people, gives and ends posts; sees no child.',
    },
    agencyId: null,
    holdings: [{ post: 'system_administrator' }],
  },
  {
    login: 'thu',
    name: 'Bế Thị Thu',
    title: 'Kiểm soát truy cập, Thanh tra tỉnh Mộc Giang',
    line: {
      vi: 'Xem ai đã xem gì, ai đã giao nhiệm vụ cho ai; không mở được hồ sơ nào.',
      en: 'Sees who saw what and who gave which post; opens no record.',
    },
    agencyId: null,
    holdings: [{ post: 'auditor' }],
  },
];
