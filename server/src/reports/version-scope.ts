import type { Operation } from '@mangnon/domain/access/operations.ts';
import { reaches, standingAt, type HeldPost } from '@mangnon/domain/access/reach.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import { actsForPlace } from '../tasks/held-units.ts';
import { findVersion, lockVersion, type StoredVersion } from './versions.queries.ts';

type Scope = Pick<StoredVersion, 'placeId' | 'provinceId' | 'unit'>;

/** Whether one of the posts does this for the unit: the same rule as `unit_side` of the policies. */
export function forUnit(
  held: readonly HeldPost[],
  operation: Operation & ('reports.version.edit' | 'reports.version.sign'),
  { placeId, provinceId, unit }: Scope,
): boolean {
  return reaches(held, operation, 'core', standingAt(placeId, provinceId, unit));
}

/** Whether one of the posts receives the report: the same rule as `receiver_side`. */
export function forReceiver(held: readonly HeldPost[], { receiverPlaceId }: StoredVersion): boolean {
  return actsForPlace(held, 'reports.version.decide', receiverPlaceId);
}

/** The version, held until the end of the transaction. One that may be read and not written is not held, and is no secret. */
export async function loadLocked(id: string, { database }: TransactionContext): Promise<Result<StoredVersion>> {
  const version = await lockVersion(database, id);
  if (version !== undefined) return accept(version);
  const readable = await findVersion(database, id);
  return refuse(readable === undefined ? 'reports.version_not_found' : 'platform.not_allowed');
}
