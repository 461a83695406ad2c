import { sql, type Kysely } from 'kysely';
import { mostInspections, type InspectionRow } from '@mangnon/domain/inspections/inspections.api.ts';
import type { RecommendationDates } from '@mangnon/domain/inspections/recommendation.workflow.ts';
import type { VisitDates } from '@mangnon/domain/inspections/visit.workflow.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export type ListedInspection = Omit<InspectionRow, 'lead' | 'visits' | 'recommendations'> &
  UnitRef & {
    readonly visits: readonly VisitDates[];
    readonly recommendations: readonly RecommendationDates[];
  };

/** Latest first, with the days everything in it stands by. Cut at `mostInspections`. */
export async function findInspections(
  database: Kysely<DB>,
  planId: string | undefined,
): Promise<{ readonly rows: readonly ListedInspection[]; readonly total: number }> {
  const { rows } = await sql<ListedInspection & { readonly total: number }>`
    select i.id, i.plan_id as "planId", plan.number as "planNumber", plan.title as "planTitle", i.kind, i.basis,
      i.agency_id as "agencyId", i.place_id as "placeId", i.starts_on as "startsOn", i.ends_on as "endsOn",
      i.called_off_on as "calledOffOn", count(*) over () as total,
      coalesce((select json_agg(json_build_object('plannedOn', v.planned_on, 'heldOn', v.held_on,
          'notHeldReason', v.not_held_reason) order by v.planned_on)
        from inspection_visit v where v.inspection_id = i.id), '[]') as visits,
      coalesce((select json_agg(json_build_object('state', r.state, 'dueOn', r.due_on, 'settledOn', r.settled_on))
        from recommendation r where r.inspection_id = i.id), '[]') as recommendations,
      (select json_build_object('number', c.number, 'issuedOn', c.issued_on) from inspection_conclusion c
        where c.inspection_id = i.id
          and not exists (select from inspection_conclusion n where n.corrects_id = c.id)) as concluded
    from inspection i join plan on plan.id = i.plan_id
    where ${planId ?? null}::uuid is null or i.plan_id = ${planId ?? null}::uuid
    order by i.starts_on desc, i.id limit ${mostInspections}`.execute(database);
  return { rows, total: rows[0]?.total ?? 0 };
}

export interface UnitWithTasks extends UnitRef {
  readonly provinceId: string;
  readonly tasks: number;
}

/** The units that hold tasks of a plan, cancelled ones left out. */
export async function listUnitsWithTasks(database: Kysely<DB>, planId: string): Promise<UnitWithTasks[]> {
  const { rows } = await sql<UnitWithTasks>`
    select agency_id as "agencyId", place_id as "placeId", province_id as "provinceId", count(*) as tasks
    from task where plan_id = ${planId}::uuid and cancelled_on is null
    group by agency_id, place_id, province_id order by place_id, agency_id`.execute(database);
  return rows;
}

export async function listPlaceNames(
  database: Kysely<DB>,
  ids: readonly string[],
): Promise<{ readonly placeId: string; readonly placeName: string }[]> {
  const { rows } = await sql<{ placeId: string; placeName: string }>`
    select p.id as "placeId", coalesce(c.type, p.type) || ' ' || coalesce(c.name, p.name) as "placeName" from place p
    left join lateral (select t.type, t.name from place_type_change t where t.place_id = p.id
      order by t.from_day desc limit 1) c on true
    where p.id = any(${ids}::text[]) order by p.id`.execute(database);
  return rows;
}

export async function findPlanName(
  database: Kysely<DB>,
  planId: string,
): Promise<{ readonly number: string | null; readonly title: string } | undefined> {
  return database.selectFrom('plan').select(['number', 'title']).where('id', '=', planId).executeTakeFirst();
}
