import { sql, type Transaction } from 'kysely';
import type { AgencySuggestion } from '@mangnon/domain/agencies/agencies.api.ts';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { DB } from '../platform/database/schema.generated.ts';

interface Row extends Omit<AgencySuggestion, 'matched'> {
  readonly found: string;
  readonly isAlias: boolean;
}

/**
 * Agencies one of whose names has, for each word asked for, a word that begins with it, in whatever order; or, for
 * abbreviations, begins with the letters asked for. Best first: the very name, names that begin so, then shorter
 * names; agencies that stand before those that have ended.
 */
export async function searchAgencyRows(
  database: Transaction<DB>,
  asked: string,
  limit: number,
): Promise<AgencySuggestion[]> {
  const folded = fold(asked);
  if (folded === '') return [];
  const squeezed = folded.replaceAll(' ', '');
  const words = folded.split(' ').map((word) => `% ${word}%`);
  const { rows } = await sql<Row>`
    with matching as (
      select distinct on (agency_id) agency_id, name as found, is_alias,
        case when folded = ${folded} or squeezed = ${squeezed} then 0
             when folded like ${`${folded}%`} or squeezed like ${`${squeezed}%`} then 1
             else 2 end as rank
      from agency_name
      where ' ' || folded like all (${words}::text[]) or squeezed like ${`${squeezed}%`}
      order by agency_id, rank, is_alias, length(name)
    )
    select agency.id, agency.name, agency.level, matching.found, matching.is_alias as "isAlias"
    from matching join agency on agency.id = matching.agency_id
    order by matching.rank, agency.valid_to is not null, length(matching.found), agency.name collate "vi-x-icu", agency.id
    limit ${limit}`.execute(database);
  return rows.map(({ id, name, level, found, isAlias }) => ({ id, name, level, matched: isAlias ? found : null }));
}
