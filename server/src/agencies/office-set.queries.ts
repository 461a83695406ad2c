import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { officeKinds, type OfficeKind, type OfficeRecord } from '@mangnon/domain/agencies/office.ts';
import type { OfficeSet } from '@mangnon/domain/agencies/office-set.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { officeTables, toOfficeRecord } from './office-rows.ts';

export interface StoredOffice {
  readonly record: OfficeRecord;
  readonly withdrawn: boolean;
  /** How many earlier versions the person of this transaction may read. */
  readonly versions: number;
}

type Json = Readonly<Record<string, unknown>>;

interface Picked {
  /** On place_id. */
  readonly places: RawBuilder<unknown>;
  /** Leaves out what was withdrawn. */
  readonly counting: boolean;
}

/** Every record of some places this person may see, in one statement, each with the number of its earlier versions. */
async function loadRecords(database: Kysely<DB>, { places, counting }: Picked): Promise<StoredOffice[]> {
  const parts = officeKinds.map(
    (kind) => sql`(select coalesce(json_agg(to_jsonb(t) || jsonb_build_object('versions', coalesce(past.versions, 0))
        order by valid_from, id), '[]')
      from ${sql.table(officeTables[kind])} t left join past on past.record_id = t.id
      where ${places} ${counting ? sql`and withdrawn_at is null` : sql``})`,
  );
  const listed = officeKinds.map((kind, at) => sql`${parts[at]} as ${sql.ref(kind)}`);
  const { rows } = await sql<Record<OfficeKind, Json[]>>`
    with past as (select record_id, count(*) as versions from office_version where ${places} group by record_id)
    select ${sql.join(listed)}`.execute(database);
  const [found] = rows;
  return officeKinds.flatMap((kind) =>
    (found?.[kind] ?? []).map((row) => ({
      record: toOfficeRecord(kind, row),
      withdrawn: row['withdrawn_at'] !== null,
      versions: Number(row['versions']),
    })),
  );
}

/** What is written down of one place, what was withdrawn included. */
export async function loadPlaceRecords(database: Kysely<DB>, placeId: string): Promise<StoredOffice[]> {
  return loadRecords(database, { places: sql`place_id = ${placeId}`, counting: false });
}

/** What counts of some places, by id. */
export async function loadOfficeSet(database: Kysely<DB>, placeIds: readonly string[]): Promise<OfficeSet> {
  const places = sql`place_id = any(${placeIds}::text[])`;
  const stored = await loadRecords(database, { places, counting: true });
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
