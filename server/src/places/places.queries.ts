import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Place } from '@mangnon/domain/places/place.ts';
import { makePlaceBook, type PlaceBook } from '@mangnon/domain/places/place-book.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { toPlace, toSuccession, type PlaceRow, type SuccessionRow } from './place-rows.ts';

/** No unit has changed hands so often; a circle in the data ends here. */
const mostSteps = sql.lit(16);

const changes = (id: RawBuilder<unknown>) => sql`coalesce((
  select json_agg(json_build_object('from', from_day, 'type', type, 'name', name) order by from_day)
  from place_type_change where place_id = ${id}), '[]') as changes`;

const columns = sql`id, code, level, type, name, parent_id, valid_from, valid_to, known_from`;

/** Looked up by index for each row on the left: how few they are is not to be guessed by the planner. */
const one = (query: RawBuilder<unknown>) => sql`lateral (${query} offset 0) found`;

/**
 * What is known around some units, in two statements however many they are: the units themselves, what became of them,
 * with `back` what they came from and what went with them into others, and for all of these the units above.
 */
export async function findPlacesAround(
  database: Kysely<DB>,
  ids: readonly string[],
  { back }: { readonly back: boolean },
): Promise<PlaceBook> {
  const places = await sql<PlaceRow>`
    with recursive
      forward (id, step) as (
        select unnest(${ids}::text[]) collate "C", 0
        union select to_id, step + 1 from forward, ${one(sql`select to_id from place_succession where from_id = forward.id`)}
        where step < ${mostSteps}),
      backward (id, step) as (
        select unnest(${back ? ids : []}::text[]) collate "C", 0
        union select from_id, step + 1 from backward, ${one(sql`select from_id from place_succession where to_id = backward.id`)}
        where step < ${mostSteps}),
      beside (id) as (
        select from_id from forward, ${one(sql`select from_id from place_succession where to_id = forward.id`)}
        where ${sql.lit(back)} and step > 0),
      line as (
        select found.* from (select id from forward union select id from backward union select id from beside) around,
          ${one(sql`select * from place where id = around.id`)}
        union select found.* from line, ${one(sql`select * from place where id = line.parent_id`)})
    select ${columns}, ${changes(sql.ref('line.id'))} from line`.execute(database);
  const found = places.rows.map(({ id }) => id);
  const successions = await sql<SuccessionRow>`
    select from_id, to_id, on_day, kind, weight, trust from place_succession
    where from_id = any(${found}::text[]) and to_id = any(${found}::text[])
    order by from_id, to_id`.execute(database);
  return makePlaceBook(places.rows.map(toPlace), successions.rows.map(toSuccession));
}

/** The units directly below one that are known to have stood on a day, in Vietnamese order of their names. */
export async function listChildren(database: Kysely<DB>, id: string, day: string): Promise<Place[]> {
  const { rows } = await sql<PlaceRow>`
    select ${columns}, ${changes(sql.ref('place.id'))} from place
    where parent_id = ${id} and coalesce(valid_from, known_from) <= ${day}::date
      and (valid_to is null or valid_to >= ${day}::date)
    order by name collate "vi-x-icu", code`.execute(database);
  return rows.map(toPlace);
}

export interface PlaceSearch {
  readonly folded: string;
  /** The same without types. */
  readonly bare: string;
  /** As `findTsQueries` builds them. */
  readonly own: string;
  readonly all: string;
  readonly code: string | null;
  readonly day: string;
  readonly level: string | null;
  readonly limit: number;
}

/**
 * Ids of the units that have all words asked for in their names or those of the units above, one at least in their
 * own. Best first: that very name or code, the name with another type, names that begin so, a name followed by those
 * of units above, the rest; among equals those that stand on the day.
 */
export async function searchPlaceIds(database: Kysely<DB>, asked: PlaceSearch): Promise<string[]> {
  const { folded, bare, own, all, code, day, level, limit } = asked;
  const { rows } = await sql<{ id: string }>`
    select id from (
      select place.id, place.code, place.level, place.name,
        (place.valid_to is null or place.valid_to >= ${day}::date)
          and coalesce(place.valid_from, place.known_from) <= ${day}::date as stands,
        case when place.code = ${code} or ${folded} = any(names) then 0
             when ${bare} = any(names) then 1
             when exists (select from unnest(names) name where starts_with(name, ${folded})) then 2
             when exists (select from unnest(names) name where starts_with(${folded}, name || ' ')) then 3
             when exists (select from unnest(names) name where starts_with(${bare}, name || ' ')) then 4
             else 5 end as rank
      from place_search join place on place.id = place_id
      where own_words @@ ${own}::tsquery and all_words @@ ${all}::tsquery
        and (${level}::text is null or place.level = ${level})
    ) found
    order by rank, not stands, case level when 'province' then 1 when 'district' then 2 else 3 end,
      length(name), code, id
    limit ${limit}`.execute(database);
  return rows.map(({ id }) => id);
}
