import type { Transaction } from 'kysely';
import type { EndedSession } from '@mangnon/domain/access/account-sessions.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** Ends the account's open sessions, or only the one named, and notes who did it. Gives how many were still open. */
export async function endSessionsOf(
  database: Transaction<DB>,
  accountId: string,
  by: string,
  now: Date,
  only?: string,
): Promise<number> {
  const closed = await database
    .updateTable('session')
    .set({ closed_at: now, closed_by: by })
    .where('account_id', '=', accountId)
    .where('closed_at', 'is', null)
    .where('ends_at', '>', now)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .returning('id')
    .execute();
  return closed.length;
}

/** What others ended and the person has not said to have read about, the newest first. */
export async function listUntoldEnds(database: Transaction<DB>, accountId: string): Promise<EndedSession[]> {
  const rows = await database
    .selectFrom('session')
    .innerJoin('account as ender', 'ender.id', 'session.closed_by')
    .select(['session.id', 'ender.name as endedBy', 'session.closed_at as endedAt', 'session.device'])
    .where('session.account_id', '=', accountId)
    .where('session.told_at', 'is', null)
    .orderBy('session.closed_at', 'desc')
    .orderBy('session.id')
    .limit(20)
    .execute();
  return rows.flatMap(({ endedAt, device, ...row }) =>
    endedAt === null ? [] : [{ ...row, endedAt: endedAt.toISOString(), device: device ?? '' }],
  );
}

export async function setEndsTold(database: Transaction<DB>, accountId: string, now: Date): Promise<void> {
  await database
    .updateTable('session')
    .set({ told_at: now })
    .where('account_id', '=', accountId)
    .where('closed_by', 'is not', null)
    .where('told_at', 'is', null)
    .execute();
}
