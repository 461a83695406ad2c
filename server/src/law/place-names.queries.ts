import { sql, type Kysely } from 'kysely';
import type { PlaceLevel } from '@mangnon/domain/places/place.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly level: PlaceLevel;
}

export async function findPlaceName(database: Kysely<DB>, id: string): Promise<NamedPlace | undefined> {
  const { rows } = await sql<NamedPlace>`select id, name, level from place_named where id = ${id}`.execute(database);
  return rows[0];
}
