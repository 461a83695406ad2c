import type { OfficialDocument } from '@mangnon/domain/kernel/document/official-document.ts';

/** An invented document with every part the form knows, two annexes among them. */
export const sampleDocument: OfficialDocument = {
  parentBody: 'Ủy ban nhân dân tỉnh Mộc Giang',
  issuer: 'Sở Y tế',
  number: 5,
  symbol: 'KH-SYT',
  place: 'Mộc Giang',
  issuedOn: '2027-01-05',
  kind: 'Kế hoạch',
  summary: 'Chăm sóc sức khỏe trẻ em năm 2027',
  addressees: ['Ủy ban nhân dân tỉnh', 'Trung tâm Y tế các khu vực'],
  bases: ['Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05 tháng 4 năm 2016', 'Căn cứ Kế hoạch số 31/KH-UBND'],
  opening: 'Sở Y tế ban hành Kế hoạch như sau:',
  body: [
    { kind: 'heading', id: null, level: 1, label: 'I.', text: 'Mục đích' },
    { kind: 'paragraph', id: null, label: '', text: 'Mọi trẻ em được khám sức khỏe mỗi năm một lần.' },
    { kind: 'heading', id: null, level: 2, label: '1.', text: 'Khám định kỳ' },
    { kind: 'heading', id: null, level: 3, label: 'đ)', text: 'Tại trường học' },
    { kind: 'paragraph', id: null, label: '-', text: 'Chi tiết tại Phụ lục I và Phụ lục II kèm theo.' },
  ],
  authority: ['KT. Giám đốc', 'Phó Giám đốc'],
  signer: 'Vi Đình Quang',
  recipients: ['Như trên', 'Lưu: VT, NVY'],
  annexes: [
    {
      title: 'Danh mục nhiệm vụ',
      landscape: true,
      columns: [
        { title: 'TT', share: 1, align: 'center' },
        { title: 'Nhiệm vụ', share: 9, align: 'left' },
      ],
      rows: Array.from({ length: 60 }, (_, at) => [String(at + 1), 'Khám sức khỏe cho học sinh của một trường']),
    },
    {
      title: 'Số trường',
      landscape: false,
      columns: [{ title: 'Xã', share: 1, align: 'left' }],
      rows: [['Khe Trúc']],
    },
  ],
};
