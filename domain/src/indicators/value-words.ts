import type { Sentence } from '../kernel/sentence.ts';
import type { notApplicableReasons, ValueState, zeroReasons } from './value.ts';

export const stateWords: Readonly<Record<ValueState, Sentence>> = {
  number: { vi: 'Có số liệu', en: 'A number' },
  zero: { vi: 'Bằng không, có lý do', en: 'Zero, with its reason' },
  no_report: { vi: 'Chưa báo cáo', en: 'No report' },
  not_applicable: { vi: 'Không thuộc diện báo cáo', en: 'Not applicable' },
  withheld: { vi: 'Không công bố, để bảo vệ trẻ em', en: 'Withheld, to protect children' },
};

export const zeroWords: Readonly<Record<(typeof zeroReasons)[number], Sentence>> = {
  none_found: { vi: 'Đã rà soát, không có trường hợp nào', en: 'Looked for, none found' },
  not_held: { vi: 'Trong kỳ không tổ chức', en: 'None held in the period' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
};

export const notApplicableWords: Readonly<Record<(typeof notApplicableReasons)[number], Sentence>> = {
  no_such_people: { vi: 'Địa bàn không có đối tượng này', en: 'There are no such people here' },
  not_our_duty: { vi: 'Không thuộc nhiệm vụ của đơn vị', en: 'Not a duty of this unit' },
  not_in_period: { vi: 'Kỳ này không phải báo cáo', en: 'Not asked for in this period' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
};
