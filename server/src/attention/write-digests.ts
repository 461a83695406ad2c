import type { Kysely } from 'kysely';
import { composeNoticeMail } from '@mangnon/domain/attention/compose-mail.ts';
import { findDigestMoments } from '@mangnon/domain/attention/digest-moments.ts';
import { loadCalendar } from '../law/calendar-set.queries.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { writeMails } from '../platform/mail/mail.queries.ts';
import { askForSending } from '../platform/mail/send-mails.ts';
import { takeDigests } from './attention.queries.ts';

/** People in one transaction. */
const atATime = 200;

/**
 * Writes the mails that are due by now: at once, or the digest of who has chosen one. What a mail tells of is taken in
 * the same transaction as it is written, so that each notice goes into one mail and none is left out. Says whether there
 * may be more.
 */
export async function writeDigests(database: Kysely<DB>, address: string | null, now: Date): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const moments = findDigestMoments(await loadCalendar(transaction), now);
    const due = await takeDigests(transaction, moments, atATime, now);
    const mails = due.map(({ accountId, email, language, told }) => ({
      accountId,
      kind: 'notices' as const,
      address: email,
      ...composeNoticeMail(told, language, address),
    }));
    await writeMails(transaction, mails, now);
    if (mails.length > 0) await askForSending(transaction);
    return mails.length === atATime;
  });
}
