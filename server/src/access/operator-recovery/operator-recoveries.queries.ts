import { sql, type Kysely, type Transaction } from 'kysely';
import type { OperatorRecovery } from '@mangnon/domain/access/operator-recovery.api.ts';
import type { DB } from '../../platform/database/schema.generated.ts';

type Database = Kysely<DB> | Transaction<DB>;

export interface CodeToUse {
  readonly id: string;
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
}

/** Whose code this is, where it can still be used: not spent, not replaced, not too old, its account not disabled. */
export async function findCode(database: Database, codeHash: Buffer, now: Date): Promise<CodeToUse | null> {
  const row = await database
    .selectFrom('operator_recovery')
    .innerJoin('account', 'account.id', 'operator_recovery.account_id')
    .select(['operator_recovery.id', 'account.id as accountId', 'account.login', 'account.name'])
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

interface Row {
  readonly id: string;
  readonly account: OperatorRecovery['account'];
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly open: boolean;
}

/** Where something happened since this person last said to have read about it. */
const untold = (accountId: string) => sql`not exists (select from operator_recovery_seen s
  where s.recovery_id = r.id and s.account_id = ${accountId} and s.seen_at >= coalesce(r.used_at, r.made_at))`;

/** What this person has not read about yet, the newest first. */
export async function listUntoldCodes(
  database: Transaction<DB>,
  accountId: string,
  now: Date,
): Promise<OperatorRecovery[]> {
  const { rows } = await sql<Row>`
    select r.id, json_build_object('id', a.id, 'name', a.name, 'login', a.login) as account, r.made_at as "madeAt",
      r.expires_at as "expiresAt", r.used_at as "usedAt",
      r.used_at is null and r.withdrawn_at is null and r.expires_at > ${now} as open
    from operator_recovery r join account a on a.id = r.account_id
    where ${untold(accountId)} order by r.made_at desc, r.id limit 20`.execute(database);
  return rows.map(({ madeAt, expiresAt, usedAt, ...row }) => ({
    ...row,
    madeAt: madeAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  }));
}

export async function setCodesTold(database: Transaction<DB>, accountId: string, now: Date): Promise<void> {
  await sql`
    insert into operator_recovery_seen (recovery_id, account_id, seen_at)
    select r.id, ${accountId}, ${now} from operator_recovery r where ${untold(accountId)}
    on conflict (recovery_id, account_id) do update set seen_at = excluded.seen_at`.execute(database);
}
