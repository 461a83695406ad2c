import type { Refusals } from '../kernel/sentence.ts';
import { valuesRefusals } from './values.refusals.ts';

export const indicatorsRefusals = {
  ...valuesRefusals,
  'indicators.not_found': {
    status: 404,
    vi: 'Danh mục không có chỉ tiêu này. Hãy tìm lại theo tên.',
    en: 'The catalogue has no such indicator. Search for it by name.',
  },
  'indicators.ends_before_begin': {
    status: 422,
    vi: '{name}: ngày hết hiệu lực đứng trước ngày bắt đầu.',
    en: '{name}: ends before it begins.',
  },
  'indicators.formula_sign': {
    status: 422,
    vi: '{name}: tên không được bắt đầu bằng = + - @ (bảng tính sẽ coi là công thức).',
    en: '{name}: a name must not begin with = + - @ (a spreadsheet would run it as a formula).',
  },
  'indicators.stock_summed': {
    status: 422,
    vi: '{name}: số có mặt cuối kỳ thì không cộng qua các tháng. Chọn «lấy kỳ cuối».',
    en: '{name}: what stands at the end of a period is not added over months. Choose «last».',
  },
  'indicators.formula_trust': {
    status: 422,
    vi: '{name}: độ tin cậy của cách tính chỉ ghi khi biết cách tính, và khi biết thì phải ghi.',
    en: '{name}: how sure the formula is must be told when there is one, and only then.',
  },
  'indicators.version_twice': {
    status: 422,
    vi: '{name}: phiên bản {version} được ghi hai lần.',
    en: '{name}: version {version} is given twice.',
  },
  'indicators.versions_overlap': {
    status: 422,
    vi: '{name}: hai phiên bản cùng hiệu lực ở một thời gian (phiên bản trước: {other}).',
    en: '{name}: two versions stand at one time (the one before: {other}).',
  },
  'indicators.versions_gap': {
    status: 422,
    vi: '{name}: giữa hai phiên bản có ngày không phiên bản nào hiệu lực (phiên bản trước: {other}).',
    en: '{name}: between two versions there are days without any (the one before: {other}).',
  },
  'indicators.version_order': {
    status: 422,
    vi: '{name}: phiên bản sau phải bắt đầu sau phiên bản trước ({other}).',
    en: '{name}: a later version must begin after the one before ({other}).',
  },
  'indicators.other_code': {
    status: 422,
    vi: '{name}: phiên bản mới phải giữ mã {code}, không phải {other}.',
    en: '{name}: a new version keeps the code {code}, not {other}.',
  },
  'indicators.begin_missing': {
    status: 422,
    vi: '{name}: phiên bản mới phải có ngày bắt đầu hiệu lực.',
    en: '{name}: a new version must have the day on which it begins.',
  },
  'indicators.version_kept': {
    status: 422,
    vi: '{name}: phiên bản {version} đã ghi thì không sửa. Hãy thêm phiên bản sau, có ngày bắt đầu.',
    en: '{name}: version {version} is recorded and is not changed. Add the next one, with the day it begins.',
  },
  'indicators.version_next': {
    status: 422,
    vi: '{name}: phiên bản tiếp theo phải mang số {next}, không phải {version}.',
    en: '{name}: the next version bears the number {next}, not {version}.',
  },
  'indicators.not_a_version': {
    status: 422,
    vi: '«{typed}» không phải số phiên bản. Ghi 1, 2, 3.',
    en: '«{typed}» is not the number of a version. Write 1, 2, 3.',
  },
  'indicators.not_of_form': {
    status: 422,
    vi: 'Giá trị ở cột «{column}» không đúng dạng. Mã gồm chữ thường, số và dấu chấm, như tt13.0605.',
    en: 'The value in column «{column}» has the wrong form. A code has small letters, digits and dots, like tt13.0605.',
  },
  'indicators.basis_of_none': {
    status: 422,
    vi: 'Trang «Chỉ tiêu» không có phiên bản này của mã «{code}».',
    en: 'The sheet «Chỉ tiêu» has no such version of the code «{code}».',
  },
  'indicators.over_itself': {
    status: 422,
    vi: '{name}: tử số và mẫu số là một. Chọn lại một trong hai.',
    en: '{name}: numerator and denominator are the same. Choose another for one of them.',
  },
  'indicators.unknown_count': {
    status: 422,
    vi: '{name}: danh mục không có số đếm mang mã «{count}».',
    en: '{name}: the catalogue has no count with the code «{count}».',
  },
  'indicators.not_a_count': {
    status: 422,
    vi: '{name}: «{count}» là một tỷ lệ; tỷ lệ chỉ tính từ hai số đếm.',
    en: '{name}: «{count}» is a rate itself; a rate is computed from two counts.',
  },
  'indicators.count_not_valid': {
    status: 422,
    vi: '{name}: số đếm «{count}» không hiệu lực trong suốt thời gian của chỉ tiêu này.',
    en: '{name}: the count «{count}» does not stand all the time this indicator does.',
  },
  'indicators.unknown_breakdown': {
    status: 422,
    vi: '{name}: không có phân tổ «{breakdown}».',
    en: '{name}: there is no breakdown «{breakdown}».',
  },
  'indicators.breakdown_not_counted': {
    status: 422,
    vi: '{name}: tử số «{count}» không được chia theo «{breakdown}», nên tỷ lệ cũng không chia được.',
    en: '{name}: its numerator «{count}» is not split by «{breakdown}», so the rate cannot be.',
  },
  'indicators.breakdown_twice': {
    status: 422,
    vi: '{name}: mã phân tổ «{code}» được ghi hai lần.',
    en: '{name}: the breakdown «{code}» is given twice.',
  },
  'indicators.part_twice': {
    status: 422,
    vi: '{name}: nhóm «{part}» được ghi hai lần.',
    en: '{name}: the part «{part}» is given twice.',
  },
} as const satisfies Refusals;
