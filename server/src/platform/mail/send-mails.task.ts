import type { Kysely } from 'kysely';
import type { DB } from '../database/schema.generated.ts';
import { enqueueJob } from '../jobs/enqueue-job.ts';
import type { Task } from '../module.ts';
import type { MailService } from './mail-service.ts';
import { noteMail, noteMailServer, takeMail } from './mail.queries.ts';

export const sendMailsName = 'mail.send';

/** Minutes until the next look, when the mail server could not be reached. */
const pause = 1;

/** When a mail that failed so often is tried again, or `null` when it is given up. */
type NextTry = (failed: number, now: Date) => Date | null;

/**
 * Sends what is written and due, one mail after another, each held in a transaction of its own while it is handed over.
 * A server killed in the middle lets go of that one mail: it is sent again by the next. Only where the kill falls
 * between the mail server's acceptance and our note does it arrive twice, then under the same Message-ID.
 */
export function sendMails(mail: MailService, nextTry: NextTry, now: () => Date): Task {
  return async (_payload, { database, log, stopping }) => {
    while (!stopping.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- each in its own transaction; the next after the one before
      const done = await sendOne(database, mail, nextTry, now);
      if (done === 'nothing') return;
      if (done === 'unreachable') {
        log.warn('the mail server could not be reached');
        return;
      }
    }
  };
}

async function sendOne(
  database: Kysely<DB>,
  mail: MailService,
  nextTry: NextTry,
  now: () => Date,
): Promise<'nothing' | 'unreachable' | 'done'> {
  return database.transaction().execute(async (transaction) => {
    const taken = await takeMail(transaction, now());
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
    const again = nextTry(taken.tries + 1, at);
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
