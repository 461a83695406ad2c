import { sql, type Transaction } from 'kysely';
import type { HeldPost } from '@mangnon/domain/access/reach.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** The posts held today in these places by people whose accounts are not disabled, in one question. */
export async function findHolders(
  database: Transaction<DB>,
  placeIds: readonly string[],
): Promise<(HeldPost & { readonly accountId: string })[]> {
  if (placeIds.length === 0) return [];
  const { rows } = await sql<HeldPost & { accountId: string }>`
    select h.account_id as "accountId", h.post, h.place_id as "placeId", h.nationwide,
      h.agency_id || '|' || h.place_id as unit
    from post_holding h join account a on a.id = h.account_id and a.disabled_at is null
    where h.place_id = any(${placeIds}::text[]) and h.ended_at is null
      and h.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
      and (h.valid_to is null or h.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
    order by h.account_id`.execute(database);
  return rows;
}
