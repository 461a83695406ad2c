import { sql, type Transaction } from 'kysely';
import type { DB } from '../database/schema.generated.ts';

export async function deleteNameTokens(transaction: Transaction<DB>, childId: string): Promise<void> {
  await transaction.deleteFrom('child_name_token').where('child_id', '=', childId).execute();
}

export async function insertNameTokens(
  transaction: Transaction<DB>,
  child: { childId: string; provinceId: string; placeId: string; intakeUnit: string },
  tokens: readonly Buffer[],
): Promise<void> {
  const { childId: child_id, provinceId: province_id, placeId: place_id, intakeUnit: intake_unit } = child;
  await transaction
    .insertInto('child_name_token')
    .values(tokens.map((token) => ({ token, child_id, province_id, place_id, intake_unit })))
    .execute();
}

/** Those with any of the tokens, each once; who has an earlier one of them comes before who has only a later one. */
export async function findChildrenByTokens(
  transaction: Transaction<DB>,
  tokens: readonly Buffer[],
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ child_id: string }>`
    -- Of a token that thousands bear no more than can be given are looked at: the index has them in their order.
    select found.child_id
      from unnest(${tokens}::bytea[]) with ordinality as asked (token, at)
     cross join lateral (
       select child_id from child_name_token where token = asked.token order by child_id limit ${limit}) as found
     group by found.child_id order by min(at), found.child_id limit ${limit}`.execute(transaction);
  return rows.map(({ child_id }) => child_id);
}
