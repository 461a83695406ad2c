import { sql, type Transaction } from 'kysely';
import type { PlaceReach } from '@mangnon/domain/places/place-reach.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** Where the posts of the person of this transaction may keep the list: the database finds out itself who asks. */
export async function findEditReach(database: Transaction<DB>): Promise<PlaceReach> {
  const { rows } = await sql<{ own: string[]; below: string[]; nation: boolean }>`
    select app_reach('places.place.edit', 'core', 'own_place') as own,
      app_reach('places.place.edit', 'core', 'below_place') as below,
      app_nation('places.place.edit', 'core') as nation`.execute(database);
  const [found] = rows;
  return { own: new Set(found?.own), below: new Set(found?.below), nation: found?.nation === true };
}

/** Says whether the posts reach anything at all. */
export function reachesSomewhere({ own, below, nation }: PlaceReach): boolean {
  return nation || own.size + below.size > 0;
}
