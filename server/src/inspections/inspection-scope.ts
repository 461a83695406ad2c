import type { Operation } from '@mangnon/domain/access/operations.ts';
import { reaches, standingAt, type HeldPost } from '@mangnon/domain/access/reach.ts';

/** Whose inspection it is. */
export interface LeadScope {
  readonly placeId: string;
  readonly provinceId: string;
  readonly unit: string;
}

/** Whose inspection it is, and the unit it concerns. */
export interface Scope extends LeadScope {
  readonly inspectionId: string;
  readonly unitId: string;
  readonly forPlaceId: string;
  readonly forProvinceId: string;
  readonly forUnit: string;
}

/** Whether one of the posts does this for the leading unit: the same rule as the policies. */
export function actsForLead(held: readonly HeldPost[], operation: Operation, scope: LeadScope): boolean {
  return reaches(held, operation, 'core', standingAt(scope.placeId, scope.provinceId, scope.unit));
}

/** Whether one of the posts does this for the unit that is concerned. */
export function actsForConcerned(
  held: readonly HeldPost[],
  operation: Operation,
  scope: Pick<Scope, 'forPlaceId' | 'forProvinceId' | 'forUnit'>,
): boolean {
  return reaches(held, operation, 'core', standingAt(scope.forPlaceId, scope.forProvinceId, scope.forUnit));
}

/** The scope columns of everything below an inspection. */
export const scopeOf = (scope: Omit<Scope, 'unitId'>) => ({
  inspection_id: scope.inspectionId,
  place_id: scope.placeId,
  province_id: scope.provinceId,
  unit: scope.unit,
  for_place_id: scope.forPlaceId,
  for_province_id: scope.forProvinceId,
  for_unit: scope.forUnit,
});
