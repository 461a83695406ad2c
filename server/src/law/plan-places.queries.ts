import { sql, type Kysely } from 'kysely';
import { placeOfIssuer } from '@mangnon/domain/law/issuer-place.ts';
import type { DB } from '../platform/database/schema.generated.ts';

interface Recognised {
  readonly planId: string;
  readonly issuer: string | null;
  /** As printed: a day, a month or a year. */
  readonly issuedOn: string | null;
  readonly accountId: string;
  readonly now: Date;
}

/**
 * Writes down whose plan it is: the place named in the heading that stood on that day, within the province it names or
 * that of who adopted it where several bear the name; else, where the issuer names no place but a local agency's, the
 * place of the post of who adopted it. Where two remain, or the issuer is central, nothing is written: a person tells.
 */
export async function recognisePlanPlace(database: Kysely<DB>, plan: Recognised): Promise<void> {
  const named = placeOfIssuer(plan.issuer);
  const day = plan.issuedOn?.length === 10 ? plan.issuedOn : null;
  await sql`
    with mine as (
      select distinct h.place_id, coalesce(p.parent_id, p.id) as province_id
      from post_holding h join place p on p.id = h.place_id
      where h.account_id = ${plan.accountId}::uuid and h.ended_at is null),
    fitting as (
      select p.id, coalesce(p.id in (select place_id from mine) or p.parent_id in (select province_id from mine)
          or p.id in (select province_id from mine), false) as near,
        coalesce(${named?.above ?? null}::text = any(above.names), false) as told
      from place_search s join place p on p.id = s.place_id left join place_search above on above.place_id = p.parent_id
      where ${named?.name ?? null}::text = any(s.names)
        and coalesce(p.valid_from, p.known_from) <= coalesce(${day}::date, ${plan.now}::date)
        and (p.valid_to is null or p.valid_to >= coalesce(${day}::date, ${plan.now}::date))),
    best as (
      select id, rank() over (order by told desc, near desc) as place from fitting),
    chosen as (
      select min(id) as id, 'heading' as origin from best where place = 1 having count(*) = 1
      union all
      select min(place_id), 'post' from mine
      where ${named === null && isLocal(plan.issuer)} having count(*) = 1)
    insert into plan_place (plan_id, place_id, origin, set_by, set_at)
    select ${plan.planId}::uuid, id, origin, ${plan.accountId}::uuid, ${plan.now} from chosen where id is not null limit 1
    on conflict do nothing`.execute(database);
}

/** «Sở Y tế» belongs to some place; «Thủ tướng Chính phủ», «Bộ Y tế», «Quốc hội» to none. */
function isLocal(issuer: string | null): boolean {
  return (
    issuer !== null &&
    !/^(thủ tướng|chính phủ|quốc hội|bộ |ủy ban thường vụ|ban chấp hành|chủ tịch nước)/iu.test(issuer)
  );
}

/** Writes down whose plan it is, by the word of a person. */
export async function putPlanPlace(
  database: Kysely<DB>,
  planId: string,
  placeId: string,
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  await sql`
    insert into plan_place (plan_id, place_id, origin, set_by, set_at)
    values (${planId}::uuid, ${placeId}, 'by_hand', ${by.accountId}::uuid, ${by.now})
    on conflict (plan_id) do update set place_id = excluded.place_id, origin = excluded.origin, set_by = excluded.set_by,
      set_at = excluded.set_at`.execute(database);
}

export async function hasPlace(database: Kysely<DB>, placeId: string): Promise<boolean> {
  const { rows } = await sql`select from place where id = ${placeId}`.execute(database);
  return rows.length > 0;
}
