import { sql, type Transaction } from 'kysely';
import type { Agency } from '@mangnon/domain/agencies/agency.ts';
import { isInReach, type PlaceReach } from '@mangnon/domain/places/place-reach.ts';
import type { PlaceBook } from '@mangnon/domain/places/place-book.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export interface AgencyReach extends PlaceReach {
  /** Whether the posts keep the whole register. */
  readonly everywhere: boolean;
}

/** What of the register the posts of the person of this transaction keep: the database finds out itself who asks. */
export async function findAgencyReach(database: Transaction<DB>): Promise<AgencyReach> {
  const { rows } = await sql<{ own: string[]; below: string[]; nation: boolean; everywhere: boolean }>`
    select app_reach('agencies.agency.edit', 'core', 'own_place') as own,
      app_reach('agencies.agency.edit', 'core', 'below_place') as below,
      app_nation('agencies.agency.edit', 'core') as nation,
      -- In no place: what is left is a post that has it without a rule.
      app_reaches('agencies.agency.edit', '') as everywhere`.execute(database);
  const [found] = rows;
  return {
    own: new Set(found?.own),
    below: new Set(found?.below),
    nation: found?.nation === true,
    everywhere: found?.everywhere === true,
  };
}

/** Whether an agency that stands so may be kept; one of an unknown place is nobody's but who keeps them all. */
export function keepsAgency(book: PlaceBook, { placeId }: Pick<Agency, 'placeId'>, reach: AgencyReach): boolean {
  if (reach.everywhere) return true;
  const place = placeId === null ? undefined : book.byId.get(placeId);
  return place !== undefined && isInReach(book, place, reach);
}

/** Whether there is anything the posts keep. */
export function keepsSomething({ everywhere, nation, own, below }: AgencyReach): boolean {
  return everywhere || nation || own.size + below.size > 0;
}
