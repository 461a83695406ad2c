import type { Transaction } from 'kysely';
import type { OwnSession } from '@mangnon/domain/access/own-sessions.api.ts';
import type { Caller } from '../platform/action/context.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { idleLimit } from './sessions.queries.ts';

/** Writes down where a session just opened was opened from. */
export async function noteOrigin(database: Transaction<DB>, id: string, { address, device }: Caller): Promise<void> {
  await database.updateTable('session').set({ address, device }).where('id', '=', id).execute();
}

/** The live sessions of an account, the newest use first. */
export async function listLiveSessions(
  database: Transaction<DB>,
  accountId: string,
  currentId: string,
  now: Date,
): Promise<OwnSession[]> {
  const rows = await database
    .selectFrom('session')
    .select(['id', 'started_at', 'last_used_at', 'address', 'device'])
    .where('account_id', '=', accountId)
    .where('closed_at', 'is', null)
    .where('ends_at', '>', now)
    .where('last_used_at', '>', new Date(now.getTime() - idleLimit))
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    current: row.id === currentId,
    startedAt: row.started_at.toISOString(),
    lastUsedAt: row.last_used_at.toISOString(),
    address: row.address,
    device: row.device ?? '',
  }));
}

/** Ends the account's other sessions, or only the one named. Gives how many were still open. */
export async function closeOtherSessions(
  database: Transaction<DB>,
  accountId: string,
  currentId: string,
  now: Date,
  only?: string,
): Promise<number> {
  const closed = await database
    .updateTable('session')
    .set({ closed_at: now })
    .where('account_id', '=', accountId)
    .where('id', '!=', currentId)
    .where('closed_at', 'is', null)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .returning('id')
    .execute();
  return closed.length;
}
