import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { TopTasks } from '@mangnon/domain/law/top.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { briefJson } from './documents.queries.ts';

export interface DutyRow {
  readonly id: string;
  readonly words: string;
  readonly article: string | null;
}

export interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly of: number;
  readonly withPlan: number;
  /** Of each duty, by its number from 1: in how many of these places a task was made of it. */
  readonly done: Readonly<Record<string, number>> | null;
}

interface Asked {
  readonly documentId: string;
  readonly level: 'province' | 'commune';
  readonly within: string | null;
  readonly on: string;
}

/** The duties of a document in their order: those read in before those told. */
export async function listTopDuties(database: Kysely<DB>, documentId: string): Promise<DutyRow[]> {
  const { rows } = await sql<DutyRow>`
    select i.id, i.words, i.article from law_item i where i.document_id = ${documentId}::uuid
    order by i.is desc, i.position`.execute(database);
  return rows;
}

/**
 * From every duty down to all tasks that make it concrete, by whatever way, each with its plan. Further down is looked only
 * under plans that are carried out by plans of other places than those `without` names: communes that are not asked for
 * are most of all. A circle in old links ends after eight steps.
 */
const reached = (dutyIds: readonly string[], without: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  parent as materialized (
    select c.higher_plan_id as id from plan_carries_out c where c.higher_plan_id is not null and not exists (
      select from plan_place w join place on place.id = w.place_id where w.plan_id = c.plan_id and ${without})
    union select plan_id from legal_text where plan_id is not null),
  reached (n, task_id, plan_id, step) as (
    select duty.n::int, l.plan_task_id, l.plan_id, 1
    from unnest(${dutyIds}::uuid[]) with ordinality as duty (id, n)
    join plan_task_link l on l.higher_id = duty.id and l.state = 'linked'
    union all
    select reached.n, l.plan_task_id, l.plan_id, step + 1
    from reached join parent on parent.id = reached.plan_id
    join plan_task_link l on l.higher_id = reached.task_id and l.state = 'linked' where step < 8),
  stands (plan_id, place_id) as (
    select p.plan_id, p.place_id from plan_place p
    where not exists (select from plan_issue i where i.earlier_plan_id = p.plan_id and i.relation = 'replaces'))`;

const carried = (documentId: string): RawBuilder<unknown> => sql`
  below (id) as (
    select ${documentId}::uuid
    union select c.lower_id from below join law_carries_out c on c.higher_id = below.id),
  carried (place_id) as materialized (
    select distinct p.place_id from below join law_document d on d.id = below.id join stands p on p.plan_id = d.plan_id)`;

/**
 * The places of a level that stand on the day, each with its plan and what it has made of each duty; communes of the
 * whole country are counted by province. A plan that another replaced counts no more. One statement, whatever their
 * number.
 */
export async function listTopPlaces(
  database: Kysely<DB>,
  { documentId, level, within, on }: Asked,
  dutyIds: readonly string[],
): Promise<PlaceRow[]> {
  const byProvince = level === 'commune' && within === null;
  const group = byProvince ? sql`parent_id` : sql`id`;
  const without = sql`place.level = 'commune'
    and (${level} = 'province' or ${within}::text is not null and place.parent_id <> ${within})`;
  const { rows } = await sql<PlaceRow>`
    with recursive ${reached(dutyIds, without)}, ${carried(documentId)},
    standing as materialized (
      select id, ${group} as group_id, row_number() over ()::int as place from place
      where level = ${level} and coalesce(valid_from, known_from) <= ${on}::date
        and (valid_to is null or valid_to >= ${on}::date) and (${within}::text is null or parent_id = ${within})),
    here as materialized (
      select p.plan_id, s.place, s.group_id from stands p join standing s on s.id = p.place_id),
    cell as materialized (
      select here.group_id, here.place, reached.n from reached join here on here.plan_id = reached.plan_id
      group by here.group_id, here.place, reached.n),
    told as (
      select group_id, json_object_agg(n, places) as done
      from (select group_id, n, count(*) as places from cell group by group_id, n) counted group by group_id),
    line as (
      select s.group_id, count(*) as of, count(*) filter (where s.id in (select place_id from carried)
        or s.place in (select place from cell)) as with_plan from standing s group by s.group_id)
    select n.id, n.name, line.of::int as of, line.with_plan::int as "withPlan", told.done
    from line join place_named n on n.id = line.group_id left join told on told.group_id = line.group_id
    order by n.name collate "vi-x-icu", n.id`.execute(database);
  return rows;
}

const most = 200;

/** The tasks by which a place made one duty concrete; with `below`, those of all communes of a province. */
export async function listTopTasks(
  database: Kysely<DB>,
  { dutyId, placeId, below }: { readonly dutyId: string; readonly placeId: string; readonly below: boolean },
): Promise<TopTasks> {
  const { rows } = await sql<TopTasks['tasks'][number] & { total: number }>`
    with recursive ${reached([dutyId], sql`false`)}
    select t.id as "taskId", t.text as words, t.section, ${briefJson('d')} as plan, (count(*) over ())::int as total
    from (select distinct task_id, plan_id from reached) found join plan_task t on t.id = found.task_id
    join stands p on p.plan_id = found.plan_id
    join place on place.id = p.place_id
    left join legal_text lt on lt.plan_id = t.plan_id join law_document d on d.id = coalesce(lt.id, t.plan_id)
    where ${below ? sql`place.parent_id = ${placeId} and place.level = 'commune'` : sql`place.id = ${placeId}`}
    order by d.place_name, d.issued_on, t.position limit ${most}`.execute(database);
  return {
    tasks: rows.map(({ taskId, words, section, plan }) => ({ taskId, words, section, plan })),
    more: Math.max(0, (rows[0]?.total ?? 0) - most),
  };
}
