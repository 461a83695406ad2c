import { sql, type Transaction } from 'kysely';
import type { DB } from '../database/schema.generated.ts';
import type { OutgoingMail } from './mail-service.ts';

export interface NewMail {
  readonly accountId: string;
  readonly kind: 'code' | 'notices';
  readonly address: string;
  readonly subject: string;
  readonly body: string;
}

/** Writes mails in the transaction of what they tell of. Put the task `mail.send` into the queue after it. */
export async function writeMails(database: Transaction<DB>, mails: readonly NewMail[], at: Date): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map(({ accountId, ...mail }) => ({ account_id: accountId, ...mail, at }));
  await sql`select app_write_mails(${JSON.stringify(rows)}::jsonb)`.execute(database);
}

/** The next mail to send, which nobody else takes while this transaction is open; `null` when none is due. */
export async function takeMail(
  database: Transaction<DB>,
  now: Date,
): Promise<(OutgoingMail & { readonly tries: number }) | null> {
  const { rows } = await sql<OutgoingMail & { tries: number }>`select * from app_take_mail(${now})`.execute(database);
  return rows[0] ?? null;
}

export async function noteMail(
  database: Transaction<DB>,
  id: string,
  noted: {
    readonly state: 'waiting' | 'sent' | 'given_up';
    readonly answer: string | null;
    readonly again: Date | null;
  },
  now: Date,
): Promise<void> {
  const { state, answer, again } = noted;
  await sql`select app_note_mail(${id}, ${state}, ${answer}, ${again}, ${now})`.execute(database);
}

/** Whether the mail server could be reached: `null`, or what came instead of it. */
export async function noteMailServer(database: Transaction<DB>, answer: string | null, now: Date): Promise<void> {
  await sql`select app_note_mail_server(${answer}, ${now})`.execute(database);
}
