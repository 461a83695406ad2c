import { sql, type Kysely, type RawBuilder } from 'kysely';
import { taskStatuses } from '@mangnon/domain/tasks/task-status.ts';
import type { UnitFigures } from '@mangnon/domain/tasks/unit-figures.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { answerableDay, headOn } from './head-on.ts';
import { committeeKind } from './sister-units.queries.ts';
import { figureColumns, periodColumns, presentFigures, type FigureColumns } from './unit-figures.queries.ts';

export interface Stint {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const stint = sql`json_build_object('id', h.id, 'name', h.name, 'title', h.title, 'validFrom', h.valid_from,
  'validTo', h.valid_to)`;

/** Whose tasks: all of these provinces, all units in these places, and these units. */
export interface FiguresScope {
  readonly provinces: readonly string[];
  readonly places: readonly string[];
  readonly units: readonly { readonly agencyId: string; readonly placeId: string }[];
}

/** Each part names what an index begins with; a part that names nothing is left out, and its index with it. */
export function within({ provinces, places, units }: FiguresScope): RawBuilder<unknown> {
  const parts = [
    provinces.length > 0 && sql`p.province_id = any(${provinces}::text[])`,
    places.length > 0 && sql`p.place_id = any(${places}::text[])`,
    units.length > 0 &&
      sql`p.place_id = any(${units.map(({ placeId }) => placeId)}::text[])
        and p.unit = any(${units.map(({ agencyId, placeId }) => `${agencyId}|${placeId}`)}::text[])`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? sql`false` : sql.join(parts, sql` or `);
}

export interface HeadRow {
  readonly agencyId: string;
  readonly placeId: string;
  readonly head: Stint | null;
  readonly figures: UnitFigures;
}

/**
 * How the periods of each unit stand, by the person who headed it on the day that counts (head-on.ts). They are counted by
 * unit and day first, so that the register of heads is asked once for each day and not for each period.
 */
export async function listHeads(database: Kysely<DB>, scope: FiguresScope, today: string): Promise<HeadRow[]> {
  const summed = [...taskStatuses, 'coveredUp', 'enteredLater', 'waiting', 'dueMoved', 'lateByFirst'].map(
    (name) => sql`sum(${sql.ref(`d.${name}`)})::int as ${sql.ref(name)}`,
  );
  const { rows } = await sql<FigureColumns & Omit<HeadRow, 'figures'>>`
    with days as materialized (
      select x.unit, x.day, ${figureColumns}
      from (select p.unit, ${answerableDay(today)} as day, ${periodColumns(today)} from task_period p
        where ${within(scope)}) x
      group by x.unit, x.day),
    headed as (
      select d.*, split_part(d.unit, '|', 1) as agency_id, split_part(d.unit, '|', 2) as place_id from days d),
    told as materialized (
      select d.*, ${headOn(sql`h.id`, {
        placeId: sql`d.place_id`,
        agencyId: sql`d.agency_id`,
        day: sql`d.day`,
      })} as head_id from headed d)
    select d.agency_id as "agencyId", d.place_id as "placeId", ${sql.join(summed)},
      max(d."longestEntry") as "longestEntry", (select ${stint} from office_head h where h.id = d.head_id) as head
    from told d group by d.agency_id, d.place_id, d.head_id`.execute(database);
  return rows.map(({ agencyId, placeId, head, ...row }) => ({ agencyId, placeId, head, figures: presentFigures(row) }));
}

/** Whose time in office this is; none where the register has no such row. */
export async function findHead(
  database: Kysely<DB>,
  id: string,
): Promise<{ readonly name: string; readonly title: string } | null> {
  const found = await database
    .selectFrom('office_head')
    .select(['name', 'title'])
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return found ?? null;
}

export interface DeciderRow {
  readonly placeId: string;
  readonly kind: 'report' | 'time' | 'hindrance';
  readonly count: number;
  readonly since: string | null;
}

/** Periods that wait for the answer of these places, or of any place of these provinces, and since when the oldest does. */
export async function listWaiting(
  database: Kysely<DB>,
  { provinces, places }: Pick<FiguresScope, 'provinces' | 'places'>,
): Promise<DeciderRow[]> {
  const { rows } = await sql<DeciderRow>`
    with asked as materialized (
      select id from place where id = any(${[...provinces, ...places]}::text[]) or parent_id = any(${provinces}::text[]))
    select requester_place_id as "placeId", 'report' as kind, count(*), min(entered_on) as since
    from task_period where reported_on is not null and requester_place_id in (select id from asked) group by 1
    union all
    select requester_place_id, 'time', count(distinct period_id),
      min((asked_at at time zone 'Asia/Ho_Chi_Minh')::date)
    from time_request where answer is null and requester_place_id in (select id from asked) group by 1
    union all
    select with_place_id, 'hindrance', count(distinct period_id),
      min((raised_at at time zone 'Asia/Ho_Chi_Minh')::date)
    from hindrance where state = 'open' and with_place_id in (select id from asked) group by 1`.execute(database);
  return rows;
}

/** Who heads the people’s committee of these places today, by place. A plan of a place is its committee’s. */
export async function findCommitteeHeads(
  database: Kysely<DB>,
  placeIds: readonly string[],
  today: string,
): Promise<Map<string, Stint | null>> {
  if (placeIds.length === 0) return new Map();
  const head = headOn(stint, {
    placeId: sql`p.id`,
    agencyId: sql`any(array(select id from agency where kind = ${committeeKind}))`,
    day: sql`${today}::date`,
  });
  const { rows } = await sql<{ placeId: string; head: Stint | null }>`
    select p.id as "placeId", ${head} as head from place p where p.id = any(${placeIds}::text[])`.execute(database);
  return new Map(rows.map((row) => [row.placeId, row.head]));
}
