import { sql, type Transaction } from 'kysely';
import type { AgencySuggestion } from '@mangnon/domain/agencies/agencies.api.ts';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { DB } from '../platform/database/schema.generated.ts';

interface Row extends Omit<AgencySuggestion, 'matched'> {
  readonly found: string;
  readonly isAlias: boolean;
}

/** As the place is called now, or was called last; null where there is none. */
const placeName = sql<string | null>`coalesce(
  (select type || ' ' || name from place_type_change where place_id = place.id order by from_day desc limit 1),
  place.type || ' ' || place.name)`;

/** The names of places by id, in one statement. */
export async function listPlaceNames(
  database: Transaction<DB>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, ${placeName} as name from place where id = any(${ids}::text[])`.execute(database);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * Agencies one of whose names has, for each word asked for, a word that begins with it, in whatever order; or, for
 * abbreviations, begins with the letters asked for. Best first: the very name, names that begin so, then shorter
 * names; agencies that stand before those that have ended.
 */
export async function searchAgencyRows(
  database: Transaction<DB>,
  asked: string,
  limit: number,
): Promise<AgencySuggestion[]> {
  const folded = fold(asked);
  if (folded === '') return [];
  const squeezed = folded.replaceAll(' ', '');
  const words = folded.split(' ').map((word) => `% ${word}%`);
  const { rows } = await sql<Row>`
    with matching as (
      select distinct on (agency_id) agency_id, name as found, is_alias,
        case when folded = ${folded} or squeezed = ${squeezed} then 0
             when folded like ${`${folded}%`} or squeezed like ${`${squeezed}%`} then 1
             else 2 end as rank
      from agency_name
      where ' ' || folded like all (${words}::text[]) or squeezed like ${`${squeezed}%`}
      order by agency_id, rank, is_alias, length(name)
    )
    select agency.id, agency.name, agency.level, matching.found, matching.is_alias as "isAlias",
      ${placeName} as place
    from matching join agency on agency.id = matching.agency_id left join place on place.id = agency.place_id
    order by matching.rank, agency.valid_to is not null, length(matching.found), agency.name collate "vi-x-icu", agency.id
    limit ${limit}`.execute(database);
  return rows.map(({ id, name, level, place, found, isAlias }) => ({
    id,
    name,
    level,
    place,
    matched: isAlias ? found : null,
  }));
}
