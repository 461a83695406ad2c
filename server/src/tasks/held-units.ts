import type { Operation } from '@mangnon/domain/access/operations.ts';
import { reaches, standingAt, type HeldPost } from '@mangnon/domain/access/reach.ts';

/** Whose row it is: the unit that does it, and the place whose plan it carries out. */
export interface TaskScope {
  readonly placeId: string;
  readonly provinceId: string;
  readonly unit: string;
  readonly requesterPlaceId: string;
}

/** Whether one of the posts does this for the unit: the same rule as `unit_side` of the policies. */
export function actsForUnit(held: readonly HeldPost[], operation: Operation, scope: TaskScope): boolean {
  return reaches(held, operation, 'core', standingAt(scope.placeId, scope.provinceId, scope.unit));
}

/** Whether one of the posts does this in that very place: the same rule as `place_side` of the policies. */
export function actsForPlace(held: readonly HeldPost[], operation: Operation, placeId: string | null): boolean {
  return placeId !== null && reaches(held, operation, 'core', standingAt(placeId, '', ''));
}

/** Whether one of the posts sees what hinders this unit: the same rule as the unit's side of `hindrance_read`. */
export function seesHindrances(held: readonly HeldPost[], scope: Omit<TaskScope, 'requesterPlaceId'>): boolean {
  return reaches(held, 'tasks.proof.read', 'core', standingAt(scope.placeId, scope.provinceId, scope.unit));
}
