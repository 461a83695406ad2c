import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { compareVersions } from '@mangnon/domain/plans/writing/difference.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import {
  getManuscriptDifference,
  getPlanDifference,
  getPlanVersions,
  type Difference,
} from '@mangnon/domain/plans/writing/versions.api.ts';
import { implementRead, type TransactionContext } from '../../platform/action/action.ts';
import { describeManuscript } from './describe-manuscript.ts';
import { findIssuedPlan, listVersions } from './issued-plans.queries.ts';
import { loadSourcePlan } from './load-source.ts';
import { findManuscript } from './manuscripts.queries.ts';

export const versions = implementRead(getPlanVersions, {
  answer: async ({ params }, { database }) => {
    const found = await listVersions(database, params.planId);
    const earlier = found.find(({ isLater }) => !isLater) ?? null;
    return accept({
      written: (await findIssuedPlan(database, params.planId)) !== undefined,
      earlier,
      later: found.filter(({ isLater }) => isLater),
    });
  },
});

export const planDifference = implementRead(getPlanDifference, {
  answer: async ({ params }, context) => {
    const issued = await findIssuedPlan(context.database, params.planId);
    if (issued?.earlierPlanId == null || issued.relation === null) return refuse('writing.no_earlier');
    return compare(issued.earlierPlanId, issued.relation, issued.items, context);
  },
});

export const manuscriptDifference = implementRead(getManuscriptDifference, {
  answer: async ({ params }, context) => {
    const row = await findManuscript(context.database, params.manuscriptId);
    if (row === undefined) return refuse('writing.not_found');
    const { source, source_plan_id: earlier } = row;
    if (earlier === null || (source !== 'amends' && source !== 'replaces')) return refuse('writing.no_earlier');
    const { items } = await describeManuscript(context.database, row);
    return compare(earlier, source, items, context);
  },
});

async function compare(
  earlierPlanId: string,
  relation: 'amends' | 'replaces',
  after: readonly ManuscriptItem[],
  { database }: TransactionContext,
): Promise<Result<Difference>> {
  const source = await loadSourcePlan(database, earlierPlanId);
  if (!source.ok) return source;
  const { id: planId, number, title, issuedOn } = source.value.plan;
  const rows = compareVersions(source.value.items, after).map((row) => ({ ...row, fields: [...row.fields] }));
  return accept({ earlier: { planId, number, title, issuedOn }, relation, rows });
}
