import { CompiledQuery, type Transaction } from 'kysely';
import type { DB } from './schema.generated.ts';

/**
 * The one statement by which a transaction begins to ask as somebody, with the hash of the session's token: app_begin
 * (database/policies/1_context.sql) finds out who that is, and the role it answers, whose policies are those of this kind of
 * reach, is stepped into until the transaction ends. Outside the function, in which no role may be changed.
 */
export const begin = `select set_config('role', app_begin($1), true) as role`;

/**
 * Tells the database who is asking, once, at the start of a transaction. It looks the session and its posts up by
 * itself; nothing of the request takes part. Until the transaction ends, the policies show what these posts reach;
 * without this call, or after a session ended, they show nothing.
 */
export async function beginAs(transaction: Transaction<DB>, tokenHash: Buffer): Promise<void> {
  await transaction.executeQuery(CompiledQuery.raw(begin, [tokenHash]));
}
