import { sql, type Kysely } from 'kysely';
import type { UnitBrief, UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import { writePlaceName, writeUnitName, type NamedUnit } from '@mangnon/domain/tasks/unit-name.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export const unitKey = ({ agencyId, placeId }: UnitRef): string => `${agencyId}|${placeId}`;

interface UnitRow extends NamedUnit {
  readonly agencyId: string;
  readonly placeId: string;
  readonly provinceId: string;
  readonly placeLevel: string;
  readonly agencyFrom: string | null;
  readonly agencyTo: string | null;
  readonly placeFrom: string | null;
  readonly placeTo: string | null;
}

/** A unit with its validity: from when to when both the agency and the place stand. */
export interface KnownUnit extends UnitBrief {
  readonly provinceId: string;
  /** Of the agency, and of the place it is asked for in. */
  readonly level: string;
  readonly placeLevel: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** The units asked for, by `agency|place`, in one question; what the registers do not know is not there. */
export async function findUnits(
  database: Kysely<DB>,
  asked: readonly UnitRef[],
  today: string,
): Promise<Map<string, KnownUnit>> {
  if (asked.length === 0) return new Map();
  const { rows } = await sql<UnitRow>`
    select a.id as "agencyId", p.id as "placeId", coalesce(p.parent_id, p.id) as "provinceId", a.level, p.level as "placeLevel",
      a.name as "agencyName", a.valid_from as "agencyFrom", a.valid_to as "agencyTo",
      coalesce(c.type, p.type) as "placeType", coalesce(c.name, p.name) as "placeName",
      p.valid_from as "placeFrom", p.valid_to as "placeTo",
      (select min(o.name) from office o where o.place_id = p.id and o.agency_id = a.id and o.withdrawn_at is null
        and (o.valid_from is null or o.valid_from <= ${today}::date)
        and (o.valid_to is null or o.valid_to >= ${today}::date) having count(*) = 1) as "officeName"
    from (select distinct agency_id, place_id
      from unnest(${asked.map(({ agencyId }) => agencyId)}::text[], ${asked.map(({ placeId }) => placeId)}::text[])
        as given (agency_id, place_id)) u
    join agency a on a.id = u.agency_id join place p on p.id = u.place_id
    left join lateral (select t.type, t.name from place_type_change t
      where t.place_id = p.id and t.from_day <= ${today}::date order by t.from_day desc limit 1) c on true`.execute(
    database,
  );
  return new Map(rows.map((row) => [unitKey(row), present(row)]));
}

function present(row: UnitRow): KnownUnit {
  const { agencyId, placeId, provinceId, level, placeLevel } = row;
  return {
    agencyId,
    placeId,
    provinceId,
    level,
    placeLevel,
    name: writeUnitName(row),
    placeName: writePlaceName(row.placeType, row.placeName),
    validFrom: later(row.agencyFrom, row.placeFrom),
    validTo: earlier(row.agencyTo, row.placeTo),
  };
}

const later = (one: string | null, other: string | null) =>
  one === null ? other : other === null || one > other ? one : other;
const earlier = (one: string | null, other: string | null) =>
  one === null ? other : other === null || one < other ? one : other;

/** What a unit became, for the sentence that refuses an ended one: names of agencies and of places. */
export async function listSuccessorNames(database: Kysely<DB>, { agencyId, placeId }: UnitRef): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.name from agency_succession s join agency a on a.id = s.to_id where s.from_id = ${agencyId}
    union all
    select p.type || ' ' || p.name from place_succession s join place p on p.id = s.to_id where s.from_id = ${placeId}
    limit 5`.execute(database);
  return rows.map(({ name }) => name);
}

/** The communes of a province that stand on a day. */
export async function listCommunes(database: Kysely<DB>, provinceId: string, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from place where parent_id = ${provinceId} and level = 'commune'
      and (valid_from is null or valid_from <= ${day}::date) and (valid_to is null or valid_to >= ${day}::date)
    order by id`.execute(database);
  return rows.map(({ id }) => id);
}
