import type { Operation } from '../access/operations.ts';
import { reaches, standingAt, type HeldPost } from '../access/reach.ts';

/** Somebody's post, as it is held today. */
export interface Holder extends HeldPost {
  readonly accountId: string;
}

/** Where a unit stands: `agency|place`, in this place of this province. */
export interface UnitPlacing {
  readonly unit: string;
  readonly placeId: string;
  readonly provinceId: string;
}

/**
 * Who does the work of a unit: those whose post is held in it; where there is nobody, the officers of its place; where
 * there is nobody either, who answers for that place. Gives accounts, each once; none where nobody may report for it.
 */
export function listWorkers(placing: UnitPlacing, holders: readonly Holder[]): string[] {
  const standing = standingAt(placing.placeId, placing.provinceId, placing.unit);
  const acting = holders.filter((one) => reaches([one], 'tasks.progress.report', 'core', standing));
  const ofUnit = acting.filter(({ unit }) => unit === placing.unit);
  if (ofUnit.length > 0) return accountsOf(ofUnit);
  const ofPlace = acting.filter(({ unit }) => unit === null);
  const officers = ofPlace.filter((one) => !reaches([one], 'tasks.progress.decide', 'core', standing));
  return accountsOf(officers.length > 0 ? officers : ofPlace);
}

/** Who does this in that very place: the accounts, each once. */
export function listActing(operation: Operation, placeId: string, holders: readonly Holder[]): string[] {
  return accountsOf(holders.filter((one) => reaches([one], operation, 'core', standingAt(placeId, '', ''))));
}

const accountsOf = (holders: readonly Holder[]): string[] => [...new Set(holders.map(({ accountId }) => accountId))];
