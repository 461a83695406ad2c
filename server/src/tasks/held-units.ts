import { grantsOf } from '@mangnon/domain/access/posts.access.ts';
import type { Operation } from '@mangnon/domain/access/operations.ts';
import type { HeldPost } from '@mangnon/domain/access/reach.ts';

/** Whose row it is: the unit that does it, and the place whose plan it carries out. */
export interface TaskScope {
  readonly placeId: string;
  readonly provinceId: string;
  readonly unit: string;
  readonly requesterPlaceId: string;
}

function follows(held: HeldPost, operation: Operation, scope: TaskScope): boolean {
  return (grantsOf[held.post][operation] ?? []).some(({ rows }) =>
    rows.some((rule) => {
      switch (rule) {
        case 'own_place':
          return held.placeId !== null && held.placeId === scope.placeId;
        case 'below_place':
          return held.placeId !== null && held.placeId === scope.provinceId;
        case 'own_agency':
          return held.unit !== null && held.unit === scope.unit;
        case 'assigned':
        case 'referred':
        case 'broken_glass':
        case 'none':
          return false;
      }
    }),
  );
}

/** Whether one of the posts does this for the unit: the same rule as `unit_side` of the policies. */
export function actsForUnit(held: readonly HeldPost[], operation: Operation, scope: TaskScope): boolean {
  return held.some((one) => follows(one, operation, scope));
}

/** Whether one of the posts does this in that place: the same rule as `place_side` of the policies. */
export function actsForPlace(held: readonly HeldPost[], operation: Operation, placeId: string | null): boolean {
  return (
    placeId !== null &&
    held.some(
      (one) =>
        one.placeId === placeId && (grantsOf[one.post][operation] ?? []).some(({ rows }) => rows.includes('own_place')),
    )
  );
}
