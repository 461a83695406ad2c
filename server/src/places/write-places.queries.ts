import { sql, type Transaction } from 'kysely';
import type { Place, Succession } from '@mangnon/domain/places/place.ts';
import type { PlaceWords } from '@mangnon/domain/places/place-words.ts';
import type { DB } from '../platform/database/schema.generated.ts';

function column<Item, Value>(items: readonly Item[], pick: (item: Item) => Value): Value[] {
  return items.map(pick);
}

const given = (places: readonly Place[]) => sql`
  unnest(${column(places, ({ id }) => id)}::text[], ${column(places, ({ code }) => code)}::text[],
    ${column(places, ({ level }) => level)}::text[], ${column(places, ({ type }) => type)}::text[],
    ${column(places, ({ name }) => name)}::text[], ${column(places, ({ parentId }) => parentId)}::text[],
    ${column(places, ({ validFrom }) => validFrom)}::date[], ${column(places, ({ validTo }) => validTo)}::date[],
    ${column(places, ({ knownFrom }) => knownFrom)}::date[])
  as given (id, code, level, type, name, parent_id, valid_from, valid_to, known_from)`;

/**
 * Adds units in one statement. Leaves out those that are there, or whose code belongs to another unit in their time.
 * Gives the ids of those added.
 */
export async function insertPlaces(database: Transaction<DB>, places: readonly Place[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    insert into place (id, code, level, type, name, parent_id, valid_from, valid_to, known_from)
    select given.* from ${given(places)}
    where not exists (select from place where place.code = given.code
      and daterange(place.valid_from, place.valid_to, '[]') && daterange(given.valid_from, given.valid_to, '[]'))
    returning id`.execute(database);
  return new Set(rows.map(({ id }) => id));
}

export async function updatePlaces(database: Transaction<DB>, places: readonly Place[]): Promise<void> {
  await sql`
    update place set level = given.level, type = given.type, name = given.name, parent_id = given.parent_id,
      valid_to = given.valid_to
    from ${given(places)} where place.id = given.id`.execute(database);
}

/** Codes may pass from unit to unit within one act: looked at when the act is complete. */
export async function deferCodeCheck(database: Transaction<DB>): Promise<void> {
  await sql`set constraints place_code_once deferred`.execute(database);
}

export async function checkCodesNow(database: Transaction<DB>): Promise<void> {
  await sql`set constraints place_code_once immediate`.execute(database);
}

/** Puts the later names of these units in the place of those that stand there. */
export async function replaceNames(database: Transaction<DB>, places: readonly Place[]): Promise<void> {
  const names = places.flatMap(({ id, changes }) => changes.map((change) => ({ id, ...change })));
  await sql`delete from place_type_change where place_id = any(${column(places, ({ id }) => id)}::text[])`.execute(
    database,
  );
  await sql`
    insert into place_type_change (place_id, from_day, type, name)
    select * from unnest(${column(names, ({ id }) => id)}::text[], ${column(names, ({ from }) => from)}::date[],
      ${column(names, ({ type }) => type)}::text[], ${column(names, ({ name }) => name)}::text[])`.execute(database);
}

/** Adds successions, or puts them in the place of those between the same two units. */
export async function putSuccessions(
  database: Transaction<DB>,
  steps: readonly Succession[],
  { replace }: { readonly replace: boolean },
): Promise<void> {
  await sql`
    insert into place_succession (from_id, to_id, on_day, kind, weight, trust)
    select * from unnest(${column(steps, ({ fromId }) => fromId)}::text[], ${column(steps, ({ toId }) => toId)}::text[],
      ${column(steps, ({ on }) => on)}::date[], ${column(steps, ({ kind }) => kind)}::text[],
      ${column(steps, ({ weight }) => weight)}::numeric[], ${column(steps, ({ trust }) => trust)}::text[])
    on conflict (from_id, to_id) ${
      replace
        ? sql`do update set on_day = excluded.on_day, kind = excluded.kind, weight = excluded.weight,
            trust = excluded.trust`
        : sql`do nothing`
    }`.execute(database);
}

export async function deleteSuccessions(database: Transaction<DB>, steps: readonly Succession[]): Promise<void> {
  await sql`
    delete from place_succession
    using unnest(${column(steps, ({ fromId }) => fromId)}::text[], ${column(steps, ({ toId }) => toId)}::text[])
      as gone (from_id, to_id)
    where place_succession.from_id = gone.from_id and place_succession.to_id = gone.to_id`.execute(database);
}

export interface SearchRow extends PlaceWords {
  readonly id: string;
}

/** Writes what units are found by. */
export async function putSearchRows(database: Transaction<DB>, rows: readonly SearchRow[]): Promise<void> {
  // The folded words hold letters and digits alone, so a space and a bar can part them.
  await sql`
    insert into place_search (place_id, names, own_words, all_words)
    select id, string_to_array(names, '|'), array_to_tsvector(string_to_array(own, ' ')),
      array_to_tsvector(string_to_array(words, ' '))
    from unnest(${column(rows, ({ id }) => id)}::text[], ${column(rows, ({ names }) => names.join('|'))}::text[],
      ${column(rows, ({ own }) => own.join(' '))}::text[], ${column(rows, ({ all }) => all.join(' '))}::text[])
      as given (id, names, own, words)
    on conflict (place_id) do update
      set names = excluded.names, own_words = excluded.own_words, all_words = excluded.all_words`.execute(database);
}

/** Says whether this version of the seed files was taken in before; if not, notes that it is now. */
export async function claimSeed(database: Transaction<DB>, checksum: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(4150004)`.execute(database);
  const { rows } = await sql`
    insert into place_seed (checksum, loaded_at) values (${checksum}, now()) on conflict do nothing
    returning checksum`.execute(database);
  return rows.length > 0;
}

/** After many units came at once: without figures about them PostgreSQL plans badly. */
export async function analyzePlaces(database: Transaction<DB>): Promise<void> {
  await sql`select analyze_places()`.execute(database);
}
