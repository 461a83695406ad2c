import { sql, type Kysely } from 'kysely';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { unitKey } from './units.queries.ts';

/** How the register of agencies calls people’s committees. */
export const committeeKind = 'executive';

export interface NamedPlace {
  readonly placeId: string;
  readonly provinceId: string;
  readonly level: string;
  readonly name: string;
}

const nameOf = sql`coalesce(c.type, p.type) || ' ' || coalesce(c.name, p.name)`;
const latestChange = (today: string) => sql`left join lateral (select t.type, t.name from place_type_change t
  where t.place_id = p.id and t.from_day <= ${today}::date order by t.from_day desc limit 1) c on true`;

/** Places by their ids, as they are called today; what the register does not know is not there. */
export async function findPlaces(
  database: Kysely<DB>,
  ids: readonly string[],
  today: string,
): Promise<Map<string, NamedPlace>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<NamedPlace>`
    select p.id as "placeId", coalesce(p.parent_id, p.id) as "provinceId", p.level, ${nameOf} as name
    from place p ${latestChange(today)} where p.id = any(${ids}::text[])`.execute(database);
  return new Map(rows.map((row) => [row.placeId, row]));
}

export async function listProvinces(database: Kysely<DB>, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from place where level = 'province' and (valid_from is null or valid_from <= ${today}::date)
      and (valid_to is null or valid_to >= ${today}::date)`.execute(database);
  return rows.map(({ id }) => id);
}

/** The communes of a province that stand today, and of those that ended the ones named. */
export async function listSisterPlaces(
  database: Kysely<DB>,
  provinceId: string,
  named: readonly string[],
  today: string,
): Promise<{ readonly placeId: string; readonly name: string }[]> {
  const { rows } = await sql<{ placeId: string; name: string }>`
    select * from (select p.id as "placeId", ${nameOf} as name from place p ${latestChange(today)}
    where p.parent_id = ${provinceId} and p.level = 'commune' and (p.id = any(${named}::text[])
      or (p.valid_from is null or p.valid_from <= ${today}::date) and (p.valid_to is null or p.valid_to >= ${today}::date))
) x order by name collate "vi-x-icu", "placeId"`.execute(database);
  return rows;
}

/** The agencies that have an office in a place today. */
export async function listOfficeAgencies(database: Kysely<DB>, placeId: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct agency_id as id from office where place_id = ${placeId} and withdrawn_at is null
      and (valid_from is null or valid_from <= ${today}::date) and (valid_to is null or valid_to >= ${today}::date)`.execute(
    database,
  );
  return rows.map(({ id }) => id);
}

export interface UnitOffice {
  /** Null where no office is written down, or several are. */
  readonly officeId: string | null;
  readonly isCommittee: boolean;
  /** Periods with an open hindrance, as far as this person may see them. */
  readonly hindered: number;
}

/** What stands around a unit besides its tasks. */
export async function findUnitOffice(
  database: Kysely<DB>,
  { agencyId, placeId }: UnitRef,
  today: string,
): Promise<UnitOffice> {
  const { rows } = await sql<UnitOffice>`
    select (select min(o.id::text) from office o where o.place_id = ${placeId} and o.agency_id = ${agencyId}
        and o.withdrawn_at is null and (o.valid_from is null or o.valid_from <= ${today}::date)
        and (o.valid_to is null or o.valid_to >= ${today}::date) having count(*) = 1) as "officeId",
      exists (select from agency where id = ${agencyId} and kind = ${committeeKind}) as "isCommittee",
      (select count(distinct h.period_id) from hindrance h
        where h.unit = ${unitKey({ agencyId, placeId })} and h.state = 'open') as hindered`.execute(database);
  return rows[0] ?? { officeId: null, isCommittee: false, hindered: 0 };
}
