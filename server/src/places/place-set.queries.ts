import { sql, type Transaction } from 'kysely';
import { successionKey, type PlaceSet } from '@mangnon/domain/places/place-change.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { toPlace, toSuccession, type PlaceRow, type SuccessionRow } from './place-rows.ts';

/**
 * The whole list, for checking a change against it. With `lock` others who want to change it wait until this
 * transaction ends; who only looks never waits.
 */
export async function loadPlaceSet(database: Transaction<DB>, { lock }: { readonly lock: boolean }): Promise<PlaceSet> {
  if (lock) await sql`select pg_advisory_xact_lock(4150004)`.execute(database);
  const changes = await sql<{ place_id: string; from_day: string; type: string; name: string }>`
    select place_id, from_day, type, name from place_type_change order by place_id, from_day`.execute(database);
  const changesOf = Map.groupBy(changes.rows, ({ place_id }) => place_id);
  const places = await sql<Omit<PlaceRow, 'changes'>>`
    select id, code, level, type, name, parent_id, valid_from, valid_to, known_from from place order by id`.execute(
    database,
  );
  const successions = await sql<SuccessionRow>`
    select from_id, to_id, on_day, kind, weight, trust from place_succession order by from_id, to_id`.execute(database);
  return {
    places: new Map(
      places.rows.map((row) => {
        const later = (changesOf.get(row.id) ?? []).map(({ from_day: from, type, name }) => ({ from, type, name }));
        return [row.id, toPlace({ ...row, changes: later })];
      }),
    ),
    successions: new Map(successions.rows.map(toSuccession).map((step) => [successionKey(step), step])),
  };
}
