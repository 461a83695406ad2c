import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { findCitedPlan, foldNumber } from '@mangnon/domain/plans/cited-plan.ts';
import { getPlan, listPlans } from '@mangnon/domain/plans/plans.api.ts';
import { listMovedAgencies } from '../agencies/moved-agencies.ts';
import { implementRead } from '../platform/action/action.ts';
import {
  findPlan,
  listLegalBases,
  listPlanRows,
  listPlansNumbered,
  listReporting,
  listTargets,
  listTasks,
} from './plans.queries.ts';

export const list = implementRead(listPlans, {
  answer: async ({ query }, { database }) => {
    const rows = await listPlanRows(database, query.q ?? '');
    const plans = rows.map(({ tasks, agencies, targets, reporting, ...row }) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      issuer: row.issuer,
      issuedOn: row.issued_on,
      adoptedAt: row.adopted_at.toISOString(),
      adoptedBy: row.adopted_by,
      counts: { tasks, agencies, targets, reporting },
    }));
    return accept({ plans });
  },
});

export const get = implementRead(getPlan, {
  answer: async ({ params }, { database, now }) => {
    const found = await findPlan(database, params.planId);
    if (found === undefined) return refuse('plans.not_found');
    const { id, adoptedAt, adoptedBy, fileName, text, sections, layout, recipients, ...heading } = found;
    const bases = await listLegalBases(database, id);
    const cited = await listPlansNumbered(
      database,
      bases.map((basis) => foldNumber(basis.number)),
      id,
    );
    const tasks = await listTasks(database, id);
    const named = tasks.flatMap(({ lead, coordinating }) => [...lead, ...coordinating]);
    const agencyIds = new Set(named.flatMap(({ agencyId }) => agencyId ?? []));
    return accept({
      id,
      heading,
      recipients,
      adoptedAt: adoptedAt.toISOString(),
      adoptedBy,
      fileName,
      text,
      sections,
      layout,
      tasks,
      movedAgencies: await listMovedAgencies(database, agencyIds, vietnamDay(now)),
      targets: await listTargets(database, id),
      reporting: await listReporting(database, id),
      legalBases: bases.map((basis) => ({ ...basis, planId: findCitedPlan(basis, cited)?.id ?? null })),
    });
  },
});
