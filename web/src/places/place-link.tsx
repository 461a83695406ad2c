import type { PlaceBrief } from '@mangnon/domain/places/places.api.ts';
import { PageLink } from '../platform/links.tsx';
import { usePlaceWords } from './place-words.ts';

/** The name of a unit, leading to its page; `long` with the units above it. */
export function PlaceLink({
  place,
  long = false,
}: {
  place: Pick<PlaceBrief, 'id' | 'fullName' | 'above'>;
  long?: boolean;
}) {
  const { named } = usePlaceWords();
  return (
    <PageLink to="/dia-ban/$placeId" params={{ placeId: place.id }}>
      {long ? named(place) : place.fullName}
    </PageLink>
  );
}
