import type { Sentence } from '../kernel/sentence.ts';

/** What is said of one notice in the app, and of several of its kind in a mail: {count} of them. */
interface NoticeWords {
  readonly one: Sentence;
  readonly many: Sentence;
}

/** Everything people are told, with its words. Nothing here may ever name a child or say what happened to one. */
export const noticeKinds = {
  task_due_soon: {
    one: { vi: 'Nhiệm vụ sắp đến hạn', en: 'Task due soon' },
    many: { vi: '{count} nhiệm vụ sắp đến hạn', en: '{count} tasks due soon' },
  },
  task_due_today: {
    one: { vi: 'Nhiệm vụ đến hạn hôm nay', en: 'Task due today' },
    many: { vi: '{count} nhiệm vụ đến hạn hôm nay', en: '{count} tasks due today' },
  },
  task_overdue: {
    one: { vi: 'Nhiệm vụ đã quá hạn', en: 'Task overdue' },
    many: { vi: '{count} nhiệm vụ đã quá hạn', en: '{count} tasks overdue' },
  },
  task_escalated: {
    one: {
      vi: 'Nhiệm vụ của đơn vị quá hạn, báo cáo lên cấp trên',
      en: 'Task of a unit overdue, brought before its superior',
    },
    many: {
      vi: '{count} nhiệm vụ của đơn vị quá hạn, báo cáo lên cấp trên',
      en: '{count} tasks of units overdue, brought before their superior',
    },
  },
  task_assigned: {
    one: { vi: 'Nhiệm vụ mới được giao', en: 'New task' },
    many: { vi: '{count} nhiệm vụ mới được giao', en: '{count} new tasks' },
  },
  task_shared: {
    one: { vi: 'Nhiệm vụ mới cần phối hợp', en: 'New task to do together' },
    many: { vi: '{count} nhiệm vụ mới cần phối hợp', en: '{count} new tasks to do together' },
  },
  tasks_assigned: {
    one: { vi: 'Kế hoạch giao nhiều nhiệm vụ mới', en: 'A plan gives many new tasks' },
    many: { vi: '{count} kế hoạch giao nhiều nhiệm vụ mới', en: '{count} plans give many new tasks' },
  },
  tasks_shared: {
    one: { vi: 'Kế hoạch có nhiều nhiệm vụ mới cần phối hợp', en: 'A plan has many new tasks to do together' },
    many: {
      vi: '{count} kế hoạch có nhiều nhiệm vụ mới cần phối hợp',
      en: '{count} plans have many new tasks to do together',
    },
  },
  task_reminded: {
    one: { vi: 'Nơi giao việc nhắc một nhiệm vụ', en: 'Reminder of a task by who asked for it' },
    many: { vi: 'Nơi giao việc nhắc {count} nhiệm vụ', en: 'Reminders of {count} tasks by who asked for them' },
  },
  task_due_moved: {
    one: { vi: 'Hạn của nhiệm vụ đã đổi', en: 'Due day of a task moved' },
    many: { vi: 'Hạn của {count} nhiệm vụ đã đổi', en: 'Due days of {count} tasks moved' },
  },
  tasks_due_moved: {
    one: { vi: 'Hạn của nhiều nhiệm vụ đã đổi', en: 'Due days of many tasks moved' },
    many: { vi: 'Hạn của nhiều nhiệm vụ đã đổi, {count} lần', en: 'Due days of many tasks moved, {count} times' },
  },
  task_cancelled: {
    one: { vi: 'Nhiệm vụ đã bị hủy', en: 'Task cancelled' },
    many: { vi: '{count} nhiệm vụ đã bị hủy', en: '{count} tasks cancelled' },
  },
  tasks_cancelled: {
    one: { vi: 'Nhiều nhiệm vụ của kế hoạch đã bị hủy', en: 'Many tasks of a plan cancelled' },
    many: { vi: '{count} kế hoạch có nhiều nhiệm vụ bị hủy', en: 'Many tasks of {count} plans cancelled' },
  },
  task_reported: {
    one: { vi: 'Báo cáo hoàn thành chờ quyết định', en: 'A report of completion waits for a decision' },
    many: { vi: '{count} báo cáo hoàn thành chờ quyết định', en: '{count} reports of completion wait for a decision' },
  },
  task_sent_back: {
    one: { vi: 'Báo cáo bị trả lại, cần làm tiếp', en: 'Report sent back, work goes on' },
    many: { vi: '{count} báo cáo bị trả lại', en: '{count} reports sent back' },
  },
  task_accepted: {
    one: { vi: 'Nhiệm vụ được xác nhận hoàn thành', en: 'Task accepted as done' },
    many: { vi: '{count} nhiệm vụ được xác nhận hoàn thành', en: '{count} tasks accepted as done' },
  },
  time_asked: {
    one: { vi: 'Đề nghị gia hạn chờ trả lời', en: 'A request for more time waits for an answer' },
    many: { vi: '{count} đề nghị gia hạn chờ trả lời', en: '{count} requests for more time wait for an answer' },
  },
  time_answered: {
    one: { vi: 'Đề nghị gia hạn đã được trả lời', en: 'Request for more time answered' },
    many: { vi: '{count} đề nghị gia hạn đã được trả lời', en: '{count} requests for more time answered' },
  },
  hindrance_raised: {
    one: { vi: 'Vướng mắc chờ trả lời', en: 'A hindrance waits for an answer' },
    many: { vi: '{count} vướng mắc chờ trả lời', en: '{count} hindrances wait for an answer' },
  },
  hindrance_passed_up: {
    one: { vi: 'Vướng mắc đã chuyển lên cấp trên', en: 'Hindrance brought before the level above' },
    many: { vi: '{count} vướng mắc đã chuyển lên cấp trên', en: '{count} hindrances brought before the level above' },
  },
  hindrance_answered: {
    one: { vi: 'Vướng mắc đã được trả lời', en: 'Hindrance answered' },
    many: { vi: '{count} vướng mắc đã được trả lời', en: '{count} hindrances answered' },
  },
  plan_submitted: {
    one: { vi: 'Bản soạn kế hoạch chờ bạn duyệt', en: 'A plan being written waits for your approval' },
    many: {
      vi: '{count} bản soạn kế hoạch chờ bạn duyệt',
      en: '{count} plans being written wait for your approval',
    },
  },
  plan_sent_back: {
    one: { vi: 'Bản soạn kế hoạch bị trả lại để sửa', en: 'A plan being written was sent back' },
    many: { vi: '{count} bản soạn kế hoạch bị trả lại để sửa', en: '{count} plans being written were sent back' },
  },
  plan_approved: {
    one: { vi: 'Bản soạn kế hoạch đã được duyệt', en: 'A plan being written was approved' },
    many: { vi: '{count} bản soạn kế hoạch đã được duyệt', en: '{count} plans being written were approved' },
  },
  plan_to_issue: {
    one: { vi: 'Kế hoạch đã duyệt, chờ bạn ban hành', en: 'An approved plan waits for you to issue it' },
    many: {
      vi: '{count} kế hoạch đã duyệt, chờ bạn ban hành',
      en: '{count} approved plans wait for you to issue them',
    },
  },
  plan_issued: {
    one: { vi: 'Kế hoạch bạn soạn đã ban hành', en: 'A plan you wrote was issued' },
    many: { vi: '{count} kế hoạch bạn soạn đã ban hành', en: '{count} plans you wrote were issued' },
  },
  plan_names_unit: {
    one: { vi: 'Kế hoạch mới có phần việc của đơn vị bạn', en: 'A new plan has work for your unit' },
    many: { vi: '{count} kế hoạch mới có phần việc của đơn vị bạn', en: '{count} new plans have work for your unit' },
  },
  visit_planned: {
    one: { vi: 'Đoàn kiểm tra sẽ làm việc với đơn vị', en: 'An inspection will visit your unit' },
    many: { vi: '{count} buổi làm việc với đoàn kiểm tra', en: '{count} visits of inspections to your unit' },
  },
  visit_moved: {
    one: { vi: 'Đoàn kiểm tra dời ngày làm việc', en: 'Visit of an inspection moved to another day' },
    many: { vi: '{count} buổi làm việc với đoàn kiểm tra dời ngày', en: '{count} visits of inspections moved' },
  },
  inspection_called_off: {
    one: { vi: 'Cuộc kiểm tra đã hủy', en: 'Inspection called off' },
    many: { vi: '{count} cuộc kiểm tra đã hủy', en: '{count} inspections called off' },
  },
  recommendation_made: {
    one: { vi: 'Kiến nghị mới sau kiểm tra', en: 'New recommendation of an inspection' },
    many: { vi: '{count} kết luận kiểm tra có kiến nghị mới', en: '{count} inspections with new recommendations' },
  },
  recommendation_reported: {
    one: { vi: 'Báo cáo thực hiện kiến nghị chờ quyết định', en: 'A report on a recommendation waits for a decision' },
    many: {
      vi: '{count} báo cáo thực hiện kiến nghị chờ quyết định',
      en: '{count} reports on recommendations wait for a decision',
    },
  },
  recommendation_sent_back: {
    one: { vi: 'Báo cáo thực hiện kiến nghị bị trả lại', en: 'Report on a recommendation sent back' },
    many: {
      vi: '{count} báo cáo thực hiện kiến nghị bị trả lại',
      en: '{count} reports on recommendations sent back',
    },
  },
  recommendation_settled: {
    one: { vi: 'Kiến nghị được chấp nhận đã xong', en: 'Recommendation accepted as settled' },
    many: { vi: '{count} kiến nghị được chấp nhận đã xong', en: '{count} recommendations accepted as settled' },
  },
  report_received: {
    one: { vi: 'Báo cáo định kỳ chờ tiếp nhận', en: 'A report waits to be received' },
    many: { vi: '{count} báo cáo định kỳ chờ tiếp nhận', en: '{count} reports wait to be received' },
  },
  report_signed: {
    one: { vi: 'Báo cáo định kỳ đã ký, chờ gửi', en: 'A report was signed and waits to be sent' },
    many: { vi: '{count} báo cáo định kỳ đã ký, chờ gửi', en: '{count} reports were signed and wait to be sent' },
  },
  report_sent_back: {
    one: { vi: 'Báo cáo định kỳ bị trả lại để sửa', en: 'A report was sent back to be mended' },
    many: { vi: '{count} báo cáo định kỳ bị trả lại để sửa', en: '{count} reports were sent back to be mended' },
  },
  report_accepted: {
    one: { vi: 'Báo cáo định kỳ đã được tiếp nhận', en: 'A report was accepted' },
    many: { vi: '{count} báo cáo định kỳ đã được tiếp nhận', en: '{count} reports were accepted' },
  },
} as const satisfies Record<string, NoticeWords>;

export type NoticeKind = keyof typeof noticeKinds;

export const noticeKindNames = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]];
