import { sql, type Transaction } from 'kysely';
import type { DB } from './schema.generated.ts';

/**
 * Tells the database who is asking, once, at the start of a transaction. It looks the session and its posts up by
 * itself (app_begin in database/policies/1_context.sql); nothing of the request takes part. Until the transaction
 * ends, the policies show what these posts reach; without this call, or after a session ended, they show nothing.
 */
export async function beginAs(transaction: Transaction<DB>, tokenHash: Buffer): Promise<void> {
  await sql`select app_begin(${tokenHash})`.execute(transaction);
}
