import { firstCover, type IssuingBody } from '../issuing-body.ts';
import { emptyTask } from '../items-of-plan.ts';
import { itemStep } from '../item-order.ts';
import type { ItemData, ItemKind, ManuscriptItem } from '../manuscript-item.ts';

/** An invented commune. */
export const sampleBody: IssuingBody = {
  level: 'commune',
  placeName: 'xã Khe Trúc',
  shortName: 'Khe Trúc',
  agencyId: null,
  issuer: 'Ủy ban nhân dân xã Khe Trúc',
};

export function sampleId(count: number): string {
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
}

type Part = { [Kind in ItemKind]: { readonly kind: Kind; readonly data: ItemData<Kind> } }[ItemKind];

const heading = (text: string, level: 1 | 2 | 3 = 1): Part => ({ kind: 'heading', data: { text, level } });
const paragraph = (text: string): Part => ({ kind: 'paragraph', data: { text } });
const task = (text: string, data: Partial<ItemData<'task'>>): Part => ({
  kind: 'task',
  data: { ...emptyTask, text, ...data },
});

/** A whole plan of an invented commune: every kind of part, in the order of real plans. */
export const samplePlan: readonly ManuscriptItem[] = (
  [
    {
      kind: 'cover',
      data: {
        ...firstCover(sampleBody, 'Bảo vệ trẻ em và phòng, chống đuối nước trẻ em trên địa bàn xã Khe Trúc năm 2027'),
        mark: 'KT',
        markTitle: 'CHỦ TỊCH',
        signerTitle: 'PHÓ CHỦ TỊCH',
        signerName: 'Lò Thị Hân',
        recipients: [
          'Ủy ban nhân dân tỉnh Mộc Giang (báo cáo)',
          'Thường trực Đảng ủy xã',
          'Các cơ quan, đơn vị có tên tại mục III',
          'Lưu: VT, VHXH',
        ],
      },
    },
    {
      kind: 'basis',
      data: { kind: 'Luật', number: '102/2016/QH13', issuedOn: '2016-04-05', issuer: 'Quốc hội', about: 'Trẻ em' },
    },
    {
      kind: 'basis',
      data: {
        kind: 'Kế hoạch',
        number: '31/KH-UBND',
        issuedOn: '2026-03-09',
        issuer: 'Ủy ban nhân dân tỉnh Mộc Giang',
        about: 'về bảo vệ trẻ em trên địa bàn tỉnh',
      },
    },
    heading('Mục đích, yêu cầu'),
    paragraph('Giúp mọi trẻ em trong xã được sống an toàn, được phát hiện sớm khi có nguy cơ bị xâm hại.'),
    heading('Chỉ tiêu'),
    {
      kind: 'target',
      data: {
        text: 'Ít nhất 85% trẻ em từ 6 tuổi được học bơi an toàn vào năm 2027.',
        owner: [],
        comparator: '>=',
        value: 85,
        valueTo: null,
        unit: '%',
        year: 2027,
      },
    },
    {
      kind: 'target',
      data: {
        text: 'Giảm 10% số trẻ em bị tai nạn đuối nước vào năm 2027.',
        owner: [],
        comparator: 'decrease_by',
        value: 10,
        valueTo: null,
        unit: '%',
        year: 2027,
      },
    },
    heading('Nhiệm vụ, giải pháp'),
    heading('Truyền thông, giáo dục', 2),
    task('Tổ chức ba buổi nói chuyện tại các thôn về kỹ năng nhận biết nguy cơ xâm hại trẻ em.', {
      lead: ['Phòng Văn hóa - Xã hội'],
      coordinating: ['Công an xã', 'Hội Liên hiệp Phụ nữ xã'],
      due: { from: '2027-04-01', to: '2027-06-30', text: '' },
      product: 'Ba buổi nói chuyện, có danh sách người dự.',
    }),
    task('Phát tin nhắc phòng, chống đuối nước trên hệ thống truyền thanh của xã.', {
      lead: ['Phòng Văn hóa - Xã hội'],
      due: { from: '2027-01-01', to: '2027-12-31', text: '' },
      repeats: 'month',
    }),
    heading('Can thiệp, hỗ trợ', 2),
    task('Rà soát, lập danh sách trẻ em có nguy cơ bị xâm hại và phân công người theo dõi từng em.', {
      lead: ['Công an xã'],
      coordinating: ['Trạm Y tế xã'],
      due: { from: null, to: '2027-06-30', text: '' },
    }),
    task('Cắm biển cảnh báo tại các hố nước, bến sông nguy hiểm.', {
      lead: ['Phòng Kinh tế'],
      due: { from: '2027-05-01', to: '2027-05-31', text: '' },
    }),
    heading('Kinh phí thực hiện'),
    paragraph('Kinh phí do ngân sách xã bảo đảm theo phân cấp và các nguồn hợp pháp khác.'),
    heading('Chế độ báo cáo'),
    {
      kind: 'reporting',
      data: {
        period: '6_months',
        due: { month: 6, day: 5 },
        from: ['Các cơ quan, đơn vị'],
        to: 'Ủy ban nhân dân xã',
        via: 'Phòng Văn hóa - Xã hội',
      },
    },
    {
      kind: 'reporting',
      data: {
        period: 'year',
        due: { month: 12, day: 5 },
        from: ['Các cơ quan, đơn vị'],
        to: 'Ủy ban nhân dân xã',
        via: 'Phòng Văn hóa - Xã hội',
      },
    },
  ] satisfies Part[]
).map((part, at) => ({
  ...part,
  id: sampleId(at + 1),
  position: (at + 1) * itemStep,
  version: 1,
  origin: null,
}));
