import { sql, type Kysely } from 'kysely';
import type { WritingPlace } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { fullName } from '@mangnon/domain/places/place.ts';
import type { DB } from '../../platform/database/schema.generated.ts';

interface PlaceRow {
  readonly id: string;
  readonly level: 'province' | 'commune';
  readonly type: string;
  readonly name: string;
}

/** The provinces and communes in which the person of this transaction may write plans, as they are named today. */
export async function listWritingPlaces(database: Kysely<DB>): Promise<WritingPlace[]> {
  const { rows } = await sql<PlaceRow>`
    select place.id, level, coalesce(named.type, place.type) as type, coalesce(named.name, place.name) as name
    from place left join lateral (
      select type, name from place_type_change where place_id = place.id and from_day <= current_date
      order by from_day desc limit 1) named on true
    where place.id = any ((select app_reach('plans.writing.edit', 'core', 'own_place'))::text[])
      and level in ('province', 'commune')
    order by level desc, place.id`.execute(database);
  return rows.map(({ id, level, type, name }) => {
    const full = fullName({ type, name });
    return { placeId: id, level, name: full.charAt(0).toLowerCase() + full.slice(1), shortName: name };
  });
}

export interface WritingReach {
  readonly edit: boolean;
  readonly comment: boolean;
  readonly approve: boolean;
  readonly issue: boolean;
}

/** What the person's posts reach in a place: asked of the same functions as the policies. */
export async function findWritingReach(database: Kysely<DB>, placeId: string): Promise<WritingReach> {
  const reaches = (part: string) =>
    sql<boolean>`${placeId} = any (app_reach(${`plans.writing.${part}`}, 'core', 'own_place'))`;
  const { rows } = await sql<WritingReach>`
    select ${reaches('edit')} as edit, ${reaches('comment')} as comment, ${reaches('approve')} as approve,
      ${reaches('issue')} as issue`.execute(database);
  return rows[0] ?? { edit: false, comment: false, approve: false, issue: false };
}
