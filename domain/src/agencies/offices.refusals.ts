import type { Refusals } from '../kernel/sentence.ts';

/** What may be wrong with the agencies and people of a place. */
export const officesRefusals = {
  'offices.set_refused': {
    status: 422,
    vi: 'Chưa ghi gì: {count} chỗ không đúng. Chỗ đầu tiên: {first}',
    en: 'Nothing was written: {count} things are not right. The first: {firstEn}',
  },
  'offices.no_record': {
    status: 404,
    vi: 'Không có dòng này ở địa bàn, hoặc dòng này không hiện với bạn.',
    en: 'There is no such record in this place, or it is not shown to you.',
  },
  'offices.exists_already': {
    status: 422,
    vi: '{name}: dòng này đã có rồi.',
    en: '{nameEn}: this record exists already.',
  },
  'offices.unknown_record': {
    status: 422,
    vi: 'Không có dòng «{id}» ở địa bàn này, hoặc đã bị hủy. Hãy tải lại trang.',
    en: 'There is no record «{id}» in this place, or it was withdrawn. Load the page again.',
  },
  'offices.cannot_move': {
    status: 422,
    vi: '{name}: không chuyển được sang cơ quan hoặc địa bàn khác. Hãy kết thúc ở nơi cũ và thêm ở nơi mới.',
    en: '{nameEn}: cannot be moved to another office or place. End it here and add it there.',
  },
  'offices.ended_already': {
    status: 422,
    vi: '{name}: đã kết thúc ngày {day}.',
    en: '{nameEn}: has ended already, on {day}.',
  },
  'offices.ends_before_begin': {
    status: 422,
    vi: '{name}: ngày kết thúc trước ngày bắt đầu ({period}).',
    en: '{nameEn}: ends before it begins ({period}).',
  },
  'offices.other_place': {
    status: 422,
    vi: '{name}: thuộc địa bàn khác, không ghi được ở đây.',
    en: '{nameEn}: belongs to another place and cannot be written here.',
  },
  'offices.unknown_place': {
    status: 422,
    vi: '{name}: không có địa bàn «{id}» trong phạm vi này vào thời gian đó.',
    en: '{nameEn}: there is no place «{id}» within reach at that time.',
  },
  'offices.unknown_agency': {
    status: 422,
    vi: '{name}: danh mục không có loại cơ quan mang mã «{id}».',
    en: '{nameEn}: the register has no agency with the code «{id}».',
  },
  'offices.unknown_office': {
    status: 422,
    vi: 'Ở địa bàn này, vào thời gian đó, không có «{value}». Ghi tên đúng như ở trang «{sheet}».',
    en: 'In this place, at that time, there is no «{value}». Write the name as on sheet «{sheet}».',
  },
  'offices.wrong_level': {
    status: 422,
    vi: '{name}: {agency} không phải cơ quan của cấp này ({place}).',
    en: '{nameEn}: {agency} is not an agency of this level ({place}).',
  },
  'offices.agency_elsewhere': {
    status: 422,
    vi: '{name}: {agency} trong danh mục là cơ quan riêng của địa bàn khác, không có ở {place}.',
    en: '{nameEn}: the register has {agency} for another place alone, not for {place}.',
  },
  'offices.outside': {
    status: 422,
    vi: '{name} ({period}): nằm ngoài thời gian của {around} ({aroundPeriod}).',
    en: '{nameEn} ({period}): lies outside the time of {around} ({aroundPeriod}).',
  },
  'offices.village_above': {
    status: 422,
    vi: '{name}: thôn, tổ dân phố thuộc xã, phường, đặc khu, không thuộc {place}.',
    en: '{nameEn}: villages and street groups belong to communes, not to {place}.',
  },
  'offices.office_twice': {
    status: 422,
    vi: '{name}: cùng thời gian đã có {other} ({period}).',
    en: '{nameEn}: at that time there is {otherEn} already ({period}).',
  },
  'offices.duty_twice': {
    status: 422,
    vi: 'Chức năng {name}: cùng thời gian đã ghi cho cơ quan này ({period}).',
    en: 'The duty {nameEn} is written down for this office already at that time ({period}).',
  },
  'offices.head_twice': {
    status: 422,
    vi: '{name} ({own}): cùng thời gian người đứng đầu là {other} ({period}). Hãy kết thúc nhiệm kỳ trước hoặc sửa ngày.',
    en: '{nameEn} ({own}): at that time the head is {otherEn} ({period}). End that period first, or correct the days.',
  },
  'offices.chair_twice': {
    status: 422,
    vi: '{name} ({own}): cùng thời gian Trưởng ban là {other} ({period}). Hãy kết thúc trước hoặc sửa ngày.',
    en: '{nameEn} ({own}): at that time the chair is {otherEn} ({period}). End that period first, or correct the days.',
  },
  'offices.person_twice': {
    status: 422,
    vi: '{name} ({own}): cùng thời gian người này đã được ghi ({period}).',
    en: '{nameEn} ({own}): this person is written down already at that time ({period}).',
  },
  'offices.focal_point_twice': {
    status: 422,
    vi: '{name}: cùng thời gian đầu mối này đã được ghi ({period}).',
    en: '{nameEn}: this focal point is written down already at that time ({period}).',
  },
  'offices.committee_twice': {
    status: 422,
    vi: '{name}: cùng thời gian đã có ban mang tên này ({period}).',
    en: '{nameEn}: at that time there is a committee of this name already ({period}).',
  },
  'offices.village_twice': {
    status: 422,
    vi: '{name}: cùng thời gian đã có ({period}).',
    en: '{nameEn}: is there already at that time ({period}).',
  },
  'offices.cell_phone': {
    status: 422,
    vi: '«{value}» không phải là số điện thoại. Ghi các chữ số, ví dụ 0912 345 678 hoặc 111.',
    en: '«{value}» is not a telephone number. Write its digits, such as 0912 345 678 or 111.',
  },
  'offices.cell_hours': {
    status: 422,
    vi: '«{value}» không phải là giờ trực. Ghi «24/7» hoặc như «T2-T6 07:30-17:00; T7 07:30-11:30».',
    en: '«{value}» are no duty hours. Write «24/7», or like «T2-T6 07:30-17:00; T7 07:30-11:30».',
  },
} as const satisfies Refusals;
