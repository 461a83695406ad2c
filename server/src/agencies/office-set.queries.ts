import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { officeKinds, type OfficeKind, type OfficeRecord } from '@mangnon/domain/agencies/office.ts';
import type { OfficeSet } from '@mangnon/domain/agencies/office-set.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { officeTables, toOfficeRecord } from './office-rows.ts';

export interface StoredOffice {
  readonly record: OfficeRecord;
  readonly withdrawn: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** Every record this person may see that `condition` (on place_id, province_id) picks, in one statement. */
async function loadRecords(database: Kysely<DB>, condition: RawBuilder<unknown>): Promise<StoredOffice[]> {
  const parts = officeKinds.map(
    (kind) => sql`(select coalesce(json_agg(row_to_json(t) order by valid_from, id), '[]')
      from ${sql.table(officeTables[kind])} t where ${condition})`,
  );
  const listed = officeKinds.map((kind, at) => sql`${parts[at]} as ${sql.ref(kind)}`);
  const { rows } = await sql<Record<OfficeKind, Json[]>>`select ${sql.join(listed)}`.execute(database);
  const [found] = rows;
  return officeKinds.flatMap((kind) =>
    (found?.[kind] ?? []).map((row) => ({
      record: toOfficeRecord(kind, row),
      withdrawn: row['withdrawn_at'] !== null,
    })),
  );
}

/** What is written down of one place, what was withdrawn included. */
export async function loadPlaceRecords(database: Kysely<DB>, placeId: string): Promise<StoredOffice[]> {
  return loadRecords(database, sql`place_id = ${placeId}`);
}

/** What counts of some places, by id. */
export async function loadOfficeSet(database: Kysely<DB>, placeIds: readonly string[]): Promise<OfficeSet> {
  const stored = await loadRecords(database, sql`place_id = any(${placeIds}::text[]) and withdrawn_at is null`);
  return new Map(stored.map(({ record }) => [record.id, record]));
}

/** So that two who change the agencies of one province do it one after the other. */
export async function lockProvince(database: Transaction<DB>, placeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(4150008, hashtext(keeping_province(${placeId})))`.execute(database);
}

export interface OfficeReach {
  readonly edit: boolean;
  readonly seeCollaborators: boolean;
}

/** What the posts of the person of this transaction reach in a place: asked of the same functions as the policies. */
export async function findOfficeReach(database: Kysely<DB>, placeId: string): Promise<OfficeReach> {
  const reaches = (operation: string) => sql`(
    ${placeId} = any (app_reach(${operation}, 'core', 'own_place'))
    or keeping_province(${placeId}) = any (app_reach(${operation}, 'core', 'below_place')))`;
  const { rows } = await sql<OfficeReach>`
    select ${reaches('agencies.office.edit')} as edit,
      ${reaches('agencies.collaborator.read')} as "seeCollaborators"`.execute(database);
  return rows[0] ?? { edit: false, seeCollaborators: false };
}

/** The place itself and, of a province, everything below it in any time, what it came from included. */
export async function listPlaceIdsBelow(database: Kysely<DB>, placeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive
      top (id, step) as (
        select ${placeId}::text collate "C", 0
        union
        select s.from_id, step + 1 from top join place_succession s on s.to_id = top.id and s.kind = 'whole'
          join place on place.id = s.from_id and place.level = 'province' where step < 16),
      below (id) as (
        select id from top
        union
        select place.id from below join place on place.parent_id = below.id)
    select id from below`.execute(database);
  return rows.map(({ id }) => id);
}
