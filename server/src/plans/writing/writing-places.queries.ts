import { sql, type Kysely } from 'kysely';
import type { WritingPlace } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { fullName } from '@mangnon/domain/places/place.ts';
import type { DB } from '../../platform/database/schema.generated.ts';

interface PlaceRow {
  readonly id: string;
  readonly level: 'province' | 'commune';
  readonly type: string;
  readonly name: string;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
}

/**
 * The provinces and communes for which the person of this transaction may write plans, as they are named today, then the
 * agencies in their places whose own plans alone they write.
 */
export async function listWritingPlaces(database: Kysely<DB>): Promise<WritingPlace[]> {
  const { rows } = await sql<PlaceRow>`
    with body as (
      select unnest(app_reach('plans.writing.edit', 'core', 'own_place')) as place_id, null as agency_id
      union all
      select split_part(unit, '|', 2), split_part(unit, '|', 1)
      from unnest(app_reach('plans.writing.edit', 'core', 'own_agency')) as unit)
    select place.id, place.level, coalesce(named.type, place.type) as type, coalesce(named.name, place.name) as name,
      agency.id as "agencyId", agency.name as "agencyName"
    from body join place on place.id = body.place_id left join agency on agency.id = body.agency_id left join lateral (
      select type, name from place_type_change where place_id = place.id and from_day <= current_date
      order by from_day desc limit 1) named on true
    where place.level in ('province', 'commune')
    order by agency.id nulls first, place.level desc, place.id`.execute(database);
  return rows.map(({ id, level, type, name, agencyId, agencyName }) => {
    const full = fullName({ type, name });
    const agency = agencyId === null ? null : { id: agencyId, name: agencyName ?? agencyId };
    return { placeId: id, level, name: full.charAt(0).toLowerCase() + full.slice(1), shortName: name, agency };
  });
}
