import type { Operation } from '../../access/operations.ts';
import { reaches, standingAt, type HeldPost } from '../../access/reach.ts';

/** Whose plan it is that is being written: of the committee of a place, or of an agency of it. */
export interface WritingBody {
  readonly placeId: string;
  readonly agencyId: string | null;
}

/** What somebody may do with a plan being written. */
export interface WritingReach {
  readonly edit: boolean;
  readonly comment: boolean;
  readonly approve: boolean;
  readonly issue: boolean;
  /** Who approves must be another than who wrote, wherever the body has somebody who signs. */
  readonly signed: boolean;
}

/**
 * What the posts reach in a plan of this body. `holders` are the posts held in its place: where somebody signs for the
 * body (approves its plans and does not write them: a chair, the head of an agency), they alone approve and issue; else
 * who approves for the place does, recording what was signed on paper.
 */
export function reachOfWriting(
  held: readonly HeldPost[],
  holders: readonly HeldPost[],
  { placeId, agencyId }: WritingBody,
): WritingReach {
  const unit = agencyId === null ? '' : `${agencyId}|${placeId}`;
  const standing = standingAt(placeId, '', unit);
  const may = (operation: Operation) => reaches(held, operation, 'core', standing);
  const own = agencyId === null ? standingAt(placeId, '', '') : standingAt('', '', unit);
  const signs = (one: HeldPost) =>
    reaches([one], 'plans.writing.approve', 'core', own) && !reaches([one], 'plans.writing.edit', 'core', own);
  const signed = holders.some(signs);
  const decides = !signed || held.some(signs);
  return {
    edit: may('plans.writing.edit'),
    comment: may('plans.writing.comment'),
    approve: decides && may('plans.writing.approve'),
    issue: decides && may('plans.writing.issue'),
    signed,
  };
}

/** Whose posts in the body's place let them do this with a plan of it: accounts, each once. */
export function listReaching(
  holders: readonly (HeldPost & { readonly accountId: string })[],
  body: WritingBody,
  part: 'edit' | 'approve' | 'issue',
): string[] {
  const byAccount = Map.groupBy(holders, ({ accountId }) => accountId);
  return [...byAccount].filter(([, held]) => reachOfWriting(held, holders, body)[part]).map(([accountId]) => accountId);
}
