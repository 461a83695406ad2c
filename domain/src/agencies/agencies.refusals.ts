import type { Refusals } from '../kernel/sentence.ts';
import { officesRefusals } from './offices.refusals.ts';

export const agenciesRefusals = {
  ...officesRefusals,
  'agencies.not_found': {
    status: 404,
    vi: 'Danh mục không có cơ quan này. Hãy tìm lại theo tên.',
    en: 'The register has no such agency. Search for it by name.',
  },
  'agencies.register_refused': {
    status: 422,
    vi: 'Chưa ghi gì: sau thay đổi này danh mục cơ quan có {count} chỗ không đúng. Chỗ đầu tiên: {first}',
    en: 'Nothing was written: after this change {count} things in the register would be wrong. The first: {firstEn}',
  },
  'agencies.unknown_agency': {
    status: 422,
    vi: '{name}: danh mục không có cơ quan mang mã «{id}».',
    en: '{name}: the register has no agency with the code «{id}».',
  },
  'agencies.unknown_duty': {
    status: 422,
    vi: 'Không có chức năng nào đã ghi mang mã «{id}».',
    en: 'There is no recorded duty with the id «{id}».',
  },
  'agencies.exists_already': {
    status: 422,
    vi: '{name}: đã có, mang mã «{id}».',
    en: '{name}: exists already, with the code «{id}».',
  },
  'agencies.ended_already': {
    status: 422,
    vi: '{name}: đã kết thúc ngày {day}.',
    en: '{name}: has ended already, on {day}.',
  },
  'agencies.ends_before_begin': {
    status: 422,
    vi: '{name}: ngày kết thúc trước ngày bắt đầu.',
    en: '{name}: ends before it begins.',
  },
  'agencies.name_twice': {
    status: 422,
    vi: '{name}: cùng thời gian đã có cơ quan cùng cấp mang tên này ({other}, {period}).',
    en: '{name}: at that time another agency of this level bears the name ({other}, {period}).',
  },
  'agencies.alias_twice': {
    status: 422,
    vi: '{name}: cùng thời gian «{alias}» đã là tên của {other}.',
    en: '{name}: at that time «{alias}» is a name of {other} already.',
  },
  'agencies.unknown_place': {
    status: 422,
    vi: '{name}: không có địa bàn «{id}».',
    en: '{name}: there is no place «{id}».',
  },
  'agencies.place_level': {
    status: 422,
    vi: '{name}: cấp của cơ quan không hợp với địa bàn {place}.',
    en: '{name}: the level of the agency does not fit the place {place}.',
  },
  'agencies.place_ended': {
    status: 422,
    vi: '{name}: {place} hết hiệu lực ngày {day}, nên cơ quan không thể còn sau ngày đó.',
    en: '{name}: {place} ended on {day}, so the agency cannot stand after that day.',
  },
  'agencies.end_ahead': {
    status: 422,
    vi: '{name}: ngày kết thúc {day} chưa đến. Chỉ ghi trước được khi có văn bản: hãy ghi số và ngày văn bản.',
    en: '{name}: the last day {day} is still ahead. It can be written only by a document: name its number and day.',
  },
  'agencies.out_of_reach': {
    status: 403,
    vi: '{name} không thuộc địa bàn bạn phụ trách, nên bạn không sửa được.',
    en: '{name} does not belong to a place you answer for, so you cannot change it.',
  },
  'agencies.duty_moved': {
    status: 422,
    vi: '{name}: chức năng này thuộc cơ quan khác. Hãy ghi là chuyển chức năng.',
    en: '{name}: this duty belongs to another agency. Write it down as moved.',
  },
  'agencies.unknown_record': {
    status: 422,
    vi: 'Danh mục không có dòng «{id}», hoặc đã bị rút. Hãy tải lại trang.',
    en: 'The register has no record «{id}», or it was withdrawn. Load the page again.',
  },
  'agencies.succession_time': {
    status: 422,
    vi: '{name}: ngày {day} không hợp với thời gian tồn tại của cơ quan này hoặc của {other}.',
    en: '{name}: the day {day} does not fit the time of this agency or of {other}.',
  },
  'agencies.whole_and_more': {
    status: 422,
    vi: '{name}: đã vào trọn {other} thì không thể còn phần ở cơ quan khác.',
    en: '{name}: what went whole into {other} cannot have a part elsewhere.',
  },
  'agencies.succession_circle': {
    status: 422,
    vi: '{name}: chuỗi kế thừa quay vòng, cơ quan này kế thừa chính nó.',
    en: '{name}: the succession goes in a circle, the agency succeeds itself.',
  },
  'agencies.transfer_time': {
    status: 422,
    vi: '{name}: ngày {day} không chuyển được chức năng «{words}» sang {other}, vì một trong hai cơ quan không còn hoặc chưa có.',
    en: '{name}: on {day} the duty «{words}» cannot go to {other}, because one of the two did not stand.',
  },
  'agencies.duty_outside': {
    status: 422,
    vi: '{name}: thời gian giữ chức năng «{duty}» nằm ngoài thời gian tồn tại của cơ quan ({period}).',
    en: '{name}: the time of the duty «{dutyEn}» lies outside that of the agency ({period}).',
  },
  'agencies.duty_twice': {
    status: 422,
    vi: '{name}: cùng thời gian chức năng «{duty}» đã thuộc {other} ({period}).',
    en: '{name}: at that time the duty «{dutyEn}» belongs to {other} already ({period}).',
  },
} as const satisfies Refusals;
