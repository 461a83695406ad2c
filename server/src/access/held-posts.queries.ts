import { sql, type Transaction } from 'kysely';
import type { HeldPost } from '@mangnon/domain/access/reach.ts';
import type { DB } from '../platform/database/schema.generated.ts';

const today = sql`(now() at time zone 'Asia/Ho_Chi_Minh')::date`;

/** The posts a person holds today, as the database takes them for its policies (app_begin). */
export async function findHeldPosts(database: Transaction<DB>, accountId: string): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    select post, place_id as "placeId", nationwide, agency_id || '|' || coalesce(place_id, '') as unit
    from post_holding where account_id = ${accountId} and ended_at is null and valid_from <= ${today}
      and (valid_to is null or valid_to >= ${today})`.execute(database);
  return rows;
}
