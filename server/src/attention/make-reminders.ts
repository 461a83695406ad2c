import type { Kysely } from 'kysely';
import { planSteps } from '@mangnon/domain/attention/plan-reminders.ts';
import { kindOfReminder } from '@mangnon/domain/attention/reminder-source.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { loadCalendar } from '../law/calendar-set.queries.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { findLastRun, holdReminders, loadSteps, noteReminders, noteRun } from './attention.queries.ts';
import { notify } from './notify.ts';
import type { ReminderSource } from './reminder-source.ts';

/** Records in one transaction: a kill undoes no more than this, and nothing waits long for its locks. */
const atATime = 200;

/**
 * Makes the reminders of today that were not made yet, a part of them, each with its notices and the order for its mails
 * in one transaction. Gives `more` while there may be others; `busy` where another copy is at it.
 */
export async function makeReminders(
  database: Kysely<DB>,
  sources: readonly ReminderSource[],
  now: Date,
): Promise<'done' | 'more' | 'busy'> {
  return database.transaction().execute(async (transaction) => {
    if (!(await holdReminders(transaction))) return 'busy';
    const today = vietnamDay(now);
    const since = (await findLastRun(transaction)) ?? today;
    const planned = planSteps(await loadCalendar(transaction), await loadSteps(transaction), today, since);
    for (const source of sources) {
      // oxlint-disable-next-line no-await-in-loop -- one statement for each kind of record, of which there are few
      const due = await source.findDue(transaction, planned, today, atATime);
      if (due.length === 0) continue;
      // oxlint-disable-next-line no-await-in-loop -- the first source that has something ends this transaction
      const fresh = await noteReminders(transaction, source.name, due, now);
      const notices = due
        .filter(({ recordId, audience }) => fresh.has(`${recordId} ${audience}`))
        .flatMap((reminder) => {
          const { recordId, dueOn, audience, workingDays, path, reference, title } = reminder;
          const onceKey = [source.name, recordId, dueOn, audience, workingDays].join(' ');
          const kind = kindOfReminder(source.kinds, reminder);
          const notice = { kind, path, reference, title, dueOn, onceKey };
          return reminder.recipients.map((accountId) => ({ accountId, ...notice }));
        });
      // oxlint-disable-next-line no-await-in-loop -- as above
      await notify(transaction, notices, now);
      return 'more';
    }
    await noteRun(transaction, today);
    return 'done';
  });
}
