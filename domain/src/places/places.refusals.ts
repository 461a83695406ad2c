import type { Refusals } from '../kernel/sentence.ts';

export const placesRefusals = {
  'places.unknown_place': {
    status: 422,
    vi: 'Không có đơn vị hành chính «{id}». Kiểm tra lại mã và ngày hiệu lực.',
    en: 'There is no administrative unit «{id}». Check its code and validity.',
  },
  'places.ends_before_begin': {
    status: 422,
    vi: 'Ngày hết hiệu lực đứng trước ngày bắt đầu. Sửa một trong hai ngày.',
    en: 'The unit ends before it begins. Correct one of the two dates.',
  },
  'places.code_twice': {
    status: 422,
    vi: 'Mã {code} thuộc hai đơn vị trong cùng một thời gian ({other}). Sửa thời gian hiệu lực.',
    en: 'Code {code} belongs to two units at one time ({other}). Correct the validity.',
  },
  'places.outside_parent': {
    status: 422,
    vi: 'Thời gian hiệu lực vượt ra ngoài đơn vị cấp trên ({parent}).',
    en: 'The validity goes beyond that of the unit above ({parent}).',
  },
  'places.weight_missing': {
    status: 422,
    vi: 'Một số phần tách có tỷ lệ, một số không. Ghi đủ hoặc bỏ hết.',
    en: 'Some parts have a share and some have none. Give all of them or none.',
  },
  'places.weights_not_one': {
    status: 422,
    vi: 'Tổng tỷ lệ các phần tách là {sum}, phải bằng 1.',
    en: 'The shares of the parts add up to {sum}; they must add up to 1.',
  },
  'places.succession_circle': {
    status: 422,
    vi: 'Chuỗi kế thừa quay vòng: đơn vị này kế thừa chính nó.',
    en: 'The succession goes in a circle: the unit succeeds itself.',
  },
} as const satisfies Refusals;
