import { sql, type Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';

const action = 'cases.glass.end';

export async function hasGlassEnd(database: Transaction<DB>, glassId: string): Promise<boolean> {
  const found = await database
    .selectFrom('audit_event')
    .select('id')
    .where(sql<boolean>`subjects @> ${[`glass:${glassId}`]} and subjects <> '{}'`)
    .where('action', '=', action)
    .executeTakeFirst();
  return found !== undefined;
}

/** Of the person who broke it, from the server itself, under the call that broke it. */
export async function insertGlassEnd(
  database: Transaction<DB>,
  glass: { readonly glassId: string; readonly caseId: string; readonly accountId: string; readonly requestId: string },
  at: Date,
): Promise<void> {
  const { glassId, caseId, accountId, requestId } = glass;
  await database
    .insertInto('audit_event')
    .values({
      at,
      request_id: requestId,
      account_id: accountId,
      address: '127.0.0.1',
      action,
      outcome: 'accepted',
      target: JSON.stringify({ caseId }),
      details: JSON.stringify({ glassId }),
      chain: `case:${caseId}`,
      subjects: [`case:${caseId}`, `glass:${glassId}`],
    })
    .execute();
}
