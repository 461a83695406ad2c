import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Holding, NewHolding } from '@mangnon/domain/access/accounts.api.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** The posts of an account that were not ended, oldest first, as one value of its row. */
export function holdingsOf(accountId: RawBuilder<unknown>): RawBuilder<Holding[]> {
  return sql<Holding[]>`(select coalesce(json_agg(json_build_object('id', id, 'post', post, 'placeId', place_id,
      'agencyId', agency_id, 'unit', unit, 'nationwide', nationwide, 'validFrom', valid_from, 'validTo', valid_to)
      order by valid_from, post, id), '[]')
    from post_holding where account_id = ${accountId} and ended_at is null)`;
}

/** Writes posts of one account; what it holds already, to the letter, is left as it is. */
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

/** Ends a post that stands; `false` where the account holds no such post any more. */
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

/** What must be so for a post to be given: its place and agency stand, its period lies within theirs. */
export async function findHoldingFault(
  database: Kysely<DB> | Transaction<DB>,
  held: NewHolding,
  now: Date,
): Promise<'place' | 'agency' | 'period' | null> {
  const from = held.validFrom ?? vietnamDay(now);
  if (held.validTo && held.validTo < from) return 'period';
  if (held.placeId) {
    const place = await database
      .selectFrom('place')
      .select(['valid_from', 'valid_to'])
      .where('id', '=', held.placeId)
      .executeTakeFirst();
    if (place === undefined) return 'place';
    if (isOutside({ from, to: held.validTo ?? null }, { from: place.valid_from, to: place.valid_to })) return 'period';
  }
  if (held.agencyId) {
    const agency = await database
      .selectFrom('agency')
      .select(['valid_from', 'valid_to'])
      .where('id', '=', held.agencyId)
      .executeTakeFirst();
    if (agency === undefined) return 'agency';
    if (isOutside({ from, to: held.validTo ?? null }, { from: agency.valid_from, to: agency.valid_to }))
      return 'period';
  }
  return null;
}

interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

function isOutside(held: Period, unit: Period): boolean {
  if (unit.from !== null && held.from !== null && held.from < unit.from) return true;
  // A post without an end ends with its unit; one that begins after it does not begin at all.
  if (unit.to !== null && held.from !== null && held.from > unit.to) return true;
  return unit.to !== null && held.to !== null && held.to > unit.to;
}
