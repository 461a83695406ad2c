import type { TaskStatus } from './task-status.ts';

/** Each status as the office writes it: on paper, in workbooks, and on the Vietnamese screen. */
export const printedStatus = {
  done_on_time: 'Xong đúng hạn',
  done_late: 'Xong quá hạn',
  under_way_in_time: 'Đang làm, trong hạn',
  under_way_overdue: 'Đang làm, quá hạn',
  not_yet_due_to_start: 'Chưa đến lúc làm',
  cancelled: 'Đã hủy',
} as const satisfies Readonly<Record<TaskStatus, string>>;
