import type { Kysely, Transaction } from 'kysely';
import type { ProviderIdentity } from '@mangnon/domain/access/oidc.api.ts';
import type { DB } from '../../platform/database/schema.generated.ts';

type Database = Kysely<DB> | Transaction<DB>;

/** Whose account it is, by issuer and subject alone. */
export async function findLinkedAccount(database: Database, issuer: string, subject: string): Promise<string | null> {
  const row = await database
    .selectFrom('provider_identity')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.account_id ?? null;
}

/** Locked until the end of the transaction, so that two who link one account do it one after the other. */
export async function isAccount(database: Transaction<DB>, accountId: string): Promise<boolean> {
  const row = await database
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function findIdentity(
  database: Database,
  accountId: string,
  issuer: string,
): Promise<ProviderIdentity | null> {
  const row = await database
    .selectFrom('provider_identity')
    .select(['subject', 'linked_at'])
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  return row === undefined ? null : { issuer, subject: row.subject, linkedAt: row.linked_at.toISOString() };
}

interface Link {
  readonly accountId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly linkedBy: string;
}

/** In the place of the one before; `false` where the identity is linked to another account. */
export async function linkIdentity(database: Transaction<DB>, link: Link, now: Date): Promise<boolean> {
  await unlinkIdentity(database, link.accountId, link.issuer);
  const inserted = await database
    .insertInto('provider_identity')
    .values({
      issuer: link.issuer,
      subject: link.subject,
      account_id: link.accountId,
      linked_by: link.linkedBy,
      linked_at: now,
    })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function unlinkIdentity(database: Transaction<DB>, accountId: string, issuer: string): Promise<void> {
  await database
    .deleteFrom('provider_identity')
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .execute();
}
