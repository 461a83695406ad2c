import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '../../platform/database/schema.generated.ts';
import { foldLogin } from '../accounts.queries.ts';

/** Whether the schema knows such codes at all. */
export async function knowsCodes(database: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('operator_recovery') is not null as there`.execute(database);
  return rows[0]?.there === true;
}

export interface Administrator {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly asked: boolean;
}

/** Who administers this installation today, by sign-in name; `asked` is the one with this sign-in name. */
export async function listAdministrators(database: Transaction<DB>, login: string): Promise<Administrator[]> {
  const { rows } = await sql<Administrator>`
    select a.id, a.login, a.name, a.login_folded = ${foldLogin(login)} as asked from account a
    where a.disabled_at is null and not a.demo and exists (
      select from post_holding h where h.account_id = a.id and h.post = 'system_administrator' and h.ended_at is null
        and h.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
        and coalesce(h.valid_to, 'infinity') >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
    order by a.login_folded`.execute(database);
  return rows;
}

/**
 * A new code in the place of one not used yet, and its row in the trail of the account. Under the login of the owner:
 * the role the server works under may not write here.
 */
export async function insertCode(
  database: Transaction<DB>,
  made: { readonly accountId: string; readonly codeHash: Buffer; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
  const { accountId, codeHash, expiresAt } = made;
  await sql`set local role none`.execute(database);
  await database
    .updateTable('operator_recovery')
    .set({ withdrawn_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  const { id } = await database
    .insertInto('operator_recovery')
    .values({ account_id: accountId, code_hash: codeHash, made_at: now, expires_at: expiresAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`set local role mangnon_app`.execute(database);
  await database
    .insertInto('audit_event')
    .values({
      at: now,
      request_id: randomUUID(),
      address: '127.0.0.1',
      action: 'access.operator_recovery.create',
      outcome: 'accepted',
      target: JSON.stringify({ accountId }),
      details: JSON.stringify({ operatorRecoveryId: id }),
      chain: `account:${accountId}`,
      subjects: [`account:${accountId}`],
    })
    .execute();
}
