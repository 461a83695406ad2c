import { reaches, standingAt, type HeldPost } from '@mangnon/domain/access/reach.ts';
import { actsForPlace } from '../tasks/held-units.ts';

/** Whether one of the posts sees every report that is added up for a place: sums of a part would be taken for the whole. */
export function seesSums(held: readonly HeldPost[], placeId: string, provinceId: string): boolean {
  const standing = standingAt(placeId, provinceId, '');
  return (
    actsForPlace(held, 'reports.version.decide', placeId) || reaches(held, 'reports.version.read', 'core', standing)
  );
}
