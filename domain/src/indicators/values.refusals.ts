import type { Refusals } from '../kernel/sentence.ts';

/** What is said while a form is typed, and what adding up refuses. */
export const valuesRefusals = {
  'indicators.zero_without_reason': {
    status: 422,
    vi: '{cell}: ghi lý do bằng không. Nếu chưa có số liệu, chọn «Chưa báo cáo».',
    en: '{cell}: say why it is zero. Where there are no data yet, choose «No report».',
  },
  'indicators.reason_without_words': {
    status: 422,
    vi: '{cell}: đã chọn «Lý do khác», hãy ghi lý do đó.',
    en: '{cell}: «Another reason» was chosen; write the reason.',
  },
  'indicators.withheld_typed': {
    status: 422,
    vi: '{cell}: báo cáo nội bộ không được ẩn số liệu. Ghi đúng con số.',
    en: '{cell}: a report to a superior withholds nothing. Write the number.',
  },
  'indicators.below_zero': {
    status: 422,
    vi: '{cell}: số liệu không thể nhỏ hơn không.',
    en: '{cell}: a figure cannot be below zero.',
  },
  'indicators.not_a_number': {
    status: 422,
    vi: '{cell}: «{typed}» không phải là số.',
    en: '{cell}: «{typed}» is not a number.',
  },
  'indicators.not_whole': {
    status: 422,
    vi: '{cell}: phải là số nguyên, không phải {amount}.',
    en: '{cell}: must be a whole number, not {amount}.',
  },
  'indicators.above_most': {
    status: 422,
    vi: '{cell}: {amount} vượt quá mức lớn nhất có thể có ({most}).',
    en: '{cell}: {amount} is above the most there can be ({most}).',
  },
  'indicators.parts_above_whole': {
    status: 422,
    vi: '{cell}: các nhóm «{breakdown}» cộng lại là {sum}, lớn hơn tổng số {whole}.',
    en: '{cell}: the parts by «{breakdown}» add up to {sum}, more than the whole of {whole}.',
  },
  'indicators.part_above_whole': {
    status: 422,
    vi: '{cell}: nhóm «{part}» là {amount}, lớn hơn tổng số {whole}.',
    en: '{cell}: the part «{part}» is {amount}, more than the whole of {whole}.',
  },
  'indicators.parts_below_whole': {
    status: 422,
    vi: '{cell}: các nhóm «{breakdown}» cộng lại là {sum}, còn thiếu so với tổng số {whole}.',
    en: '{cell}: the parts by «{breakdown}» add up to {sum}, less than the whole of {whole}.',
  },
  'indicators.parts_without_whole': {
    status: 422,
    vi: '{cell}: đã ghi các nhóm «{breakdown}» mà chưa ghi tổng số.',
    en: '{cell}: the parts by «{breakdown}» are given and the whole is not.',
  },
  'indicators.numerator_above': {
    status: 422,
    vi: '{numerator} là {amount}, lớn hơn {denominator} là {whole}. Kiểm tra lại cả hai.',
    en: '{numerator} is {amount}, more than {denominator}, which is {whole}. Look at both again.',
  },
  'indicators.far_from_last': {
    status: 422,
    vi: '{cell}: {amount}, kỳ trước là {before}. Nếu đúng, hãy ghi lý do.',
    en: '{cell}: {amount}, and {before} in the period before. If it is right, say why.',
  },
  'indicators.far_from_sisters': {
    status: 422,
    vi: '{cell}: {amount}, phần lớn đơn vị cùng cấp ở quanh {middle}. Nếu đúng, hãy ghi lý do.',
    en: '{cell}: {amount}, while most units of this level stand around {middle}. If it is right, say why.',
  },
  'indicators.told_before': {
    status: 422,
    vi: '{cell}: kỳ trước có số liệu, kỳ này chưa báo cáo. Hãy ghi số hoặc nói rõ vì sao.',
    en: '{cell}: there was a figure in the period before and there is none now. Give it, or say why.',
  },
  'indicators.cell_twice': {
    status: 422,
    vi: '{cell}: ô này được ghi hai lần.',
    en: '{cell}: this cell is given twice.',
  },
  'indicators.unknown_cell': {
    status: 422,
    vi: 'Trong kỳ này danh mục không có ô «{cell}».',
    en: 'In this period the catalogue has no cell «{cell}».',
  },
  'indicators.periods_do_not_meet': {
    status: 422,
    vi: 'Các kỳ không nối liền nhau thành kỳ {from} – {to}: lệch ở ngày {day}.',
    en: 'The periods do not make up {from} – {to} without gap or overlap: they part at {day}.',
  },
  'indicators.told_twice': {
    status: 422,
    vi: '{unit}: có hai báo cáo được chấp nhận cho cùng một kỳ. Chỉ giữ một.',
    en: '{unit}: two reports are accepted for one period. Keep one.',
  },
} as const satisfies Refusals;
