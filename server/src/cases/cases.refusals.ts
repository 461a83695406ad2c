import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';

export const casesRefusals = {
  'cases.not_found': {
    status: 404,
    vi: 'Không có vụ việc này, hoặc vụ việc không thuộc phạm vi của bạn.',
    en: 'There is no such case, or it is not within your reach.',
  },
  'cases.id_taken': {
    status: 409,
    vi: 'Mã của lần gửi này đã được dùng cho một nội dung khác. Hãy tải lại trang rồi nhập lại; chưa có gì được lưu thêm.',
    en: 'The id of this call was used for another content. Reload the page and enter it again; nothing more was stored.',
  },
  'cases.received_in_future': {
    status: 422,
    vi: 'Lúc nhận tin nằm ở tương lai. Hãy xem lại ngày, giờ.',
    en: 'The report was received in the future. Check the day and the hour.',
  },
  'cases.closed': {
    status: 409,
    vi: 'Vụ việc đã kết thúc nên không phân công, chuyển được nữa.',
    en: 'The case is closed, so it is neither assigned nor referred any more.',
  },
  'cases.person_unknown': {
    status: 422,
    vi: 'Không có người này. Hãy chọn lại trong danh sách.',
    en: 'There is no such person. Choose one from the list.',
  },
  'cases.person_cannot_work': {
    status: 422,
    vi: '{name} không giữ nhiệm vụ nào nhận phân công ở địa bàn này. Hãy chọn người khác, hoặc nhờ người quản trị giao nhiệm vụ trước.',
    en: '{name} holds no post here that works on assigned cases. Choose somebody else, or have the post given first.',
  },
  'cases.unit_unknown': {
    status: 422,
    vi: 'Không có đơn vị «{unit}». Hãy chọn lại cơ quan và địa bàn.',
    en: 'There is no unit “{unit}”. Choose the agency and the place again.',
  },
  'cases.unit_receives_nothing': {
    status: 422,
    vi: 'Ở đơn vị này chưa có ai nhận vụ việc chuyển đến, nên chuyển đi sẽ không ai thấy. Hãy chọn đơn vị khác.',
    en: 'Nobody in this unit receives referrals yet, so nobody would see the case. Choose another unit.',
  },
  'cases.handed_on_unknown': {
    status: 404,
    vi: 'Vụ việc này không có lần phân công hay lần chuyển đó.',
    en: 'This case has no such assignment or referral.',
  },
  'cases.no_reporter': {
    status: 404,
    vi: 'Chưa ghi ai là người báo tin của vụ việc này.',
    en: 'Nobody is written down as the reporter of this case.',
  },
  'cases.review_overdue': {
    status: 409,
    vi: 'Lần mở khẩn cấp trước của bạn đã quá 24 giờ mà chưa được xem lại, nên chưa thể mở tiếp. Hãy nhờ người giám sát xem lại ngay.',
    en: 'Your last broken glass has waited for its review for more than 24 hours, so no other may be broken. Ask your supervisor to review it now.',
  },
  'cases.glass_not_found': {
    status: 404,
    vi: 'Không có lần mở khẩn cấp này, hoặc không thuộc phạm vi giám sát của bạn.',
    en: 'There is no such broken glass, or it is not yours to review.',
  },
  'cases.glass_reviewed': {
    status: 409,
    vi: 'Lần mở khẩn cấp này đã được {name} xem lại.',
    en: 'This broken glass has been reviewed by {name}.',
  },
} as const satisfies Refusals;
