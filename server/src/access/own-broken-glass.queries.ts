import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** The glass of a person that is open now, the first to close first. */
export async function listOwnBrokenGlass(
  database: Transaction<DB>,
  accountId: string,
): Promise<Session['brokenGlass']> {
  const rows = await database
    .selectFrom('broken_glass')
    .select(['id', 'case_id as caseId', 'until'])
    .where('account_id', '=', accountId)
    .where('until', '>', sql<Date>`now()`)
    .orderBy('until')
    .execute();
  return rows.map(({ until, ...glass }) => ({ ...glass, until: until.toISOString() }));
}
