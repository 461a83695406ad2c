import type { tasksVi } from './vi.ts';
import { taskHistoryEn } from './history-en.ts';
import { taskEn } from './task-en.ts';

export const tasksEn = {
  ...taskEn,
  ...taskHistoryEn,
  'tasks.status.done_on_time': 'Done on time',
  'tasks.status.done_late': 'Done late',
  'tasks.status.under_way_in_time': 'Under way, in time',
  'tasks.status.under_way_overdue': 'Under way, overdue',
  'tasks.status.not_yet_due_to_start': 'Not yet due to start',
  'tasks.status.cancelled': 'Cancelled',
  'tasks.due.none': 'No due day',
  'tasks.due.on': 'Due {day}',
  'tasks.due.left': '{days, plural, =0 {today} one {# day left} other {# days left}}',
  'tasks.due.over': '{days, plural, one {# day over} other {# days over}}',
  'tasks.due.done': 'done on {day}',
  'tasks.repeats.once': 'Once',
  'tasks.repeats.month': 'Every month',
  'tasks.repeats.quarter': 'Every quarter',
  'tasks.repeats.half_year': 'Every half year',
  'tasks.repeats.year': 'Every year',

  'work.subject': 'My work',
  'work.title': 'My work',
  'work.what': 'your work',
  'work.state':
    '{burning, plural, =0 {Nothing is overdue or sent back.} one {# task to be done now.} other {# tasks to be done now.}} {waiting, plural, =0 {} one {# waits for your decision or answer.} other {# wait for your decision or answer.}}',
  'work.burning': 'To be done now',
  'work.burning.hint': 'Overdue, or sent back to be done further.',
  'work.waiting': 'Waits for your decision',
  'work.waiting.hint':
    'Plans to approve or issue, reports of completion or on recommendations, requests for time and hindrances that wait for you.',
  'work.soon': 'Due soon',
  'work.underWay': 'Under way',
  'work.underWay.hint': 'Begun; the due day is far off, or the text names none.',
  'work.others': 'Waits for others',
  'work.others.hint': 'Your unit reported it done; the requester has not decided yet.',
  'work.sentBack': 'Sent back',
  'work.kind.time_request': 'Request for time',
  'work.kind.hindrance': 'Hindrance',
  'work.since': 'since {at}',
  'work.reported': 'reported done on {day}',
  'work.hindrances': '{count, plural, one {# hindrance} other {# hindrances}}',
  'work.none': 'You have no work yet',
  'work.none.text':
    'When a plan is given to your unit its tasks stand here: overdue first, then what is due soon. Reports that wait for your decision stand here too.',
  'work.none.plans': 'See the plans',
  'work.list': 'List: {what}',
} satisfies Record<keyof typeof tasksVi, string>;
