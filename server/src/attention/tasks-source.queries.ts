import { sql } from 'kysely';
import type { DueReminder } from '@mangnon/domain/attention/reminder-source.ts';
import type { ReminderSource } from './reminder-source.ts';

interface Row extends Omit<DueReminder, 'path' | 'reference'> {
  readonly taskId: string;
}

/** Tasks of plans: each period of a task falls due on its own day (app_due_tasks in database/policies/6_attention.sql). */
export const tasksSource: ReminderSource = {
  name: 'tasks',
  kinds: {
    before: 'task_due_soon',
    onTheDay: 'task_due_today',
    after: 'task_overdue',
    escalated: 'task_escalated',
  },
  async findDue(database, planned, today, most) {
    const asked = planned.map(({ audience, day, workingDays }) => ({ audience, day, working_days: workingDays }));
    const { rows } = await sql<Row>`
      select record_id as "recordId", due_on as "dueOn", audience, working_days as "workingDays", task_id as "taskId",
        title, recipients
      from app_due_tasks(${JSON.stringify(asked)}::jsonb, ${today}::date, ${most})`.execute(database);
    return rows.map(({ taskId, ...due }) => ({
      ...due,
      path: pathOfTask(taskId),
      reference: referenceOfTask(taskId),
    }));
  },
};

/** Where a task is shown. */
export function pathOfTask(taskId: string): string {
  return `/nhiem-vu/${taskId}`;
}

/** What a mail calls a task. */
export function referenceOfTask(taskId: string): string {
  return `NV ${taskId.slice(0, 8)}`;
}
