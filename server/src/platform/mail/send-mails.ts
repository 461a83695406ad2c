import type { Kysely } from 'kysely';
import { findNextTry } from '@mangnon/domain/attention/mail-tries.ts';
import type { DB } from '../database/schema.generated.ts';
import { enqueueJob } from '../jobs/enqueue-job.ts';
import type { MailService } from './mail-service.ts';
import { noteMail, noteMailServer, takeMail } from './mail.queries.ts';

export const sendMailsName = 'mail.send';

/** Minutes until the next look, when the mail server could not be reached. */
const pause = 1;

/** When a run of sending began. What falls due later has a run of its own. */
export interface SendingRun {
  readonly began: Date;
  readonly now: () => Date;
  readonly stopping: AbortSignal;
}

/**
 * Sends what is written and due, one mail after another, each held in a transaction of its own while it is handed over
 * and noted. `unreachable`: nobody could be spoken to, and a later run is asked for.
 */
export async function sendMails(
  database: Kysely<DB>,
  mail: MailService,
  run: SendingRun,
): Promise<'done' | 'unreachable'> {
  while (!run.stopping.aborted) {
    // oxlint-disable-next-line no-await-in-loop -- each in its own transaction; the next after the one before
    const sent = await sendOne(database, mail, run);
    if (sent === 'unreachable') return 'unreachable';
    if (sent === 'nothing') return 'done';
  }
  return 'done';
}

async function sendOne(
  database: Kysely<DB>,
  mail: MailService,
  { began, now }: SendingRun,
): Promise<'nothing' | 'unreachable' | 'done'> {
  return database.transaction().execute(async (transaction) => {
    const taken = await takeMail(transaction, began);
    if (taken === null) return 'nothing';
    const handed = await mail.send(taken);
    const at = now();
    if (handed.outcome === 'unreachable') {
      await noteMailServer(transaction, handed.answer, at);
      const again = new Date(at.getTime() + pause * 60_000);
      await enqueueJob(transaction, sendMailsName, {}, sendMailsName, again);
      return 'unreachable';
    }
    await noteMailServer(transaction, null, at);
    if (handed.outcome === 'accepted') {
      await noteMail(transaction, taken.id, { state: 'sent', answer: null, again: null }, at);
      return 'done';
    }
    const again = findNextTry(taken.tries + 1, began);
    const state = again === null ? 'given_up' : 'waiting';
    await noteMail(transaction, taken.id, { state, answer: handed.answer, again }, at);
    if (again !== null) await enqueueJob(transaction, sendMailsName, {}, null, again);
    return 'done';
  });
}

/** Asks for the sending of what was written in this transaction. */
export async function askForSending(database: Parameters<typeof enqueueJob>[0]): Promise<void> {
  await enqueueJob(database, sendMailsName, {}, sendMailsName);
}
