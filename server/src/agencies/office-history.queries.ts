import { sql, type Kysely } from 'kysely';
import type { OfficeKind } from '@mangnon/domain/agencies/office.ts';
import type { OfficeState } from '@mangnon/domain/agencies/office-history.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { officeTables, toOfficeRecord } from './office-rows.ts';

interface Row {
  readonly version: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly name: string | null;
  readonly title: string | null;
}

/**
 * A record of a place as it stood from writing to writing, oldest first, as it stands now last: one statement. Empty
 * where there is none, or where the policies do not show it to the person of this transaction.
 */
export async function listOfficeStates(
  database: Kysely<DB>,
  { kind, recordId, placeId }: { readonly kind: OfficeKind; readonly recordId: string; readonly placeId: string },
): Promise<OfficeState[]> {
  const table = sql.table(officeTables[kind]);
  const { rows } = await sql<Row>`
    with stands as (select to_jsonb(t) as version from ${table} t where id = ${recordId} and place_id = ${placeId}),
      states as (
        select version, until from office_version
          where record_id = ${recordId} and place_id = ${placeId} and exists (select from stands)
        union all
        select version, 'infinity' from stands)
    select version, version ->> 'recorded_at' as at, account.name, account.title
    from states left join account on account.id = (version ->> 'recorded_by')::uuid
    order by until, at`.execute(database);
  return rows.map(({ version, at, name, title }) => ({
    record: toOfficeRecord(kind, version),
    withdrawn: version['withdrawn_at'] !== null,
    at: new Date(at).toISOString(),
    by: name === null ? null : { name, title: title ?? '' },
  }));
}
