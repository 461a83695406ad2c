import { sql, type Kysely, type Transaction } from 'kysely';
import type { Recovery } from '@mangnon/domain/access/recovery.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { foldLogin } from './accounts.queries.ts';

type Database = Kysely<DB> | Transaction<DB>;

export async function insertRecovery(
  database: Transaction<DB>,
  started: {
    readonly accountId: string;
    readonly lost: Recovery['lost'];
    readonly by: string;
    readonly firstHash: string;
    readonly expiresAt: Date;
  },
  now: Date,
): Promise<string> {
  const { id } = await database
    .insertInto('recovery')
    .values({
      account_id: started.accountId,
      lost: started.lost,
      started_by: started.by,
      started_at: now,
      first_hash: started.firstHash,
      expires_at: started.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface RecoveryRow {
  readonly id: string;
  readonly account: Recovery['account'];
  readonly lost: Recovery['lost'];
  readonly startedBy: Recovery['startedBy'];
  readonly startedAt: Date;
  readonly confirmedBy: Recovery['startedBy'] | null;
  readonly expiresAt: Date;
}

/** Those that can still be used or confirmed, the oldest first. */
export async function listOpenRecoveries(database: Transaction<DB>, now: Date): Promise<RecoveryRow[]> {
  const { rows } = await sql<RecoveryRow>`
    select r.id, json_build_object('id', a.id, 'name', a.name, 'login', a.login, 'title', a.title) as account, r.lost,
      json_build_object('id', s.id, 'name', s.name) as "startedBy", r.started_at as "startedAt",
      case when c.id is null then null else json_build_object('id', c.id, 'name', c.name) end as "confirmedBy",
      r.expires_at as "expiresAt"
    from recovery r join account a on a.id = r.account_id join account s on s.id = r.started_by
    left join account c on c.id = r.confirmed_by
    where r.used_at is null and r.withdrawn_at is null and r.expires_at > ${now}
    order by r.started_at, r.id`.execute(database);
  return rows;
}

/** Whose recovery this is, locked, where it is still open. */
export async function lockOpenRecovery(database: Transaction<DB>, id: string, now: Date) {
  const row = await database
    .selectFrom('recovery')
    .select(['id', 'account_id as accountId', 'started_by as startedBy', 'confirmed_by as confirmedBy'])
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function setConfirmed(
  database: Transaction<DB>,
  confirmed: { readonly id: string; readonly by: string; readonly secondHash: string },
  now: Date,
): Promise<void> {
  await database
    .updateTable('recovery')
    .set({ confirmed_by: confirmed.by, confirmed_at: now, second_hash: confirmed.secondHash })
    .where('id', '=', confirmed.id)
    .execute();
}

/** Stops whatever recovery of the account was not used yet; gives how many. */
export async function withdrawRecoveries(
  database: Transaction<DB>,
  accountId: string,
  by: string,
  now: Date,
): Promise<number> {
  const { numUpdatedRows } = await database
    .updateTable('recovery')
    .set({ withdrawn_at: now, withdrawn_by: by })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export interface RecoveryToUse {
  readonly id: string;
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly firstHash: string;
  readonly secondHash: string | null;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly expiresAt: Date;
}

/** The last recovery of the account with this sign-in name. */
export async function findRecoveryToUse(database: Database, login: string): Promise<RecoveryToUse | null> {
  const row = await database
    .selectFrom('recovery')
    .innerJoin('account', 'account.id', 'recovery.account_id')
    .select([
      'recovery.id',
      'account.id as accountId',
      'account.login',
      'account.name',
      'first_hash as firstHash',
      'second_hash as secondHash',
      'used_at as usedAt',
      'withdrawn_at as withdrawnAt',
      'expires_at as expiresAt',
    ])
    .where('login_folded', '=', foldLogin(login))
    .where('account.disabled_at', 'is', null)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
