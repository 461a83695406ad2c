import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { HeldPlace, Holding, NewHolding } from '@mangnon/domain/access/accounts.api.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** The name a unit bears today, or bore last. `unit`: the alias of its row. */
function nameOfUnit(unit: string, today: string): RawBuilder<string> {
  const id = sql.ref(`${unit}.id`);
  return sql`coalesce((select c.type || ' ' || c.name from place_type_change c
    where c.place_id = ${id} and c.from_day <= ${today} order by c.from_day desc limit 1),
    ${sql.ref(`${unit}.type`)} || ' ' || ${sql.ref(`${unit}.name`)})`;
}

/** A unit as `HeldPlace`, its type written small inside the sentence. `null` where the row is not there. */
export function heldPlaceOf(unit: string, above: string, today: string): RawBuilder<HeldPlace | null> {
  const name = nameOfUnit(above, today);
  return sql<HeldPlace | null>`case when ${sql.ref(`${unit}.id`)} is null then null else json_build_object(
    'id', ${sql.ref(`${unit}.id`)}, 'fullName', ${nameOfUnit(unit, today)},
    'above', case when ${sql.ref(`${above}.id`)} is null then '' else lower(left(${name}, 1)) || substr(${name}, 2) end) end`;
}

/** The posts of an account as one value of its row: current first, then coming, then, where asked for, the ended ones. */
export function holdingsOf(accountId: RawBuilder<unknown>, today: string, ended: boolean): RawBuilder<Holding[]> {
  return sql<Holding[]>`(select coalesce(json_agg(json_build_object('id', x.id, 'post', x.post,
      'place', ${heldPlaceOf('p', 'above', today)},
      'agency', case when a.id is null then null else json_build_object('id', a.id, 'name', a.name) end,
      'unit', x.unit, 'nationwide', x.nationwide, 'validFrom', x.valid_from, 'validTo', x.valid_to,
      'endedAt', to_char(x.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'standing', x.standing,
      'can', json_build_object('end', x.standing <> 'ended' and app_reaches('give:' || x.post, x.place_id)))
      order by array_position(array['current', 'coming', 'ended'], x.standing), x.valid_from desc, x.post, x.id), '[]')
    from (select h.*, case when h.ended_at is not null or h.valid_to < ${today}::date then 'ended'
        when h.valid_from > ${today}::date then 'coming' else 'current' end as standing
      from post_holding h where h.account_id = ${accountId}) x
    left join place p on p.id = x.place_id left join place above on above.id = p.parent_id
    left join agency a on a.id = x.agency_id
    where ${ended} or x.standing <> 'ended')`;
}

/** Writes posts of one account. What stands already at that time is left as it is. */
export async function insertHoldings(
  database: Transaction<DB>,
  { accountId, givenBy }: { readonly accountId: string; readonly givenBy: string | null },
  holdings: readonly NewHolding[],
  now: Date,
): Promise<void> {
  const rows = holdings.map((held) => ({
    account_id: accountId,
    post: held.post,
    place_id: held.placeId ?? null,
    agency_id: held.agencyId ?? null,
    unit: held.unit ?? '',
    nationwide: held.nationwide ?? false,
    valid_from: held.validFrom ?? vietnamDay(now),
    valid_to: held.validTo ?? null,
    given_by: givenBy,
    given_at: now,
  }));
  await database
    .insertInto('post_holding')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Ends a post that stands; `false` where the account holds no such post any more, or it is not the caller's to end. */
export async function endHolding(
  database: Transaction<DB>,
  {
    accountId,
    holdingId,
    endedBy,
  }: { readonly accountId: string; readonly holdingId: string; readonly endedBy: string },
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('post_holding')
    .set({ ended_at: now, ended_by: endedBy })
    .where('id', '=', holdingId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

interface Unit {
  readonly name: string;
  readonly level: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What stands of the things a new post names, and whether it is the caller's to give. */
export interface HoldingGround {
  readonly place: Unit | null;
  readonly agency: Unit | null;
  readonly mayGive: boolean;
}

/** The ground of each post, in their order. */
export async function findGrounds(
  database: Kysely<DB> | Transaction<DB>,
  holdings: readonly NewHolding[],
  now: Date,
): Promise<HoldingGround[]> {
  const asked = JSON.stringify(
    holdings.map(({ post, placeId, agencyId }, nth) => ({
      nth,
      post,
      place: placeId ?? null,
      agency: agencyId ?? null,
    })),
  );
  const { rows } = await sql<HoldingGround>`
    select case when p.id is null then null else json_build_object('name', ${nameOfUnit('p', vietnamDay(now))},
        'level', p.level, 'from', p.valid_from, 'to', p.valid_to) end as place,
      case when a.id is null then null else json_build_object('name', a.name, 'level', a.level,
        'from', a.valid_from, 'to', a.valid_to) end as agency,
      app_reaches('give:' || x.post, x.place) as "mayGive"
    from json_to_recordset(${asked}) as x (nth int, post text, place text, agency text)
    left join place p on p.id = x.place left join agency a on a.id = x.agency order by x.nth`.execute(database);
  return rows;
}

/** In which places the caller gives posts by each row rule: as `app_reach` says. */
export async function listGivingPlaces(database: Transaction<DB>, today: string): Promise<HeldPlace[]> {
  const { rows } = await sql<{ place: HeldPlace }>`
    select ${heldPlaceOf('p', 'above', today)} as place from place p left join place above on above.id = p.parent_id
    where p.id = any((select app_reach('access.post.give', 'core', 'own_place'))::text[])
      or p.id = any((select app_reach('access.post.give', 'core', 'below_place'))::text[])
    order by p.id`.execute(database);
  return rows.map(({ place }) => place);
}
