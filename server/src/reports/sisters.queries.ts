import { sql, type Kysely } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';
import type { StoredVersion } from './versions.queries.ts';

/**
 * The rates of units of the same kind that sent a report for the same due day under the same regime, by code of the rate,
 * without saying whose each one is; none where fewer than five did. Through app_sister_rates, which looks past the
 * policies for these numbers alone.
 */
export async function findSisterRates(
  database: Kysely<DB>,
  { no }: StoredVersion,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await sql<{ code: string; rates: number[] }>`
    select code, rates::float8[] as rates from app_sister_rates(${no})`.execute(database);
  return new Map(rows.map(({ code, rates }) => [code, rates]));
}
