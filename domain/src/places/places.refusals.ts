import type { Refusals } from '../kernel/sentence.ts';

export const placesRefusals = {
  'places.not_found': {
    status: 404,
    vi: 'Không có đơn vị hành chính này. Hãy tìm lại theo tên.',
    en: 'There is no such administrative unit. Search for it by name.',
  },
  'places.outside_reach': {
    status: 403,
    vi: '{place} nằm ngoài địa bàn bạn phụ trách, nên bạn không sửa được. Hãy nhờ cán bộ đầu mối của tỉnh đó.',
    en: '{place} lies outside the places you answer for, so you cannot change it. Ask the lead officer of that province.',
  },
  'places.set_refused': {
    status: 422,
    vi: 'Chưa ghi gì: sau thay đổi này danh mục có {count} chỗ không đúng. Chỗ đầu tiên: {first}',
    en: 'Nothing was written: after this change {count} things in the list would be wrong. The first: {firstEn}',
  },
  'places.unknown_place': {
    status: 422,
    vi: '{place}: không có đơn vị hành chính «{id}». Kiểm tra lại mã và ngày hiệu lực.',
    en: '{place}: there is no administrative unit «{id}». Check its code and validity.',
  },
  'places.exists_already': {
    status: 422,
    vi: '{place}: đã có đơn vị mang mã và ngày bắt đầu này ({id}).',
    en: '{place}: a unit with this code and first day exists already ({id}).',
  },
  'places.ended_already': {
    status: 422,
    vi: '{place}: đã hết hiệu lực từ ngày {day}.',
    en: '{place}: has ended already, on {day}.',
  },
  'places.code_form': {
    status: 422,
    vi: '{place}: mã «{code}» phải gồm đúng {digits} chữ số (kể cả số 0 ở đầu).',
    en: '{place}: the code «{code}» must have exactly {digits} digits (zeros in front included).',
  },
  'places.name_missing': {
    status: 422,
    vi: 'Đơn vị này thiếu loại hoặc tên. Ghi cả hai.',
    en: 'The unit has no type or no name. Give both.',
  },
  'places.formula_sign': {
    status: 422,
    vi: '{place}: loại và tên không được bắt đầu bằng = + - @ (bảng tính sẽ coi là công thức).',
    en: '{place}: type and name must not begin with = + - @ (a spreadsheet would run them as a formula).',
  },
  'places.change_outside': {
    status: 422,
    vi: '{place}: ngày đổi loại hoặc tên ({day}) nằm ngoài thời gian hiệu lực hoặc sai thứ tự.',
    en: '{place}: the day of the new type or name ({day}) lies outside the validity or out of order.',
  },
  'places.ends_before_begin': {
    status: 422,
    vi: '{place}: ngày hết hiệu lực đứng trước ngày bắt đầu. Sửa một trong hai ngày.',
    en: '{place}: the unit ends before it begins. Correct one of the two dates.',
  },
  'places.code_twice': {
    status: 422,
    vi: '{place}: mã {code} thuộc hai đơn vị trong cùng một thời gian (đơn vị kia: {other}). Sửa thời gian hiệu lực.',
    en: '{place}: code {code} belongs to two units at one time (the other: {other}). Correct the validity.',
  },
  'places.parent_missing': {
    status: 422,
    vi: '{place}: thiếu đơn vị cấp trên.',
    en: '{place}: the unit above is missing.',
  },
  'places.wrong_parent_level': {
    status: 422,
    vi: '{place}: {parent} không thể là cấp trên của đơn vị này.',
    en: '{place}: {parent} cannot be the unit above this one.',
  },
  'places.outside_parent': {
    status: 422,
    vi: '{place}: thời gian hiệu lực vượt ra ngoài đơn vị cấp trên ({parent}).',
    en: '{place}: the validity goes beyond that of the unit above ({parent}).',
  },
  'places.succession_time': {
    status: 422,
    vi: '{place}: ngày kế thừa {day} phải sau ngày cuối của đơn vị cũ và nằm trong hiệu lực của đơn vị mới.',
    en: '{place}: the day of succession {day} must follow the last day of the old unit and lie in the validity of the new one.',
  },
  'places.succession_twice': {
    status: 422,
    vi: '{place}: quan hệ kế thừa sang {other} được ghi hai lần.',
    en: '{place}: its succession to {other} is given twice.',
  },
  'places.whole_and_more': {
    status: 422,
    vi: '{place}: đã vào trọn một đơn vị mới thì không thể còn phần ở đơn vị khác.',
    en: '{place}: what went whole into one unit cannot have a part in another.',
  },
  'places.weight_without_part': {
    status: 422,
    vi: '{place}: chỉ ghi tỷ lệ cho phần tách.',
    en: '{place}: a share is given only for a part.',
  },
  'places.weight_missing': {
    status: 422,
    vi: '{place}: một số phần tách có tỷ lệ, một số không. Ghi đủ hoặc bỏ hết.',
    en: '{place}: some parts have a share and some have none. Give all of them or none.',
  },
  'places.weights_not_one': {
    status: 422,
    vi: '{place}: tổng tỷ lệ các phần tách là {sum}, phải bằng 1.',
    en: '{place}: the shares of the parts add up to {sum}; they must add up to 1.',
  },
  'places.succession_circle': {
    status: 422,
    vi: '{place}: chuỗi kế thừa quay vòng, đơn vị này kế thừa chính nó.',
    en: '{place}: the succession goes in a circle, the unit succeeds itself.',
  },
  'places.begin_missing': {
    status: 422,
    vi: '{place}: đơn vị mới phải có ngày bắt đầu hiệu lực.',
    en: '{place}: a new unit must have the day on which it begins.',
  },
} as const satisfies Refusals;
