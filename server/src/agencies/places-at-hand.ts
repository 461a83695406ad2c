import type { Kysely } from 'kysely';
import { refuse, accept, type Result } from '@mangnon/domain/kernel/result.ts';
import type { Place } from '@mangnon/domain/places/place.ts';
import type { PlaceBook } from '@mangnon/domain/places/place-book.ts';
import { findPlacesAround } from '../places/places.queries.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export interface PlaceAtHand {
  readonly book: PlaceBook;
  readonly place: Place;
}

/** A place with the units around it; refuses an id that is none. */
export async function findPlaceAtHand(
  database: Kysely<DB>,
  placeId: string,
  { back }: { readonly back: boolean } = { back: false },
): Promise<Result<PlaceAtHand>> {
  const book = await findPlacesAround(database, [placeId], { back });
  const place = book.byId.get(placeId);
  return place === undefined ? refuse('places.not_found', { where: 'placeId' }) : accept({ book, place });
}
