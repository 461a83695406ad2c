import { sql, type Kysely } from 'kysely';
import type { Place, Succession } from '@mangnon/domain/places/place.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { toPlace, toSuccession, type PlaceRow, type SuccessionRow } from '../places/place-rows.ts';

/** Places with all that went before them, and how. */
export async function loadLines(
  database: Kysely<DB>,
  ids: readonly string[],
): Promise<{ readonly places: readonly Place[]; readonly successions: readonly Succession[] }> {
  const line = sql`with recursive line as (
    select id from place where id = any (${ids}::text[])
    union select s.from_id from place_succession s join line on s.to_id = line.id)`;
  const places = await sql<Omit<PlaceRow, 'changes'>>`${line}
    select p.id, p.code, p.level, p.type, p.name, p.parent_id, p.valid_from, p.valid_to, p.known_from
    from place p join line on line.id = p.id`.execute(database);
  const successions = await sql<SuccessionRow>`${line}
    select s.from_id, s.to_id, s.on_day, s.kind, s.weight, s.trust from place_succession s join line on line.id = s.to_id`.execute(
    database,
  );
  return {
    places: places.rows.map((row) => toPlace({ ...row, changes: [] })),
    successions: successions.rows.map(toSuccession),
  };
}

export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly level: string;
}

/** Names of places in the order of the language, and, where one is given, the units that lie in it today. */
export async function listNamed(
  database: Kysely<DB>,
  ids: readonly string[],
  today: { readonly within: string | null } | null,
): Promise<NamedPlace[]> {
  const { rows } = await sql<NamedPlace>`
    select id, type || ' ' || name as name, level from place
    where id = any (${ids}::text[]) or ${today !== null} and valid_to is null and valid_from is not null
      and parent_id is not distinct from ${today?.within ?? null} and level = ${today?.within === null ? 'province' : 'commune'}
    order by level desc, name collate "vi-VN-x-icu", id`.execute(database);
  return rows;
}
