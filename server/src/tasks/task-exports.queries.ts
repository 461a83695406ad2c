import { sql, type Kysely } from 'kysely';
import { writePlaceName } from '@mangnon/domain/tasks/unit-name.ts';
import type { TaskStatus } from '@mangnon/domain/tasks/task-status.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import type { TaskFilter } from '@mangnon/domain/tasks/tasks.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { unitKey } from './units.queries.ts';
import { conditionsOf, statusOn } from './task-lists.queries.ts';

/** Who coordinates on a task: a unit by its ids, or a person by name. */
interface Party {
  readonly agencyId: string | null;
  readonly placeId: string | null;
  readonly person: string | null;
}

export interface ExportRow {
  readonly planName: string;
  readonly words: string;
  readonly agencyId: string;
  readonly placeId: string;
  readonly parties: readonly Party[];
  readonly period: string;
  readonly startsOn: string;
  readonly dueOn: string | null;
  readonly firstDueOn: string | null;
  readonly doneOn: string | null;
  readonly reportedOn: string | null;
  readonly status: TaskStatus;
}

const partiesOf = sql`coalesce((select json_agg(json_build_object('agencyId', y.with_agency_id, 'placeId', y.with_place_id,
  'person', a.name) order by y.added_at, y.id) from task_party y left join account a on a.id = y.account_id
  where y.task_id = t.id and y.ended_at is null), '[]')`;

/** The same periods in the same order as the list on screen, at most so many. */
export async function listExported(
  database: Kysely<DB>,
  filter: TaskFilter,
  today: string,
  most: number,
): Promise<ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    select coalesce(plan.number, plan.title) as "planName", t.words, t.agency_id as "agencyId", t.place_id as "placeId",
      ${partiesOf} as parties, p.period, p.starts_on as "startsOn", p.due_on as "dueOn", p.first_due_on as "firstDueOn",
      p.done_on as "doneOn", p.reported_on as "reportedOn", ${statusOn(today)} as status
    from task_period p join task t on t.id = p.task_id join plan on plan.id = p.plan_id
    where ${conditionsOf(filter, today)}
    order by p.due_on nulls last, t.place_id, p.id limit ${most}`.execute(database);
  return rows;
}

/** What the ids of a filter are called, in one question. */
export async function findFilterNames(
  database: Kysely<DB>,
  { planId, planTaskId, agencyId, placeId, provinceId, headId, deciderId }: TaskFilter,
): Promise<
  Readonly<Record<'plan' | 'sentence' | 'agency' | 'place' | 'province' | 'head' | 'decider', string | null>>
> {
  const placeName = (id: string | undefined) => sql<{ type: string; name: string } | null>`(select json_build_object(
    'type', coalesce(c.type, p.type), 'name', coalesce(c.name, p.name)) from place p
    left join lateral (select t.type, t.name from place_type_change t where t.place_id = p.id
      order by t.from_day desc limit 1) c on true where p.id = ${id ?? null})`;
  const { rows } = await sql<{
    plan: string | null;
    sentence: string | null;
    agency: string | null;
    place: { type: string; name: string } | null;
    province: { type: string; name: string } | null;
    decider: { type: string; name: string } | null;
    head: string | null;
  }>`
    select (select coalesce(number, title) from plan where id = ${planId ?? null}::uuid) as plan,
      (select text from plan_task where id = ${planTaskId ?? null}::uuid) as sentence,
      (select name from agency where id = ${agencyId ?? null}) as agency,
      ${placeName(placeId)} as place, ${placeName(provinceId)} as province,
      ${placeName(deciderId)} as decider,
      (select name from office_head where id::text = ${headId ?? null}) as head`.execute(database);
  const [found] = rows;
  const written = (one: { type: string; name: string } | null | undefined) =>
    one == null ? null : writePlaceName(one.type, one.name);
  return {
    plan: found?.plan ?? null,
    sentence: found?.sentence ?? null,
    agency: found?.agency ?? null,
    place: written(found?.place),
    province: written(found?.province),
    decider: written(found?.decider),
    head: headId === 'none' ? 'Chưa ghi' : (found?.head ?? null),
  };
}

export interface ProgressRow {
  readonly planTaskId: string;
  readonly agencyId: string;
  readonly placeId: string;
  readonly parties: readonly Party[];
  readonly period: string;
  readonly dueOn: string | null;
  readonly firstDueOn: string | null;
  readonly doneOn: string | null;
  readonly waits: boolean;
  readonly status: TaskStatus;
  readonly result: string | null;
  readonly figure: number | null;
  readonly figureUnit: string | null;
}

/**
 * Every period of a plan as it stood at the end of a day, as far as is known today: what was given, done, cancelled or
 * reported later counts as not yet. The due day is the one that holds today. With `unit` those of this unit alone.
 */
export async function listProgress(
  database: Kysely<DB>,
  planId: string,
  on: string,
  unit: UnitRef | null = null,
): Promise<ProgressRow[]> {
  const upTo = sql`(${on}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
  const { rows } = await sql<ProgressRow>`
    select t.plan_task_id as "planTaskId", t.agency_id as "agencyId", t.place_id as "placeId", ${partiesOf} as parties,
      p.period, p.due_on as "dueOn", p.first_due_on as "firstDueOn", d.done_on as "doneOn",
      (d.done_on is null and p.cancelled_on is null and coalesce(last.kind = 'completion' and last.waits, false)) as waits,
      task_status(p.starts_on, p.due_on, d.done_on, case when p.cancelled_on <= ${on}::date then p.cancelled_on end,
        ${on}::date) as status,
      last.words as result, last.figure::float8 as figure, last.figure_unit as "figureUnit"
    from task_period p join task t on t.id = p.task_id
    cross join lateral (select case when p.done_on <= ${on}::date then p.done_on end as done_on) d
    left join lateral (
      select r.kind, r.words, r.figure, r.figure_unit,
        not exists (select from progress_decision x where x.report_id = r.id and x.decided_at < ${upTo}) as waits
      from progress_report r
      where r.period_id = p.id and r.recorded_at < ${upTo} and not exists (select from progress_decision x
        where x.report_id = r.id and x.decision = 'sent_back' and x.decided_at < ${upTo})
      order by r.recorded_at desc limit 1) last on true
    where p.plan_id = ${planId}::uuid and t.assigned_at < ${upTo} and ${unit === null ? sql`true` : sql`p.unit = ${unitKey(unit)}`}
    order by p.due_on nulls last, t.place_id, t.agency_id, p.period`.execute(database);
  return rows;
}
