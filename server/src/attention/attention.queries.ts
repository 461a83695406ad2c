import { sql, type Kysely, type Transaction } from 'kysely';
import type { DigestMoment } from '@mangnon/domain/attention/digest-moments.ts';
import type { ToldNotice } from '@mangnon/domain/attention/compose-mail.ts';
import { usualChoice } from '@mangnon/domain/attention/notice-choice.ts';
import type { NoticeKind } from '@mangnon/domain/attention/notice-kinds.ts';
import type { ReminderStep } from '@mangnon/domain/attention/plan-reminders.ts';
import type { DueReminder } from '@mangnon/domain/attention/reminder-source.ts';
import type { Language } from '@mangnon/domain/kernel/sentence.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** Something a person is told. */
export interface NewNotice {
  readonly accountId: string;
  readonly kind: NoticeKind;
  /** Where the record is, as a path of the screens. */
  readonly path: string;
  /** What a mail calls it, such as `NV 3f2a9c1b`. */
  readonly reference: string | null;
  /** Its words, for the app alone. */
  readonly title: string | null;
  readonly dueOn: string | null;
  /** Told once to each person under this key. */
  readonly onceKey: string;
}

/** Writes notices that are not there yet, in one statement. Gives the accounts that were told something new. */
export async function insertNotices(
  database: Transaction<DB>,
  notices: readonly NewNotice[],
  at: Date,
): Promise<Set<string>> {
  if (notices.length === 0) return new Set();
  const rows = notices.map(({ accountId, dueOn, onceKey, ...notice }) => ({
    ...notice,
    account_id: accountId,
    due_on: dueOn,
    once_key: onceKey,
    at,
  }));
  const told = await sql<{ id: string }>`
    select app_notify as id from app_notify(${JSON.stringify(rows)}::jsonb)`.execute(database);
  return new Set(told.rows.map(({ id }) => id));
}

/** Somebody whose mail is due, with what it tells of. */
export interface DueDigest {
  readonly accountId: string;
  readonly email: string;
  readonly language: Language;
  readonly told: readonly ToldNotice[];
}

/** Those whose mail is due by now, at most so many; what it tells of is taken for told in this transaction. */
export async function takeDigests(
  database: Transaction<DB>,
  moments: readonly DigestMoment[],
  most: number,
  now: Date,
): Promise<DueDigest[]> {
  const { rows } = await sql<DueDigest>`
    select account_id as "accountId", email, language, told
    from app_take_digests(${JSON.stringify(moments)}::jsonb, ${JSON.stringify(usualChoice)}::jsonb, ${most}, ${now})`.execute(
    database,
  );
  return rows;
}

export async function loadSteps(database: Kysely<DB>): Promise<ReminderStep[]> {
  const rows = await database
    .selectFrom('reminder_step')
    .select(['audience', 'working_days'])
    .orderBy('audience')
    .orderBy('working_days')
    .execute();
  // The CHECK of the table allows the words of the domain alone.
  return rows.map((row) => ({ audience: row.audience as ReminderStep['audience'], workingDays: row.working_days }));
}

/** Puts these steps in the place of those that stand. */
export async function replaceSteps(
  database: Transaction<DB>,
  steps: readonly ReminderStep[],
  accountId: string,
  now: Date,
): Promise<void> {
  await database.deleteFrom('reminder_step').execute();
  if (steps.length === 0) return;
  await database
    .insertInto('reminder_step')
    .values(
      steps.map(({ audience, workingDays }) => ({
        audience,
        working_days: workingDays,
        changed_at: now,
        changed_by: accountId,
      })),
    )
    .execute();
}

/** One who makes reminders at a time; others leave without waiting. */
export async function holdReminders(database: Transaction<DB>): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(4150017) as held`.execute(database);
  return rows[0]?.held === true;
}

/** The day up to which all reminders were made, or `null` before the first. */
export async function findLastRun(database: Transaction<DB>): Promise<string | null> {
  const row = await database.selectFrom('reminder_run').select('last_day').executeTakeFirst();
  return row?.last_day ?? null;
}

export async function noteRun(database: Transaction<DB>, day: string): Promise<void> {
  await sql`
    insert into reminder_run (last_day) values (${day})
    on conflict (only_one) do update set last_day = excluded.last_day
    where reminder_run.last_day < excluded.last_day`.execute(database);
}

/** Notes that these reminders are made; gives those that nobody had made before, as `record audience`. */
export async function noteReminders(
  database: Transaction<DB>,
  source: string,
  due: readonly DueReminder[],
  at: Date,
): Promise<Set<string>> {
  const rows = due.map(({ recordId, dueOn, audience, workingDays, recipients }) => ({
    source,
    record_id: recordId,
    due_on: dueOn,
    audience,
    working_days: workingDays,
    at,
    told: recipients.length,
  }));
  const noted = await sql<{ record_id: string; audience: string }>`
    select record_id, audience from app_note_reminders(${JSON.stringify(rows)}::jsonb)`.execute(database);
  return new Set(noted.rows.map((row) => `${row.record_id} ${row.audience}`));
}
