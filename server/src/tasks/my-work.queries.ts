import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Operation } from '@mangnon/domain/access/operations.ts';
import { grantsOf } from '@mangnon/domain/access/posts.access.ts';
import type { RowRule } from '@mangnon/domain/access/posts.ts';
import type { HeldPost } from '@mangnon/domain/access/reach.ts';
import type { MyWork } from '@mangnon/domain/tasks/tasks.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { listedColumns, type ListedPeriod } from './task-lists.queries.ts';

type Database = Transaction<DB>;

export function heldBy(held: readonly HeldPost[], operation: Operation, rule: RowRule): HeldPost[] {
  return held.filter(({ post }) => (grantsOf[post][operation] ?? []).some(({ rows }) => rows.includes(rule)));
}

/** Whose work is a person's own: of the agency a post is held in, else of the whole place. */
export interface OwnWork {
  readonly places: readonly string[];
  readonly units: readonly string[];
}

/**
 * Where a person's own work lies, by an operation. Who may act for others besides (a lead officer, for departments that
 * have no account) does not find their work here.
 */
export function ownWorkOf(held: readonly HeldPost[], operation: Operation): OwnWork {
  const acting = [...heldBy(held, operation, 'own_place'), ...heldBy(held, operation, 'own_agency')];
  return {
    places: acting.flatMap(({ unit, placeId }) => (unit === null ? (placeId ?? []) : [])),
    units: acting.flatMap(({ unit }) => unit ?? []),
  };
}

function mineOf(held: readonly HeldPost[]): RawBuilder<unknown> {
  const { places, units } = ownWorkOf(held, 'tasks.progress.report');
  return sql`(p.place_id = any(${places}::text[]) or p.unit = any(${units}::text[]))`;
}

function decidedBy(held: readonly HeldPost[]): RawBuilder<unknown> {
  const places = heldBy(held, 'tasks.progress.decide', 'own_place').flatMap(({ placeId }) => placeId ?? []);
  return sql`p.requester_place_id = any(${places}::text[])`;
}

export type WorkPart = 'overdue' | 'dueSoon' | 'underWay' | 'sentBack' | 'toDecide' | 'waitingForOthers';

/** No list of the day is longer; the rest stands in the list of tasks. */
const most = 200;

export interface WorkRow extends ListedPeriod {
  readonly part: WorkPart;
}

/** What waits for a person, each part soonest due first, in one question. */
export async function listWork(
  database: Database,
  held: readonly HeldPost[],
  { today, soon }: { readonly today: string; readonly soon: string },
): Promise<WorkRow[]> {
  const lastDecision = sql`(select d.decision from progress_report r join progress_decision d on d.report_id = r.id
    where r.period_id = p.id order by d.decided_at desc limit 1)`;
  const open = sql`p.done_on is null and p.cancelled_on is null and p.starts_on <= ${today}::date`;
  const part = sql<WorkPart>`case
    when p.reported_on is not null and ${decidedBy(held)} then 'toDecide'
    when not ${mineOf(held)} then null
    when p.reported_on is not null then 'waitingForOthers'
    when ${lastDecision} = 'sent_back' then 'sentBack'
    when p.due_on < ${today}::date then 'overdue'
    when p.due_on <= ${soon}::date then 'dueSoon' else 'underWay' end`;
  const { rows } = await sql<WorkRow>`
    select * from (
      select x.*, row_number() over (partition by x.part order by x."dueOn" nulls last, x."periodId") as place
      from (select ${listedColumns(today)}, ${part} as part
        from task_period p join task t on t.id = p.task_id join plan on plan.id = p.plan_id
        where ${open} and (${mineOf(held)} or p.reported_on is not null and ${decidedBy(held)})) x
      where x.part is not null) y
    where y.place <= ${most} order by y.part, y.place`.execute(database);
  return rows;
}

export type ToAnswerRow = Omit<MyWork['toAnswer'][number], 'unit' | 'since'> & {
  readonly agencyId: string;
  readonly placeId: string;
  readonly since: Date;
};

/** Requests for more time and hindrances that wait for this person's answer, oldest first. */
export async function listToAnswer(database: Database, held: readonly HeldPost[]): Promise<ToAnswerRow[]> {
  const placesOf = (operation: Operation) =>
    heldBy(held, operation, 'own_place').flatMap(({ placeId }) => placeId ?? []);
  const answering = placesOf('tasks.hindrance.answer');
  const deciding = placesOf('tasks.progress.decide');
  if (answering.length + deciding.length === 0) return [];
  const { rows } = await sql<ToAnswerRow>`
    select x.*, t.agency_id as "agencyId", t.place_id as "placeId" from (
      select 'time_request' as kind, r.id, p.task_id as "taskId", p.id as "periodId", r.reason as words,
        r.asked_at as since
      from time_request r join task_period p on p.id = r.period_id
      where r.answer is null and r.requester_place_id = any(${deciding}::text[])
      union all
      select 'hindrance', h.id, p.task_id, p.id, h.words, h.raised_at
      from hindrance h join task_period p on p.id = h.period_id
      where h.state = 'open' and h.with_place_id = any(${answering}::text[])) x
    join task t on t.id = x."taskId" order by x.since limit ${most}`.execute(database);
  return rows;
}
