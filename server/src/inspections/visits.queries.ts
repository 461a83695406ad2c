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

export interface PlannedVisit extends Scope {
  readonly id: string;
  readonly plannedOn: string;
}

const visitColumns = sql`v.id, v.unit_id as "unitId", v.inspection_id as "inspectionId", v.place_id as "placeId",
  v.province_id as "provinceId", v.unit, v.for_place_id as "forPlaceId", v.for_province_id as "forProvinceId",
  v.for_unit as "forUnit", v.planned_on as "plannedOn"`;

/** Plans visits, however many, in two statements; a visit that stands already stays as it is. Those that were written. */
export async function insertVisits(
  database: Database,
  inspection: LeadScope & { readonly id: string },
  visits: readonly NewVisit[],
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<PlannedVisit[]> {
  if (visits.length === 0) return [];
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(visits)}::jsonb)
    as w (id uuid, agency_id text, place_id text, province_id text, planned_on date)`;
  await sql`
    insert into inspection_unit (inspection_id, place_id, province_id, unit, for_agency_id, for_place_id, for_province_id)
    select distinct ${inspection.id}::uuid, ${inspection.placeId}, ${inspection.provinceId}, ${inspection.unit},
      w.agency_id, w.place_id, w.province_id from ${wanted}
    on conflict (inspection_id, for_agency_id, for_place_id) do nothing`.execute(database);
  const { rows } = await sql<PlannedVisit>`
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
    select ${visitColumns} from written v order by v.planned_on, v.id`.execute(database);
  return rows;
}

/** Visits that were only planned: what falls when the inspection is called off. */
export async function listPlanned(database: Database, inspectionId: string): Promise<PlannedVisit[]> {
  const { rows } = await sql<PlannedVisit>`
    select ${visitColumns} from inspection_visit v where v.inspection_id = ${inspectionId}::uuid
      and v.held_on is null and v.not_held_reason is null order by v.planned_on, v.id`.execute(database);
  return rows;
}

export interface LockedVisit extends Scope, VisitDates {
  readonly id: string;
  /** Of its inspection. */
  readonly basis: string;
  readonly calledOff: boolean;
}

/** A visit, locked after its inspection: nothing is written of it while that is being called off. */
export async function lockVisit(database: Database, id: string): Promise<LockedVisit | undefined> {
  const { rows } = await sql<LockedVisit>`
    select ${visitColumns}, v.held_on as "heldOn", v.not_held_reason as "notHeldReason", i.basis,
      i.called_off_on is not null as "calledOff"
    from inspection i join inspection_visit v on v.inspection_id = i.id
    where v.id = ${id}::uuid for update of i, v`.execute(database);
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
