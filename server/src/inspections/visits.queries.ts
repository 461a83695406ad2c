import { sql, type Transaction } from 'kysely';
import type { VisitDates } from '@mangnon/domain/inspections/visit.workflow.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { LeadScope, Scope } from './inspection-scope.ts';

type Database = Transaction<DB>;

export interface NewVisit {
  readonly id: string;
  readonly agency_id: string;
  readonly place_id: string;
  readonly province_id: string;
  readonly planned_on: string;
}

/** Plans visits, however many, in two statements; a visit that stands already stays as it is. How many were written. */
export async function insertVisits(
  database: Database,
  inspection: LeadScope & { readonly id: string },
  visits: readonly NewVisit[],
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<number> {
  if (visits.length === 0) return 0;
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(visits)}::jsonb)
    as w (id uuid, agency_id text, place_id text, province_id text, planned_on date)`;
  await sql`
    insert into inspection_unit (inspection_id, place_id, province_id, unit, for_agency_id, for_place_id, for_province_id)
    select distinct ${inspection.id}::uuid, ${inspection.placeId}, ${inspection.provinceId}, ${inspection.unit},
      w.agency_id, w.place_id, w.province_id from ${wanted}
    on conflict (inspection_id, for_agency_id, for_place_id) do nothing`.execute(database);
  const { rows } = await sql<{ written: number }>`
    with written as (
      insert into inspection_visit (id, unit_id, inspection_id, place_id, province_id, unit, for_place_id,
        for_province_id, for_unit, planned_on)
      select w.id, u.id, u.inspection_id, u.place_id, u.province_id, u.unit, u.for_place_id, u.for_province_id, u.for_unit,
        w.planned_on
      from ${wanted} join inspection_unit u on u.inspection_id = ${inspection.id}::uuid
        and u.for_agency_id = w.agency_id and u.for_place_id = w.place_id
      on conflict (id) do nothing returning *),
    events as (
      insert into inspection_visit_event (id, visit_id, inspection_id, place_id, province_id, unit, for_place_id,
        for_province_id, for_unit, kind, to_day, at, by)
      select gen_random_uuid(), id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit,
        'planned', planned_on, ${now}::timestamptz, ${by}::uuid from written)
    select count(*) as written from written`.execute(database);
  return rows[0]?.written ?? 0;
}

export interface LockedVisit extends Scope, VisitDates {
  readonly id: string;
}

export async function lockVisit(database: Database, id: string): Promise<LockedVisit | undefined> {
  const { rows } = await sql<LockedVisit>`
    select id, unit_id as "unitId", inspection_id as "inspectionId", place_id as "placeId", province_id as "provinceId",
      unit, for_place_id as "forPlaceId", for_province_id as "forProvinceId", for_unit as "forUnit",
      planned_on as "plannedOn", held_on as "heldOn", not_held_reason as "notHeldReason"
    from inspection_visit where id = ${id}::uuid for update`.execute(database);
  return rows[0];
}

/** Whether this act on this visit was written before, by a request that is now repeated. */
export async function isWritten(database: Database, visitId: string, eventId: string): Promise<boolean> {
  const { rows } = await sql`select from inspection_visit_event
    where id = ${eventId}::uuid and visit_id = ${visitId}::uuid`.execute(database);
  return rows.length > 0;
}

export async function setVisit(database: Database, id: string, to: VisitDates): Promise<void> {
  await sql`update inspection_visit set planned_on = ${to.plannedOn}::date, held_on = ${to.heldOn}::date,
    not_held_reason = ${to.notHeldReason} where id = ${id}::uuid`.execute(database);
}
