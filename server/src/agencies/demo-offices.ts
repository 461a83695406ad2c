import type { z } from 'zod';
import type {
  collaborator,
  committee,
  committeeMember,
  focalPoint,
  office,
  officeDuty,
  officeHead,
  village as villageShape,
} from '@mangnon/domain/agencies/office.ts';

type Part<Schema extends z.ZodType, Left extends string> = Omit<z.input<Schema>, 'kind' | 'id' | Left>;
export type DemoHead = Part<typeof officeHead, 'officeId'>;
export interface DemoOffice extends Part<typeof office, 'placeId'> {
  readonly heads?: readonly DemoHead[];
  readonly duties?: readonly Part<typeof officeDuty, 'officeId'>[];
  readonly focalPoints?: readonly Part<typeof focalPoint, 'officeId'>[];
}
export interface DemoPlace {
  readonly placeId: string;
  readonly offices: readonly DemoOffice[];
  readonly committees?: readonly (Part<typeof committee, 'placeId'> & {
    readonly members: readonly Part<typeof committeeMember, 'committeeId' | 'validFrom'>[];
  })[];
  readonly villages?: readonly (Part<typeof villageShape, 'placeId' | 'validFrom'> & {
    readonly collaborators: readonly Part<typeof collaborator, 'villageId'>[];
  })[];
}

const reform = '2025-07-01';
const officeHours = [{ days: [1, 2, 3, 4, 5], from: '07:30', to: '17:00' }];

/** The province and its districts, before and after 2025. Everybody here is invented, telephones included. */
export const demoProvince: readonly DemoPlace[] = [
  {
    placeId: '99@',
    offices: [
      {
        agencyId: 't.so_ldtbxh',
        name: 'Sở Lao động - Thương binh và Xã hội tỉnh Mộc Giang',
        validTo: '2025-02-28',
        heads: [
          { role: 'head', name: 'Hoàng Đức Vượng', title: 'Giám đốc', validFrom: '2021-04-01', validTo: '2025-02-28' },
        ],
      },
      {
        agencyId: 't.so_yte',
        name: 'Sở Y tế tỉnh Mộc Giang',
        validTo: '2025-06-30',
        heads: [
          { role: 'head', name: 'Bế Thị Loan', title: 'Giám đốc', validFrom: '2022-01-15', validTo: '2025-06-30' },
        ],
      },
    ],
  },
  {
    placeId: '991@',
    offices: [
      {
        agencyId: 'h.phong_ldtbxh',
        name: 'Phòng Lao động - Thương binh và Xã hội huyện Khe Trúc',
        validTo: '2025-02-28',
        heads: [
          {
            role: 'head',
            name: 'Lương Văn Khôi',
            title: 'Trưởng phòng',
            validFrom: '2020-06-01',
            validTo: '2025-02-28',
          },
        ],
      },
      {
        agencyId: 'h.vp_hdnd_ubnd',
        name: 'Văn phòng HĐND và UBND huyện Khe Trúc',
        validTo: '2025-06-30',
        heads: [
          {
            role: 'head',
            name: 'Nông Thị Thắm',
            title: 'Chánh Văn phòng',
            validFrom: '2023-02-01',
            validTo: '2025-06-30',
          },
        ],
      },
    ],
  },
  {
    placeId: '992@',
    offices: [
      {
        agencyId: 'h.phong_yte',
        name: 'Phòng Y tế huyện Đồng Cói',
        validTo: '2025-06-30',
        heads: [
          {
            role: 'head',
            name: 'Phạm Hữu Tiến',
            title: 'Trưởng phòng',
            validFrom: '2019-09-01',
            validTo: '2025-06-30',
          },
        ],
        duties: [
          {
            duty: 'children',
            basis: 'Quyết định 412/QĐ-UBND của UBND huyện Đồng Cói',
            trust: 'verified',
            validFrom: '2025-03-01',
            validTo: '2025-06-30',
          },
        ],
      },
    ],
  },
  {
    placeId: '99@2025-07-01',
    offices: [
      {
        agencyId: 't.so_yte',
        name: 'Sở Y tế tỉnh Mộc Giang',
        phone: '0299 3850 001',
        address: 'Số 12 đường Bờ Sông, phường Mộc Giang',
        validFrom: reform,
        heads: [
          { role: 'head', name: 'Bế Thị Loan', title: 'Giám đốc', validFrom: reform, validTo: '2026-05-31' },
          { role: 'head', name: 'Trịnh Quốc Bảo', title: 'Giám đốc', validFrom: '2026-06-01' },
          {
            role: 'deputy',
            name: 'Nguyễn Thị Hồng Vân',
            title: 'Phó Giám đốc',
            charge: 'Trẻ em, bảo trợ xã hội',
            validFrom: reform,
          },
        ],
        focalPoints: [
          { name: 'Phòng Trẻ em, trực tiếp nhận tin', phone: '0299 3850 111', hours: 'always', validFrom: reform },
        ],
      },
      {
        agencyId: 't.congan',
        name: 'Công an tỉnh Mộc Giang',
        validFrom: reform,
        heads: [{ role: 'head', name: 'Đinh Công Thành', title: 'Giám đốc', validFrom: reform }],
        focalPoints: [{ name: 'Trực ban hình sự', phone: '0299 3850 113', hours: 'always', validFrom: reform }],
      },
      {
        agencyId: 't.so_gddt',
        name: 'Sở Giáo dục và Đào tạo tỉnh Mộc Giang',
        phone: '0299 3850 020',
        validFrom: reform,
        heads: [{ role: 'head', name: 'Vũ Thị Mỹ Hạnh', title: 'Giám đốc', validFrom: reform }],
      },
    ],
    committees: [
      {
        type: 'steering',
        name: 'Ban Chỉ đạo công tác trẻ em tỉnh Mộc Giang',
        decisionNumber: '1187/QĐ-UBND',
        decidedOn: '2025-08-12',
        decidedBy: 'Chủ tịch UBND tỉnh Mộc Giang',
        rulesNumber: '03/QC-BCĐ',
        rulesOn: '2025-09-05',
        validFrom: '2025-08-12',
        members: [
          { role: 'chair', name: 'Lê Thanh Sơn', position: 'Phó Chủ tịch UBND tỉnh' },
          { role: 'vice_chair', name: 'Bế Thị Loan', position: 'Giám đốc Sở Y tế', validTo: '2026-05-31' },
          { role: 'member', name: 'Đinh Công Thành', position: 'Giám đốc Công an tỉnh' },
          { role: 'member', name: 'Vũ Thị Mỹ Hạnh', position: 'Giám đốc Sở Giáo dục và Đào tạo' },
          { role: 'secretary', name: 'Vi Đình Quang', position: 'Phó Trưởng phòng Trẻ em, Sở Y tế' },
        ],
      },
    ],
  },
];

type Village = NonNullable<DemoPlace['villages']>[number];
const village = (type: Village['type'], name: string, person: string, phone: string): Village => ({
  type,
  name,
  collaborators: [{ name: person, phone, validFrom: reform }],
});

interface Commune {
  readonly code: string;
  /** `xã Khe Trúc`, as its own letters write it. */
  readonly name: string;
  readonly chair: string;
  readonly phone: string;
  readonly villages: readonly Village[];
}

const communes: readonly Commune[] = [
  {
    code: '99004',
    name: 'phường Mộc Giang',
    chair: 'Phan Văn Lộc',
    phone: '0299 3851 004',
    villages: [
      village('to_dan_pho', 'số 1', 'Tạ Thị Nhàn', '0990 000 401'),
      village('to_dan_pho', 'số 2', 'Đỗ Văn Quý', '0990 000 402'),
      village('to_dan_pho', 'Chợ Giang', 'Mai Thị Sen', '0990 000 403'),
    ],
  },
  {
    code: '99007',
    name: 'phường Bến Lau',
    chair: 'Chu Thị Ngần',
    phone: '0299 3851 007',
    villages: [village('khu_pho', 'Bến Lau', 'Trần Văn Lẫm', '0990 000 701')],
  },
  {
    code: '99010',
    name: 'xã Khe Trúc',
    chair: 'Sầm Văn Páo',
    phone: '0299 3851 010',
    villages: [
      village('thon', 'Khe Trúc', 'Lộc Thị Thơm', '0990 001 001'),
      village('ban', 'Nà Hoà', 'Vi Thị Xuyến', '0990 001 002'),
      village('ban', 'Nà Cọ', 'Lò Văn Dọn', '0990 001 003'),
      { type: 'thon', name: 'Pác Nặm', collaborators: [] },
    ],
  },
  {
    code: '99016',
    name: 'xã Bản Lành',
    chair: 'Quàng Thị Inh',
    phone: '0299 3851 016',
    villages: [village('ban', 'Lành Thượng', 'Hà Thị Én', '0990 001 601')],
  },
  {
    code: '99019',
    name: 'xã Đồng Cói',
    chair: 'Bùi Văn Chinh',
    phone: '0299 3851 019',
    villages: [village('thon', 'Cói Hạ', 'Ngô Thị Lụa', '0990 001 901')],
  },
];

export const demoCommunes: readonly DemoPlace[] = communes.map(({ code, name, chair, phone, villages }) => ({
  placeId: `${code}@${reform}`,
  offices: [
    {
      agencyId: 'x.ubnd',
      name: `UBND ${name}`,
      phone,
      validFrom: reform,
      heads: [{ role: 'head', name: chair, title: 'Chủ tịch UBND', validFrom: reform }],
      focalPoints: [{ name: 'Bộ phận tiếp nhận tin về trẻ em', phone, hours: officeHours, validFrom: reform }],
    },
    { agencyId: 'x.phong_vhxh', name: `Phòng Văn hóa - Xã hội ${name}`, validFrom: reform },
  ],
  villages,
}));
