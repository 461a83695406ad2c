import type { Transaction } from 'kysely';
import type { StepOfDay } from '@mangnon/domain/attention/plan-reminders.ts';
import type { DueReminder, ReminderKinds } from '@mangnon/domain/attention/reminder-source.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** A kind of record that falls due. Nobody is signed in where it is asked: it looks through a function of the database. */
export interface ReminderSource {
  /** As it stands in the table reminder. */
  readonly name: string;
  readonly kinds: ReminderKinds;
  /**
   * What falls due on these days and was not told by the step of its day, at most so many, in one statement. What is
   * done, cancelled, or waits for somebody else is left out.
   */
  findDue(
    database: Transaction<DB>,
    planned: readonly StepOfDay[],
    today: string,
    most: number,
  ): Promise<DueReminder[]>;
}
