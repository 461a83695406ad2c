import { sql, type Kysely, type Transaction } from 'kysely';
import type { Due, Span } from '@mangnon/domain/plans/extraction.ts';
import type { PrintedAgency } from '@mangnon/domain/tasks/propose-units.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export interface PlanToAssign {
  readonly id: string;
  readonly issuedOn: string | null;
  readonly placeId: string | null;
  readonly placeLevel: 'province' | 'district' | 'commune' | null;
  readonly placeName: string | null;
  readonly provinceId: string | null;
  /** Last year named by a due day or a target; what a plan without a word about its end runs to. */
  readonly lastYear: number | null;
}

export async function findPlanToAssign(database: Kysely<DB>, planId: string): Promise<PlanToAssign | undefined> {
  const { rows } = await sql<PlanToAssign>`
    select plan.id, issued_on as "issuedOn", place.id as "placeId", place.level as "placeLevel",
      place.type || ' ' || place.name as "placeName", coalesce(place.parent_id, place.id) as "provinceId",
      greatest((select max(extract(year from due_to))::int from plan_task where plan_id = plan.id),
        (select max(year) from plan_target where plan_id = plan.id)) as "lastYear"
    from plan left join plan_place on plan_place.plan_id = plan.id left join place on place.id = plan_place.place_id
    where plan.id = ${planId}::uuid`.execute(database);
  return rows[0];
}

export interface SentenceRow {
  readonly planTaskId: string;
  readonly position: number;
  readonly text: string;
  readonly section: string;
  readonly span: Span | null;
  readonly due: Due | null;
  readonly agencies: readonly (PrintedAgency & { readonly role: 'lead' | 'coordinating' })[];
  readonly given: readonly {
    readonly taskId: string;
    readonly agencyId: string;
    readonly placeId: string;
    readonly cancelled: boolean;
  }[];
}

/** Every sentence of a plan with its agencies as the register knows them on the day, and what is given already. */
export async function listSentences(database: Kysely<DB>, planId: string, today: string): Promise<SentenceRow[]> {
  const { rows } = await sql<SentenceRow>`
    select t.id as "planTaskId", t.position, t.text, t.section,
      case when t.span_start is not null then json_build_object('start', t.span_start, 'end', t.span_end) end as span,
      case when t.due_text is not null
        then json_build_object('from', t.due_from, 'to', t.due_to, 'text', t.due_text) end as due,
      coalesce((select json_agg(json_build_object('role', g.role, 'printed', g.printed, 'agencyId', a.id,
          'level', a.level, 'several', coalesce(a.several, false),
          'ended', coalesce(a.valid_to < ${today}::date, false), 'successorId', s.id, 'successorLevel', s.level)
          order by g.role desc, g.position)
        from plan_task_agency g left join agency a on a.id = g.agency_id
        left join lateral (
          -- Where the duties for children went, else the only one it went into.
          select b.id, b.level from agency b where b.id = coalesce(
            (select min(d.to_id) from duty_transfer d where d.from_id = a.id and 'children' = any(d.duties)
              having count(distinct d.to_id) = 1),
            (select min(n.to_id) from agency_succession n where n.from_id = a.id having count(*) = 1))
            and (b.valid_to is null or b.valid_to >= ${today}::date)) s on a.valid_to < ${today}::date
        where g.task_id = t.id), '[]') as agencies,
      coalesce((select json_agg(json_build_object('taskId', k.id, 'agencyId', k.agency_id, 'placeId', k.place_id,
          'cancelled', k.cancelled_on is not null) order by k.place_id, k.agency_id)
        from task k where k.plan_task_id = t.id), '[]') as given
    from plan_task t where t.plan_id = ${planId}::uuid order by t.position`.execute(database);
  return rows;
}

export interface NewTask {
  readonly id: string;
  readonly plan_task_id: string;
  readonly agency_id: string;
  readonly place_id: string;
  readonly province_id: string;
  readonly words: string;
  readonly folded: string;
  readonly product_kind: string;
  readonly product: string | null;
  readonly product_value: number | null;
  readonly product_unit: string | null;
  readonly repeats: string;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly periods: readonly { readonly period: string; readonly startsOn: string; readonly dueOn: string | null }[];
  readonly parties: readonly { readonly agencyId: string; readonly placeId: string }[];
}

interface Given {
  readonly planId: string;
  readonly requesterPlaceId: string;
  readonly by: string;
  readonly now: Date;
}

/**
 * Writes tasks with their periods, parties and history in one statement each, however many they are. A sentence that a
 * unit has already is left as it is. Gives the ids of the tasks written and the number of their periods.
 */
export async function insertTasks(
  database: Transaction<DB>,
  { planId, requesterPlaceId, by, now }: Given,
  tasks: readonly NewTask[],
): Promise<{ readonly taskIds: readonly string[]; readonly periods: number }> {
  const { rows } = await sql<{ taskIds: string[]; periods: number }>`
    with wanted as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as w (id uuid, plan_task_id uuid, agency_id text,
        place_id text, province_id text, words text, folded text, product_kind text, product text,
        product_value numeric, product_unit text, repeats text, starts_on date, ends_on date, periods jsonb,
        parties jsonb)),
    written as (
      insert into task (id, plan_id, plan_task_id, agency_id, place_id, province_id, requester_place_id, words, folded,
        product_kind, product, product_value, product_unit, repeats, starts_on, ends_on, assigned_at, assigned_by)
      select id, ${planId}::uuid, plan_task_id, agency_id, place_id, province_id, ${requesterPlaceId}, words, folded,
        product_kind, product, product_value, product_unit, repeats, starts_on, ends_on, ${now}::timestamptz, ${by}::uuid
      from wanted on conflict (plan_task_id, agency_id, place_id) do nothing
      returning id, place_id, province_id, unit, requester_place_id),
    -- Keys of rows written in this very statement are looked at when it ends, so the parts may come together.
    periods as (
      insert into task_period (task_id, plan_id, place_id, province_id, unit, requester_place_id, period, starts_on,
        due_on, first_due_on)
      select t.id, ${planId}::uuid, t.place_id, t.province_id, t.unit, t.requester_place_id, p.period, p."startsOn",
        p."dueOn", p."dueOn"
      from written t join wanted w using (id)
      cross join jsonb_to_recordset(w.periods) as p (period text, "startsOn" date, "dueOn" date)
      returning id),
    parties as (
      insert into task_party (task_id, place_id, province_id, unit, requester_place_id, with_agency_id, with_place_id,
        added_at, added_by)
      select t.id, t.place_id, t.province_id, t.unit, t.requester_place_id, p."agencyId", p."placeId",
        ${now}::timestamptz, ${by}::uuid
      from written t join wanted w using (id) cross join jsonb_to_recordset(w.parties) as p ("agencyId" text, "placeId" text)),
    events as (
      insert into task_event (task_id, place_id, province_id, unit, requester_place_id, kind, data, at, by)
      select t.id, t.place_id, t.province_id, t.unit, t.requester_place_id, 'assigned',
        jsonb_build_object('startsOn', w.starts_on, 'endsOn', w.ends_on, 'repeats', w.repeats), ${now}::timestamptz,
        ${by}::uuid
      from written t join wanted w using (id))
    select (select coalesce(json_agg(id), '[]') from written) as "taskIds", (select count(*) from periods) as periods`.execute(
    database,
  );
  return rows[0] ?? { taskIds: [], periods: 0 };
}

/** The tasks asked for, locked, with what decides about cancelling them. */
export async function lockTasks(
  database: Transaction<DB>,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly requesterPlaceId: string; readonly cancelledByText: string | null }[]> {
  const { rows } = await sql<{ id: string; requesterPlaceId: string; cancelledByText: string | null }>`
    select id, requester_place_id as "requesterPlaceId", cancelled_by_text as "cancelledByText" from task
    where id = any(${ids}::uuid[]) order by id for update`.execute(database);
  return rows;
}

/** Cancels tasks and what of their periods is not done; gives the tasks that were cancelled now. */
export async function cancelTaskRows(
  database: Transaction<DB>,
  ids: readonly string[],
  { on, byText, by, now }: { readonly on: string; readonly byText: string; readonly by: string; readonly now: Date },
): Promise<string[]> {
  const { rows } = await sql<{ cancelled: string[] }>`
    with hit as (
      update task set cancelled_on = ${on}::date, cancelled_by_text = ${byText}, cancelled_by = ${by}::uuid
      where id = any(${ids}::uuid[]) and cancelled_on is null
      returning id, place_id, province_id, unit, requester_place_id),
    periods as (
      update task_period p set cancelled_on = ${on}::date, reported_on = null, entered_on = null from hit
      where p.task_id = hit.id and p.done_on is null and p.cancelled_on is null),
    events as (
      insert into task_event (task_id, place_id, province_id, unit, requester_place_id, kind, data, at, by)
      select id, place_id, province_id, unit, requester_place_id, 'cancelled',
        jsonb_build_object('on', ${on}::text, 'byText', ${byText}::text), ${now}::timestamptz, ${by}::uuid from hit)
    select coalesce(json_agg(id), '[]') as cancelled from hit`.execute(database);
  return rows[0]?.cancelled ?? [];
}
