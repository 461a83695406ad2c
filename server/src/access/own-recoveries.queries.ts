import { sql, type Transaction } from 'kysely';
import type { OwnRecovery } from '@mangnon/domain/access/recovery.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';

interface Row {
  readonly id: string;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly confirmedBy: string | null;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly open: boolean;
}

/** Where something happened since the person last said to have read about it; what they stopped themselves they know. */
const untold = (accountId: string) => sql`r.account_id = ${accountId} and r.withdrawn_by is distinct from r.account_id
  and coalesce(r.told_at, '-infinity') < coalesce(r.used_at, r.withdrawn_at, r.started_at)`;

export async function listUntold(database: Transaction<DB>, accountId: string, now: Date): Promise<OwnRecovery[]> {
  const { rows } = await sql<Row>`
    select r.id, s.name as "startedBy", r.started_at as "startedAt", c.name as "confirmedBy", r.used_at as "usedAt",
      r.withdrawn_at as "withdrawnAt", r.used_at is null and r.withdrawn_at is null and r.expires_at > ${now} as open
    from recovery r join account s on s.id = r.started_by left join account c on c.id = r.confirmed_by
    where ${untold(accountId)} order by r.started_at desc limit 20`.execute(database);
  return rows.map(({ startedAt, usedAt, withdrawnAt, open, ...row }) => ({
    ...row,
    startedAt: startedAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    can: { stop: open },
  }));
}

export async function setTold(database: Transaction<DB>, accountId: string, now: Date): Promise<void> {
  await sql`update recovery r set told_at = ${now} where ${untold(accountId)}`.execute(database);
}
