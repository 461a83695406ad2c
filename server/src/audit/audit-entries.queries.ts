import { sql, type Transaction } from 'kysely';
import { auditPageSize, type AuditEntry } from '@mangnon/domain/access/audit.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export interface AuditQuestion {
  readonly record?: string | undefined;
  readonly personId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: string | undefined;
}

export interface AuditPage {
  readonly entries: AuditEntry[];
  readonly next: string | null;
}

/** Midnight in Viet Nam at the beginning of a day; there is no summer time. */
function midnight(day: string, days = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + days * 86_400_000);
}

/** Newest first. Rows of the same instant are kept apart by their id, so that no page leaves one out. */
export async function listEntries(database: Transaction<DB>, asked: AuditQuestion): Promise<AuditPage> {
  const { record, personId, from, to, after } = asked;
  let query = database
    .selectFrom('audit_event as event')
    .leftJoin('account', 'account.id', 'event.account_id')
    .select([
      'event.id',
      'event.at',
      'event.account_id',
      'account.name',
      'account.title',
      sql<string>`host(event.address)`.as('address'),
      'event.action',
      'event.refusal_code',
      'event.subjects',
    ])
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(auditPageSize + 1);
  // The second condition is the index's own.
  if (record !== undefined) query = query.where(sql<boolean>`event.subjects @> ${[record]} and event.subjects <> '{}'`);
  if (personId !== undefined) query = query.where('event.account_id', '=', personId);
  if (from !== undefined) query = query.where('event.at', '>=', midnight(from));
  if (to !== undefined) query = query.where('event.at', '<', midnight(to, 1));
  const [at, id] = after?.split('~') ?? [];
  if (at !== undefined && id !== undefined) {
    query = query.where(sql<boolean>`(event.at, event.id) < (${new Date(at)}, ${Number(id)})`);
  }
  const rows = await query.execute();
  const entries = rows.slice(0, auditPageSize).map((row): AuditEntry => ({
    id: row.id,
    at: row.at.toISOString(),
    person: row.account_id === null ? null : { id: row.account_id, name: row.name ?? '', title: row.title ?? '' },
    address: row.address,
    action: row.action,
    refusal: row.refusal_code,
    records: row.subjects,
  }));
  const last = entries.at(-1);
  const more = rows.length > auditPageSize && last !== undefined;
  return { entries, next: more ? `${last.at}~${last.id}` : null };
}

export async function findPersonName(database: Transaction<DB>, personId: string): Promise<string | null> {
  const found = await database.selectFrom('account').select('name').where('id', '=', personId).executeTakeFirst();
  return found?.name ?? null;
}

/** What a record is called, by the statement that asks for those of its kind; a child or a case has no name here. */
const namings: Readonly<Record<string, (database: Transaction<DB>, ids: string[]) => Promise<Named[]>>> = {
  account: (database, ids) =>
    database
      .selectFrom('account')
      .select(['id', 'name'])
      .where(sql`id::text`, 'in', ids)
      .execute(),
  place: (database, ids) =>
    database
      .selectFrom('place')
      .select(['id', sql<string>`type || ' ' || name`.as('name')])
      .where('id', 'in', ids)
      .execute(),
  plan: (database, ids) =>
    database
      .selectFrom('plan')
      .select(['id', 'title as name'])
      .where(sql`id::text`, 'in', ids)
      .execute(),
};

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The names of those records that have one, by record. */
export async function nameRecords(
  database: Transaction<DB>,
  records: readonly string[],
): Promise<Record<string, string>> {
  const asked = Object.entries(namings).map(async ([kind, find]) => {
    const ids = records
      .filter((record) => record.startsWith(`${kind}:`))
      .map((record) => record.slice(kind.length + 1));
    const found = ids.length === 0 ? [] : await find(database, [...new Set(ids)]);
    return found.map(({ id, name }): [string, string] => [`${kind}:${id}`, name]);
  });
  return Object.fromEntries((await Promise.all(asked)).flat());
}
