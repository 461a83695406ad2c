import type { Operation } from '@mangnon/domain/access/operations.ts';
import { grantsOf } from '@mangnon/domain/access/posts.access.ts';
import type { ColumnGroup, Post, RowRule } from '@mangnon/domain/access/posts.ts';
import type { Relation } from './access-oracle.ts';

const provincial: readonly Post[] = ['provincial_lead_officer', 'provincial_chair', 'statistician', 'inspector'];

/** Which row rules hold between the holder of a post in the world and a record that stands to them so. */
function rulesOf(post: Post, relation: Relation): readonly RowRule[] {
  const above = provincial.includes(post);
  const rules: Readonly<Record<Relation, readonly RowRule[]>> = {
    own: above ? ['below_place'] : ['own_place'],
    prov: above ? ['below_place'] : [],
    else: [],
    agency: ['own_agency'],
    assigned: ['assigned'],
    assigned_once: [],
    referred: ['referred'],
    referred_once: [],
    broken: ['broken_glass'],
    broken_once: [],
  };
  return rules[relation];
}

/** What the table of posts says, read straight from it: every one of the groups must be allowed. */
export function tableAllows(
  post: Post,
  relation: Relation,
  operation: Operation,
  ...groups: readonly ColumnGroup[]
): boolean {
  const rules = rulesOf(post, relation);
  return groups.every((group) =>
    (grantsOf[post][operation] ?? []).some(
      ({ rows, columns }) => columns.includes(group) && rows.some((rule) => rules.includes(rule)),
    ),
  );
}

/** Whether the post has the operation at all, on whatever row. */
export function tableNames(post: Post, operation: Operation): boolean {
  return Object.hasOwn(grantsOf[post], operation);
}
