import type { Sentence } from '../kernel/sentence.ts';
import type { Succession } from './place.ts';
import type { PlaceBook } from './place-book.ts';

export const comparabilities = ['same', 'sum', 'estimate', 'not_comparable', 'unknown'] as const;
export type Comparability = (typeof comparabilities)[number];

function isOpen({ kind, weight }: Succession): boolean {
  return kind === 'unknown' || (kind === 'part' && weight === null);
}

/**
 * Whether a figure of the unit `id` can be set beside figures of earlier units: `same` when it took over one whole unit
 * and nothing else, `sum` when whole units went into it, `estimate` when parts with known shares did,
 * `not_comparable` when a part of unknown size or an unknown succession is among them, `unknown` when no source says
 * what stood there before.
 */
export function compareWithBefore(book: PlaceBook, id: string): Comparability {
  const steps = book.before.get(id) ?? [];
  if (steps.length === 0) return 'unknown';
  if (steps.some(isOpen)) return 'not_comparable';
  if (!steps.every(({ kind }) => kind === 'whole')) return 'estimate';
  return steps.length === 1 ? 'same' : 'sum';
}

/**
 * Whether figures of the unit `id` go on in later ones: `same` when it alone became one unit, `sum` when it went whole
 * into one together with others, `estimate` when it was split by known shares, `not_comparable` when the shares are
 * not known, `unknown` when no source names a successor.
 */
export function compareWithAfter(book: PlaceBook, id: string): Comparability {
  const steps = book.after.get(id) ?? [];
  const [only] = steps;
  if (only === undefined) return 'unknown';
  if (steps.some(isOpen)) return 'not_comparable';
  if (steps.length > 1 || only.kind !== 'whole') return 'estimate';
  return (book.before.get(only.toId) ?? []).length === 1 ? 'same' : 'sum';
}

export const beforeSentences: Readonly<Record<Comparability, Sentence>> = {
  same: {
    vi: 'So sánh được trực tiếp: đơn vị này tiếp nhận trọn vẹn một đơn vị cũ và không thêm gì khác.',
    en: 'Comparable as it stands: this unit took over one whole earlier unit and nothing else.',
  },
  sum: {
    vi: 'So sánh được sau khi cộng: đơn vị này gồm trọn vẹn các đơn vị cũ, hãy cộng số liệu của chúng.',
    en: 'Comparable after adding up: this unit is made of whole earlier units; add their figures.',
  },
  estimate: {
    vi: 'Chỉ ước tính được: có đơn vị cũ bị tách, phải nhân số liệu của nó với tỷ lệ đã biết.',
    en: 'Only as an estimate: an earlier unit was split; multiply its figures by the known share.',
  },
  not_comparable: {
    vi: 'Không so sánh được: có đơn vị cũ bị tách mà không nguồn nào cho biết tỷ lệ.',
    en: 'Not comparable: an earlier unit was split, and no source gives the share.',
  },
  unknown: {
    vi: 'Chưa biết: không nguồn nào ghi đơn vị nào đã ở đây trước đó.',
    en: 'Not known: no source says which units were here before.',
  },
};

export const afterSentences: Readonly<Record<Comparability, Sentence>> = {
  same: {
    vi: 'So sánh được trực tiếp: đơn vị này đổi thành đúng một đơn vị mới.',
    en: 'Comparable as it stands: this unit became exactly one later unit.',
  },
  sum: {
    vi: 'Số liệu nằm trọn trong đơn vị mới, cùng với số liệu của các đơn vị cũ khác.',
    en: 'The figures lie wholly in the later unit, together with those of other earlier units.',
  },
  estimate: {
    vi: 'Chỉ ước tính được: đơn vị này bị tách, phần vào mỗi đơn vị mới tính theo tỷ lệ đã biết.',
    en: 'Only as an estimate: this unit was split; what went into each later unit follows the known shares.',
  },
  not_comparable: {
    vi: 'Không so sánh được: đơn vị này bị tách mà không nguồn nào cho biết tỷ lệ.',
    en: 'Not comparable: this unit was split, and no source gives the shares.',
  },
  unknown: {
    vi: 'Chưa biết: không nguồn nào ghi đơn vị này đã thành đơn vị nào.',
    en: 'Not known: no source says what became of this unit.',
  },
};
