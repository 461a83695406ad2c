import { sql, type Transaction } from 'kysely';
import type { TaskStatus } from '@mangnon/domain/tasks/task-status.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { statusOn } from './task-lists.queries.ts';

type Database = Transaction<DB>;

export interface ChosenRow {
  readonly periodId: string;
  readonly taskId: string;
  readonly words: string;
  readonly agencyId: string;
  readonly placeId: string;
  readonly unit: string;
  readonly requesterPlaceId: string;
  readonly startsOn: string;
  readonly dueOn: string | null;
  readonly reportedOn: string | null;
  readonly status: TaskStatus;
  readonly openTimeRequest: boolean;
  readonly remindedToday: boolean;
}

/** The chosen periods in the order of the list; those this person may change are locked first, in the order of their ids. */
export async function lockChosen(database: Database, ids: readonly string[], today: string): Promise<ChosenRow[]> {
  await sql`select id from task_period where id = any(${ids}::uuid[]) order by id for update`.execute(database);
  const { rows } = await sql<ChosenRow>`
    select p.id as "periodId", t.id as "taskId", left(t.words, 300) as words, t.agency_id as "agencyId",
      t.place_id as "placeId", p.unit, p.requester_place_id as "requesterPlaceId", p.starts_on as "startsOn",
      p.due_on as "dueOn", p.reported_on as "reportedOn", ${statusOn(today)} as status,
      exists (select from time_request r where r.period_id = p.id and r.answer is null) as "openTimeRequest",
      exists (select from task_event e where e.task_id = t.id and e.kind = 'reminded' and e.data ->> 'on' = ${today})
        as "remindedToday"
    from task_period p join task t on t.id = p.task_id
    where p.id = any(${ids}::uuid[]) order by p.due_on nulls last, t.place_id, p.id`.execute(database);
  return rows;
}

interface Who {
  readonly by: string;
  readonly now: Date;
}

/** Notes in the history of tasks that their units were reminded on a day. A second one of the day is not written. */
export async function noteReminded(
  database: Database,
  taskIds: readonly string[],
  today: string,
  { by, now }: Who,
): Promise<void> {
  await sql`
    insert into task_event (task_id, place_id, province_id, unit, requester_place_id, kind, data, at, by)
    select id, place_id, province_id, unit, requester_place_id, 'reminded', jsonb_build_object('on', ${today}::text),
      ${now}::timestamptz, ${by}::uuid
    from task where id = any(${taskIds}::uuid[])
    on conflict do nothing`.execute(database);
}

/** Moves the due day of periods; each keeps in its history from which day, and why. Gives how many were moved. */
export async function moveManyDue(
  database: Database,
  periodIds: readonly string[],
  { dueOn, reason }: { readonly dueOn: string; readonly reason: string },
  { by, now }: Who,
): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    with before as (select * from task_period where id = any(${periodIds}::uuid[])),
    moved as (update task_period p set due_on = ${dueOn}::date from before where p.id = before.id returning p.id),
    told as (
      insert into task_event (task_id, place_id, province_id, unit, requester_place_id, period_id, kind, data, at, by)
      select task_id, place_id, province_id, unit, requester_place_id, id, 'due_moved',
        jsonb_build_object('from', due_on, 'to', ${dueOn}::text, 'periodId', id, 'reason', ${reason}::text),
        ${now}::timestamptz, ${by}::uuid from before)
    select count(*) as moved from moved`.execute(database);
  return rows[0]?.moved ?? 0;
}

/** Lets units and people take part in tasks; who does already stays. Gives the tasks that somebody was added to. */
export async function addManyParties(
  database: Database,
  taskIds: readonly string[],
  added: { readonly units: readonly UnitRef[]; readonly people: readonly string[]; readonly reason: string },
  { by, now }: Who,
): Promise<string[]> {
  const { rows } = await sql<{ taskId: string }>`
    with party as (
      select agency_id, place_id, null::uuid as account_id
      from unnest(${added.units.map(({ agencyId }) => agencyId)}::text[],
        ${added.units.map(({ placeId }) => placeId)}::text[]) as unit (agency_id, place_id)
      union all select null, null, id from unnest(${added.people}::uuid[]) as person (id)
    ), fresh as (
      insert into task_party (task_id, place_id, province_id, unit, requester_place_id, with_agency_id, with_place_id,
        account_id, added_at, added_by)
      select t.id, t.place_id, t.province_id, t.unit, t.requester_place_id, party.agency_id, party.place_id,
        party.account_id, ${now}::timestamptz, ${by}::uuid
      from task t cross join party where t.id = any(${taskIds}::uuid[])
      on conflict do nothing
      returning task_id, with_agency_id, with_place_id, account_id
    ), told as (
      insert into task_event (task_id, place_id, province_id, unit, requester_place_id, kind, data, at, by)
      select t.id, t.place_id, t.province_id, t.unit, t.requester_place_id, 'party_added', jsonb_build_object(
        'units', coalesce(jsonb_agg(jsonb_build_object('agencyId', f.with_agency_id, 'placeId', f.with_place_id))
          filter (where f.account_id is null), '[]'),
        'people', coalesce(jsonb_agg(f.account_id) filter (where f.account_id is not null), '[]'),
        'reason', ${added.reason}::text), ${now}::timestamptz, ${by}::uuid
      from fresh f join task t on t.id = f.task_id group by t.id
      returning task_id)
    select task_id as "taskId" from told order by task_id`.execute(database);
  return rows.map(({ taskId }) => taskId);
}
