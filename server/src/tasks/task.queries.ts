import { sql, type Kysely, type Transaction } from 'kysely';
import type { Span } from '@mangnon/domain/plans/extraction.ts';
import type { Repeating } from '@mangnon/domain/tasks/task-schedule.ts';
import type { Product } from '@mangnon/domain/tasks/task-words.ts';
import type { TaskStatus } from '@mangnon/domain/tasks/task-status.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { headOn } from './head-on.ts';
import { statusOn } from './task-lists.queries.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface TaskRecord {
  readonly id: string;
  readonly words: string;
  readonly agencyId: string;
  readonly placeId: string;
  readonly provinceId: string;
  readonly unit: string;
  readonly requesterPlaceId: string;
  readonly requesterName: string;
  readonly product: Product | null;
  readonly repeats: Repeating;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly assignedAt: Date;
  readonly assignedBy: Person;
  readonly cancelled: { readonly on: string; readonly byText: string; readonly by: Person } | null;
  readonly accountable: { readonly name: string; readonly title: string } | null;
  readonly planId: string;
  readonly planNumber: string | null;
  readonly planTitle: string;
  readonly planTaskId: string;
  readonly text: string;
  readonly section: string;
  readonly span: Span | null;
}

export async function findTask(database: Kysely<DB>, taskId: string, today: string): Promise<TaskRecord | undefined> {
  const { rows } = await sql<TaskRecord>`
    select t.id, t.words, t.agency_id as "agencyId", t.place_id as "placeId", t.province_id as "provinceId", t.unit,
      t.requester_place_id as "requesterPlaceId", r.type || ' ' || r.name as "requesterName",
      case when t.product_kind <> 'none' then json_build_object('kind', t.product_kind, 'words', t.product,
        'figure', case when t.product_value is null then null
          else json_build_object('value', t.product_value::float8, 'unit', t.product_unit) end) end as product,
      t.repeats, t.starts_on as "startsOn", t.ends_on as "endsOn", t.assigned_at as "assignedAt",
      json_build_object('id', a.id, 'name', a.name) as "assignedBy",
      case when t.cancelled_on is not null then json_build_object('on', t.cancelled_on, 'byText', t.cancelled_by_text,
        'by', json_build_object('id', c.id, 'name', c.name)) end as cancelled,
      ${headOn(sql`json_build_object('name', h.name, 'title', h.title)`, {
        placeId: sql`t.place_id`,
        agencyId: sql`t.agency_id`,
        day: sql`${today}::date`,
      })} as accountable,
      plan.id as "planId", plan.number as "planNumber", plan.title as "planTitle", s.id as "planTaskId", s.text,
      s.section, case when s.span_start is not null
        then json_build_object('start', s.span_start, 'end', s.span_end) end as span
    from task t join plan on plan.id = t.plan_id join plan_task s on s.id = t.plan_task_id
    join account a on a.id = t.assigned_by left join account c on c.id = t.cancelled_by
    join place r on r.id = t.requester_place_id
    where t.id = ${taskId}::uuid`.execute(database);
  return rows[0];
}

export interface PeriodRecord {
  readonly id: string;
  readonly period: string;
  readonly startsOn: string;
  readonly dueOn: string | null;
  readonly firstDueOn: string | null;
  readonly doneOn: string | null;
  readonly reportedOn: string | null;
  readonly cancelledOn: string | null;
  readonly status: TaskStatus;
}

export async function listTaskPeriods(database: Kysely<DB>, taskId: string, today: string): Promise<PeriodRecord[]> {
  const { rows } = await sql<PeriodRecord>`
    select p.id, p.period, p.starts_on as "startsOn", p.due_on as "dueOn", p.first_due_on as "firstDueOn",
      p.done_on as "doneOn", p.reported_on as "reportedOn", p.cancelled_on as "cancelledOn", ${statusOn(today)} as status
    from task_period p where p.task_id = ${taskId}::uuid order by p.starts_on, p.period`.execute(database);
  return rows;
}

export interface PeriodLock extends PeriodRecord {
  readonly taskId: string;
  readonly placeId: string;
  readonly provinceId: string;
  readonly unit: string;
  readonly requesterPlaceId: string;
  readonly figureUnit: string | null;
  readonly openTimeRequest: boolean;
  /** Who said that it is done, where that waits for a decision. */
  readonly reportedBy: string | null;
}

/** The period with its scope, locked: two who act on it at once come one after the other. */
export async function lockPeriod(
  database: Transaction<DB>,
  periodId: string,
  today: string,
): Promise<PeriodLock | undefined> {
  const { rows } = await sql<PeriodLock>`
    select p.id, p.task_id as "taskId", p.place_id as "placeId", p.province_id as "provinceId", p.unit,
      p.requester_place_id as "requesterPlaceId", p.period, p.starts_on as "startsOn", p.due_on as "dueOn",
      p.first_due_on as "firstDueOn", p.done_on as "doneOn", p.reported_on as "reportedOn",
      p.cancelled_on as "cancelledOn", ${statusOn(today)} as status,
      (select product_unit from task where id = p.task_id) as "figureUnit",
      exists (select from time_request r where r.period_id = p.id and r.answer is null) as "openTimeRequest",
      (select account.name from progress_report r join account on account.id = r.recorded_by
        where p.reported_on is not null and r.period_id = p.id and r.kind = 'completion'
        order by r.recorded_at desc limit 1) as "reportedBy"
    from task_period p where p.id = ${periodId}::uuid for update of p`.execute(database);
  return rows[0];
}

/** Whether a row is there that this person may read. */
export async function isKnown(
  database: Transaction<DB>,
  table: 'task' | 'task_period' | 'hindrance',
  id: string,
): Promise<boolean> {
  return (await database.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export interface PartyRow {
  readonly id: string;
  readonly agencyId: string | null;
  readonly placeId: string | null;
  readonly person: Person | null;
}

export async function listParties(database: Kysely<DB>, taskId: string): Promise<PartyRow[]> {
  const { rows } = await sql<PartyRow>`
    select t.id, t.with_agency_id as "agencyId", t.with_place_id as "placeId",
      case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as person
    from task_party t left join account a on a.id = t.account_id
    where t.task_id = ${taskId}::uuid and t.ended_at is null order by t.added_at, t.id`.execute(database);
  return rows;
}

export interface EventRow {
  readonly id: string;
  readonly kind: string;
  readonly data: Record<string, unknown>;
  readonly at: Date;
  readonly by: Person;
}

export async function listEvents(database: Kysely<DB>, taskId: string): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select e.id, e.kind, e.data, e.at, json_build_object('id', a.id, 'name', a.name) as by
    from task_event e join account a on a.id = e.by where e.task_id = ${taskId}::uuid order by e.at, e.id`.execute(
    database,
  );
  return rows;
}
