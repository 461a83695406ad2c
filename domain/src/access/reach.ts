import { grantsOf } from './posts.access.ts';
import type { Operation } from './operations.ts';
import type { ColumnGroup, Post, RowRule } from './posts.ts';

/** A post as it is held today. */
export interface HeldPost {
  readonly post: Post;
  readonly placeId: string | null;
  /** `agency|place` of a post held in an agency; `null` for any other. */
  readonly unit: string | null;
  readonly nationwide: boolean;
}

/** How a record stands to the person who asks. */
export interface Standing {
  readonly placeId: string;
  readonly provinceId: string;
  /** The unit that received the report, `agency|place`; empty where it was the commune. */
  readonly intakeUnit: string;
  /** Assigned to the person by name. */
  readonly assigned: boolean;
  /** The units it is referred to. */
  readonly receivers: readonly string[];
  /** The person has broken its glass within the hour. */
  readonly glassBroken: boolean;
}

/** How a record stands that nobody has been given yet. */
export function standingAt(placeId: string, provinceId: string, intakeUnit: string): Standing {
  return { placeId, provinceId, intakeUnit, assigned: false, receivers: [], glassBroken: false };
}

/**
 * Says whether one of the posts allows the operation on this group of columns of this record: the same meaning as the
 * policies of the database, told once more for the server's own question and for what the screen offers.
 */
export function reaches(
  held: readonly HeldPost[],
  operation: Operation,
  columns: ColumnGroup,
  standing: Standing,
): boolean {
  return held.some((one) =>
    (grantsOf[one.post][operation] ?? []).some(
      (grant) => grant.columns.includes(columns) && grant.rows.some((rule) => follows(rule, one, standing)),
    ),
  );
}

/** The same question about one record, for several operations and groups: every group must be allowed. */
export function reachOf(held: readonly HeldPost[], standing: Standing) {
  return (operation: Operation, ...columns: readonly ColumnGroup[]): boolean =>
    columns.every((group) => reaches(held, operation, group, standing));
}

function follows(rule: RowRule, held: HeldPost, standing: Standing): boolean {
  switch (rule) {
    case 'own_place':
      return held.placeId !== null && held.placeId === standing.placeId;
    case 'below_place':
      return held.nationwide || (held.placeId !== null && held.placeId === standing.provinceId);
    case 'own_agency':
      return held.unit !== null && held.unit === standing.intakeUnit;
    case 'assigned':
      return standing.assigned;
    case 'referred':
      return held.unit !== null && standing.receivers.includes(held.unit);
    case 'broken_glass':
      return standing.glassBroken;
    case 'none':
      return false;
  }
}
