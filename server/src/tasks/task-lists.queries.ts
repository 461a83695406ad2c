import { sql, type Kysely, type RawBuilder } from 'kysely';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import { taskStatuses, type TaskStatus } from '@mangnon/domain/tasks/task-status.ts';
import {
  mostRows,
  type entries,
  type moves,
  type overviewGroups,
  type TaskFilter,
  type waitings,
} from '@mangnon/domain/tasks/tasks.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { headOfPeriod } from './head-on.ts';
import { unitKey } from './units.queries.ts';

/** The status of the period `p` on a day, by the function of the database. */
export const statusOn = (today: string): RawBuilder<TaskStatus> =>
  sql`task_status(p.starts_on, p.due_on, p.done_on, p.cancelled_on, ${today}::date)`;

/**
 * How the period `p` would stand had its first due day been kept, by the same function; null where the day was never moved.
 * What was given no day at first, and one later, was not moved.
 */
export const statusByFirst = (today: string): RawBuilder<TaskStatus | null> => sql`case when p.due_on <> p.first_due_on
  then task_status(p.starts_on, p.first_due_on, p.done_on, p.cancelled_on, ${today}::date) end`;

/** What is counted of rows `x` that carry `first_status`. */
export const movedColumns = sql`count(x.first_status) as "dueMoved",
  count(*) filter (where x.first_status in ('under_way_overdue', 'done_late')) as "lateByFirst"`;

const moved = (today: string): Readonly<Record<(typeof moves)[number], RawBuilder<unknown>>> => ({
  any: sql`p.due_on <> p.first_due_on`,
  late: sql`${statusByFirst(today)} in ('under_way_overdue', 'done_late')`,
});

const entered: Readonly<Record<(typeof entries)[number], RawBuilder<unknown>>> = {
  after_due: sql`p.done_on <= p.due_on and p.entered_on > p.due_on`,
  later: sql`p.entered_on > p.done_on`,
};

/** What waits for an answer, with the column of the place that has to give it. */
const waiting = (deciderId: string | undefined): Readonly<Record<(typeof waitings)[number], RawBuilder<unknown>>> => {
  const by = (column: RawBuilder<unknown>) => (deciderId === undefined ? sql`true` : sql`${column} = ${deciderId}`);
  return {
    report: sql`p.reported_on is not null and ${by(sql`p.requester_place_id`)}`,
    time: sql`exists (select from time_request r where r.period_id = p.id and r.answer is null
      and ${by(sql`r.requester_place_id`)})`,
    hindrance: sql`exists (select from hindrance h where h.period_id = p.id and h.state = 'open'
      and ${by(sql`h.with_place_id`)})`,
  };
};

/** Of an agency in one place, a unit; of an agency alone, the agency wherever it stands. No look at the task is needed. */
function isOfAgency(agencyId: string, placeId: string | undefined): RawBuilder<unknown> {
  return placeId === undefined
    ? sql`split_part(p.unit, '|', 1) = ${agencyId}`
    : sql`p.unit = ${unitKey({ agencyId, placeId })}`;
}

/** What a filter leaves, over `task_period p`; joined with `task t` where it names a sentence or words. */
export function conditionsOf(filter: TaskFilter, today: string): RawBuilder<unknown> {
  const { planId, planTaskId, provinceId, placeId, agencyId, status, dueFrom, dueTo, q } = filter;
  const { dueSoFar, dueNone, headId } = filter;
  const words = fold(q ?? '')
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word}%`);
  const parts = [
    planId !== undefined && sql`p.plan_id = ${planId}::uuid`,
    planTaskId !== undefined && sql`t.plan_task_id = ${planTaskId}::uuid`,
    provinceId !== undefined && sql`p.province_id = ${provinceId}`,
    placeId !== undefined && sql`p.place_id = ${placeId}`,
    agencyId !== undefined && isOfAgency(agencyId, placeId),
    status !== undefined && sql`${statusOn(today)} = ${status}`,
    dueSoFar !== undefined && sql`${statusOn(today)} in ('done_on_time', 'done_late', 'under_way_overdue')`,
    filter.entered !== undefined && entered[filter.entered],
    filter.dueMoved !== undefined && moved(today)[filter.dueMoved],
    filter.waitsFor !== undefined && waiting(filter.deciderId)[filter.waitsFor],
    headId !== undefined && sql`${headOfPeriod(today)} is not distinct from ${headId === 'none' ? null : headId}::uuid`,
    dueFrom !== undefined && sql`p.due_on >= ${dueFrom}::date`,
    dueTo !== undefined && sql`p.due_on <= ${dueTo}::date`,
    dueNone !== undefined && sql`p.due_on is null`,
    words.length > 0 && sql`t.folded like all(${words}::text[])`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

export interface ListedPeriod {
  readonly periodId: string;
  readonly taskId: string;
  readonly planId: string;
  readonly planNumber: string | null;
  readonly words: string;
  readonly agencyId: string;
  readonly placeId: string;
  readonly period: string;
  readonly startsOn: string;
  readonly dueOn: string | null;
  readonly firstDueOn: string | null;
  readonly doneOn: string | null;
  readonly reportedOn: string | null;
  readonly status: TaskStatus;
  readonly hindrances: number;
}

export const listedColumns = (today: string) => sql`p.id as "periodId", t.id as "taskId", p.plan_id as "planId",
  plan.number as "planNumber", t.words, t.agency_id as "agencyId", t.place_id as "placeId", p.period,
  p.starts_on as "startsOn", p.due_on as "dueOn", p.first_due_on as "firstDueOn", p.done_on as "doneOn",
  p.reported_on as "reportedOn", ${statusOn(today)} as status,
  (select count(*) from hindrance h where h.period_id = p.id and h.state = 'open') as hindrances`;

/** Soonest due first; what has no due day last. Cut at `mostRows`. */
export async function listPeriods(database: Kysely<DB>, filter: TaskFilter, today: string): Promise<ListedPeriod[]> {
  const { rows } = await sql<ListedPeriod>`
    select ${listedColumns(today)}
    from task_period p join task t on t.id = p.task_id join plan on plan.id = p.plan_id
    where ${conditionsOf(filter, today)}
    order by p.due_on nulls last, t.place_id, p.id limit ${mostRows}`.execute(database);
  return rows;
}

export async function countPeriods(database: Kysely<DB>, filter: TaskFilter, today: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from task_period p join task t on t.id = p.task_id
    where ${conditionsOf(filter, today)}`.execute(database);
  return rows[0]?.total ?? 0;
}

export type OverviewGroup = (typeof overviewGroups)[number];

const keyOf: Readonly<Record<OverviewGroup, RawBuilder<string>>> = {
  agency: sql`split_part(p.unit, '|', 1)`,
  place: sql`split_part(p.unit, '|', 2)`,
  month: sql`coalesce(to_char(p.due_on, 'YYYY-MM'), '')`,
  plan: sql`p.plan_id::text`,
  plan_task: sql`t.plan_task_id::text`,
};

export type GroupRow = Readonly<Record<TaskStatus, number>> & { readonly key: string } & Readonly<
    Record<'waiting' | 'dueMoved' | 'lateByFirst', number>
  >;

/**
 * How many periods stand in each status, by group. Each row is counted once, so that the parts add up; the table of tasks
 * is joined only where the group or the filter needs it.
 */
export async function countByGroup(
  database: Kysely<DB>,
  filter: TaskFilter,
  by: OverviewGroup,
  today: string,
): Promise<GroupRow[]> {
  const needsTask = by === 'plan_task' || filter.planTaskId !== undefined;
  const counts = taskStatuses.map(
    (status) => sql`count(*) filter (where x.status = ${sql.lit(status)}) as ${sql.ref(status)}`,
  );
  const { rows } = await sql<GroupRow>`
    select x.key, count(*) filter (where x.reported_on is not null) as waiting, ${movedColumns},
      ${sql.join(counts)}
    from (select ${keyOf[by]} as key, p.reported_on, ${statusOn(today)} as status, ${statusByFirst(today)} as first_status
      from task_period p ${needsTask ? sql`join task t on t.id = p.task_id` : sql``}
      where ${conditionsOf(filter, today)}) x
    group by x.key order by x.key`.execute(database);
  return rows;
}

/** Names of what the groups are of; a month has none. */
export async function listGroupNames(
  database: Kysely<DB>,
  by: OverviewGroup,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (by === 'month' || keys.length === 0) return new Map();
  const from = {
    agency: sql`select id as key, name from agency where id = any(${keys}::text[])`,
    place: sql`select p.id as key, coalesce(c.type, p.type) || ' ' || coalesce(c.name, p.name) as name from place p
      left join lateral (select t.type, t.name from place_type_change t where t.place_id = p.id
        order by t.from_day desc limit 1) c on true where p.id = any(${keys}::text[])`,
    plan: sql`select id::text as key, coalesce(number || ' ', '') || title as name from plan where id = any(${keys}::uuid[])`,
    plan_task: sql`select id::text as key, text as name from plan_task where id = any(${keys}::uuid[])`,
  }[by];
  const { rows } = await sql<{ key: string; name: string }>`${from}`.execute(database);
  return new Map(rows.map(({ key, name }) => [key, name]));
}

export interface HeatRow {
  readonly planTaskId: string;
  readonly agencyId: string;
  readonly placeId: string;
  readonly taskId: string;
  readonly status: TaskStatus;
}

/**
 * One row for each task of a plan: the status that most asks for attention among its periods that have begun; overdue
 * before under way before done late before done, cancelled last.
 */
export async function listHeat(
  database: Kysely<DB>,
  { planId, agencyId }: { readonly planId: string; readonly agencyId: string | undefined },
  today: string,
): Promise<HeatRow[]> {
  const { rows } = await sql<HeatRow>`
    select distinct on (t.id) t.plan_task_id as "planTaskId", t.agency_id as "agencyId", t.place_id as "placeId",
      t.id as "taskId", s.status
    from task t join task_period p on p.task_id = t.id
    cross join lateral (select ${statusOn(today)} as status) s
    where t.plan_id = ${planId}::uuid and (${agencyId ?? null}::text is null or t.agency_id = ${agencyId ?? null})
    order by t.id, array_position(array['under_way_overdue', 'under_way_in_time', 'done_late', 'done_on_time',
      'not_yet_due_to_start', 'cancelled'], s.status)`.execute(database);
  return rows;
}

export async function listSentencesOf(
  database: Kysely<DB>,
  planId: string,
): Promise<{ readonly planTaskId: string; readonly position: number; readonly words: string }[]> {
  const { rows } = await sql<{ planTaskId: string; position: number; words: string }>`
    select id as "planTaskId", position, text as words from plan_task where plan_id = ${planId}::uuid
    order by position`.execute(database);
  return rows;
}
