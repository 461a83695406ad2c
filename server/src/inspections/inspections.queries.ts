import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { InspectionHead } from '@mangnon/domain/inspections/inspection-words.ts';
import type { Inspection } from '@mangnon/domain/inspections/inspections.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { LeadScope, Scope } from './inspection-scope.ts';

type Database = Transaction<DB>;

export type InspectionRecord = LeadScope &
  Pick<
    Inspection,
    'id' | 'plan' | 'kind' | 'basis' | 'members' | 'startsOn' | 'endsOn' | 'contents' | 'version' | 'createdBy'
  > & {
    readonly agencyId: string;
    readonly createdAt: Date;
    readonly calledOff: { readonly on: string; readonly reason: string; readonly by: Inspection['createdBy'] } | null;
    readonly calledOffAt: Date | null;
  };

const shown: RawBuilder<unknown> = sql`i.id, i.agency_id as "agencyId", i.place_id as "placeId",
  i.province_id as "provinceId", i.unit, i.kind, i.basis, i.members, i.starts_on as "startsOn", i.ends_on as "endsOn",
  i.contents, i.version, i.created_at as "createdAt", json_build_object('id', a.id, 'name', a.name) as "createdBy",
  json_build_object('id', plan.id, 'number', plan.number, 'title', plan.title) as plan,
  case when i.called_off_on is not null then json_build_object('on', i.called_off_on, 'reason', i.called_off_reason,
    'by', (select json_build_object('id', o.id, 'name', o.name) from account o where o.id = i.called_off_by)) end
    as "calledOff", i.called_off_at as "calledOffAt"`;

export async function findInspection(database: Kysely<DB>, id: string): Promise<InspectionRecord | undefined> {
  const { rows } = await sql<InspectionRecord>`
    select ${shown} from inspection i join plan on plan.id = i.plan_id join account a on a.id = i.created_by
    where i.id = ${id}::uuid`.execute(database);
  return rows[0];
}

export interface StandingConclusion {
  readonly id: string;
  readonly number: string;
}

export interface LockedInspection extends LeadScope {
  readonly id: string;
  readonly planId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly version: number;
  readonly basis: string;
  readonly calledOff: { readonly on: string; readonly reason: string } | null;
  /** The conclusion that stands: issued, and not corrected. */
  readonly conclusion: StandingConclusion | null;
}

/** An inspection with what decides about it, locked: two who act on it at once come one after the other. */
export async function lockInspection(database: Database, id: string): Promise<LockedInspection | undefined> {
  const { rows } = await sql<LockedInspection>`
    select i.id, i.plan_id as "planId", i.place_id as "placeId", i.province_id as "provinceId", i.unit,
      i.starts_on as "startsOn", i.ends_on as "endsOn", i.version, i.basis,
      case when i.called_off_on is not null
        then json_build_object('on', i.called_off_on, 'reason', i.called_off_reason) end as "calledOff",
      (select json_build_object('id', c.id, 'number', c.number) from inspection_conclusion c
        where c.inspection_id = i.id
          and not exists (select from inspection_conclusion n where n.corrects_id = c.id)) as conclusion
    from inspection i where i.id = ${id}::uuid for update of i`.execute(database);
  return rows[0];
}

/** Who made the inspection with this id, and of which plan; for a request that is repeated. */
export async function findMade(
  database: Database,
  id: string,
): Promise<{ readonly createdBy: string; readonly planId: string } | undefined> {
  const { rows } = await sql<{ createdBy: string; planId: string }>`
    select created_by as "createdBy", plan_id as "planId" from inspection where id = ${id}::uuid`.execute(database);
  return rows[0];
}

const columnsOf = ({ kind, basis, members, startsOn, endsOn, contents }: Omit<InspectionHead, 'lead'>) => ({
  kind,
  basis,
  members: JSON.stringify(members),
  starts_on: startsOn,
  ends_on: endsOn,
  contents,
});

/** Whether it was written: `false` where the id stands for something this person does not see. */
export async function insertInspection(
  database: Database,
  made: { readonly id: string; readonly planId: string; readonly provinceId: string; readonly head: InspectionHead },
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<boolean> {
  const { id, planId, provinceId, head } = made;
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('inspection')
    .values({
      id,
      plan_id: planId,
      agency_id: head.lead.agencyId,
      place_id: head.lead.placeId,
      province_id: provinceId,
      ...columnsOf(head),
      created_at: now,
      created_by: by,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function setHead(database: Database, id: string, head: Omit<InspectionHead, 'lead'>): Promise<void> {
  await database
    .updateTable('inspection')
    .set((change) => ({ ...columnsOf(head), version: change('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function setCalledOff(
  database: Database,
  id: string,
  { on, reason }: { readonly on: string; readonly reason: string },
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  await database
    .updateTable('inspection')
    .set({ called_off_on: on, called_off_reason: reason, called_off_at: now, called_off_by: by })
    .where('id', '=', id)
    .execute();
}

/** A unit of this inspection with its scope. */
export async function findUnitOf(
  database: Database,
  inspectionId: string,
  unitIds: readonly string[],
): Promise<Map<string, Scope>> {
  if (unitIds.length === 0) return new Map();
  const { rows } = await sql<Scope>`
    select id as "unitId", inspection_id as "inspectionId", place_id as "placeId", province_id as "provinceId", unit,
      for_place_id as "forPlaceId", for_province_id as "forProvinceId", for_unit as "forUnit"
    from inspection_unit where inspection_id = ${inspectionId}::uuid and id = any(${unitIds}::uuid[])`.execute(
    database,
  );
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** Whether a row is there that this person may read. */
export async function isKnown(
  database: Database,
  table: 'inspection' | 'inspection_visit' | 'inspection_finding' | 'recommendation' | 'recommendation_report',
  id: string,
): Promise<boolean> {
  return (await database.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
