import type { Kysely } from 'kysely';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import { itemsOfPlan } from '@mangnon/domain/plans/writing/items-of-plan.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import {
  findPlan,
  listLegalBases,
  listReporting,
  listTargets,
  listTasks,
  type PlanDocument,
} from '../plans.queries.ts';
import { makeFactId } from '../read-facts.ts';
import { findIssuedPlan, listTaskRows, listVersions } from './issued-plans.queries.ts';

export interface SourcePlan {
  readonly plan: PlanDocument;
  readonly items: readonly ManuscriptItem[];
  /** The row of the plan's task for its part. */
  readonly taskOf: (itemId: string) => string | null;
}

/** A plan as parts: those it was issued with, or what was read out of it; the same ids each time. */
export async function loadSourcePlan(database: Kysely<DB>, planId: string): Promise<Result<SourcePlan>> {
  const plan = await findPlan(database, planId);
  if (plan === undefined) return refuse('plans.not_found');
  const issued = await findIssuedPlan(database, planId);
  if (issued !== undefined) {
    const rows = await listTaskRows(database, planId);
    return accept({ plan, items: issued.items, taskOf: (itemId) => rows.get(itemId) ?? null });
  }
  let counted = 0;
  const makeId = () => makeFactId(planId, 'heading', (counted += 1));
  const bases = await listLegalBases(database, planId);
  const read = {
    heading: plan,
    recipients: plan.recipients,
    sections: plan.sections,
    tasks: await listTasks(database, planId),
    targets: await listTargets(database, planId),
    reporting: await listReporting(database, planId),
    legalBases: bases.map((basis) => ({ ...basis, planId: null })),
  };
  const items = itemsOfPlan(read, makeId);
  const known = new Set(read.tasks.map(({ id }) => id));
  return accept({ plan, items, taskOf: (itemId) => (known.has(itemId) ? itemId : null) });
}

/** Whether this body may go on from the plan: it issued it, and nothing has replaced it. */
export async function checkOwnPlan(
  database: Kysely<DB>,
  { plan }: SourcePlan,
  issuer: string,
  isVersion: boolean,
): Promise<Result<null>> {
  if (fold(plan.issuer ?? '') !== fold(issuer)) {
    return refuse('writing.source_not_own', { where: 'planId', details: { issuer: plan.issuer ?? '…' } });
  }
  if (!isVersion) return accept(null);
  const later = (await listVersions(database, plan.id)).filter(({ isLater }) => isLater);
  const ended = later.find(({ relation }) => relation === 'replaces');
  if (ended === undefined) return accept(null);
  return refuse('writing.source_ended', { where: 'planId', details: { number: ended.number ?? ended.title } });
}
