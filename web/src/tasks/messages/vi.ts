import { printedStatus } from '@mangnon/domain/tasks/printed-status.ts';
import { taskHistoryVi } from './history-vi.ts';
import { taskVi } from './task-vi.ts';

export const tasksVi = {
  ...taskVi,
  ...taskHistoryVi,
  'tasks.status.done_on_time': printedStatus.done_on_time,
  'tasks.status.done_late': printedStatus.done_late,
  'tasks.status.under_way_in_time': printedStatus.under_way_in_time,
  'tasks.status.under_way_overdue': printedStatus.under_way_overdue,
  'tasks.status.not_yet_due_to_start': printedStatus.not_yet_due_to_start,
  'tasks.status.cancelled': printedStatus.cancelled,
  'tasks.due.none': 'Không ghi hạn',
  'tasks.due.on': 'Hạn {day}',
  'tasks.due.left': '{days, plural, =0 {hôm nay} other {còn # ngày}}',
  'tasks.due.over': 'quá {days} ngày',
  'tasks.due.done': 'xong ngày {day}',
  'tasks.repeats.once': 'Một lần',
  'tasks.repeats.month': 'Hằng tháng',
  'tasks.repeats.quarter': 'Hằng quý',
  'tasks.repeats.half_year': '6 tháng một lần',
  'tasks.repeats.year': 'Hằng năm',

  'work.subject': 'Việc của tôi',
  'work.title': 'Việc của tôi',
  'work.what': 'việc của bạn',
  'work.state':
    '{burning, plural, =0 {Không có việc quá hạn hay bị trả lại.} other {# việc cần làm ngay.}} {waiting, plural, =0 {} other {# việc chờ bạn quyết định hoặc trả lời.}}',
  'work.burning': 'Cần làm ngay',
  'work.burning.hint': 'Quá hạn, hoặc bị trả lại để làm thêm.',
  'work.waiting': 'Chờ bạn quyết định',
  'work.waiting.hint':
    'Kế hoạch chờ duyệt, chờ ban hành, báo hoàn thành, xin gia hạn, vướng mắc và báo cáo kiến nghị đang chờ bạn.',
  'work.soon': 'Sắp đến hạn',
  'work.underWay': 'Đang làm',
  'work.underWay.hint': 'Đã đến lúc làm, hạn còn xa hoặc văn bản không ghi hạn.',
  'work.others': 'Chờ người khác',
  'work.others.hint': 'Đơn vị bạn đã báo xong, đơn vị giao việc chưa quyết định.',
  'work.sentBack': 'Bị trả lại',
  'work.kind.time_request': 'Xin gia hạn',
  'work.kind.hindrance': 'Vướng mắc',
  'work.since': 'từ {at}',
  'work.reported': 'báo xong ngày {day}',
  'work.hindrances': '{count} vướng mắc',
  'work.none': 'Bạn chưa có việc nào',
  'work.none.text':
    'Khi kế hoạch được giao cho đơn vị bạn, việc sẽ hiện ở đây: quá hạn trước, rồi việc sắp đến hạn. Báo cáo chờ bạn quyết định cũng nằm ở đây.',
  'work.none.plans': 'Xem các kế hoạch',
  'work.list': 'Danh sách: {what}',
};
