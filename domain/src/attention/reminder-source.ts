import type { NoticeKind } from './notice-kinds.ts';

/** unit: who does the work; accountable: who answers for the unit; requester: who asked for it. */
export const audiences = ['unit', 'accountable', 'requester'] as const;
export type Audience = (typeof audiences)[number];

/** One reminder that is to be made: of a record, for one due day, to one audience. */
export interface DueReminder {
  /** Stays the same for as long as the record lives. */
  readonly recordId: string;
  readonly dueOn: string;
  readonly audience: Audience;
  /** Working days from the due day: below zero before it. */
  readonly workingDays: number;
  /** Where the record is, as a path of the screens. */
  readonly path: string;
  /** What a mail calls it, such as `NV 3f2a9c1b`: nothing that tells of anybody. */
  readonly reference: string;
  /** Its words, for the app alone; `null` for what must not be named there either. */
  readonly title: string | null;
  /** Accounts; each is told once. */
  readonly recipients: readonly string[];
}

/** What kind of notice a reminder of a source is, by its audience and working days. */
export interface ReminderKinds {
  readonly before: NoticeKind;
  readonly onTheDay: NoticeKind;
  readonly after: NoticeKind;
  readonly escalated: NoticeKind;
}

export function kindOfReminder(kinds: ReminderKinds, { audience, workingDays }: DueReminder): NoticeKind {
  if (audience !== 'unit') return kinds.escalated;
  if (workingDays === 0) return kinds.onTheDay;
  return workingDays < 0 ? kinds.before : kinds.after;
}
