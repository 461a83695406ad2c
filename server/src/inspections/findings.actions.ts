import { addFinding, listTaskFindings, withdrawFinding } from '@mangnon/domain/inspections/conclusions.api.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { implementRead, implementWrite, type TransactionContext } from '../platform/action/action.ts';
import {
  findFinding,
  isTaskOf,
  listFindingsOfTask,
  lockFinding,
  withdraw as takeBack,
  type LockedFinding,
} from './findings.queries.ts';
import { scopeOf } from './inspection-scope.ts';
import { keepsIt, loadInspection } from './inspections.actions.ts';
import { findUnitOf, isKnown } from './inspections.queries.ts';

export const add = implementWrite(addFinding, {
  load: ({ params }, context) => loadInspection(params.inspectionId, context),
  authorise: (stored, context) => keepsIt(stored, context),
  async handle({ body }, stored, { database, actor, now, audit }) {
    const { id, unitId, kind, words, taskId } = body;
    audit({ findingId: id, ...(taskId !== null && { taskId }) });
    const earlier = await findFinding(database, id);
    if (earlier !== undefined) {
      const same = earlier.inspectionId === stored.id && earlier.words === words;
      return same ? accept({ inspectionId: stored.id }) : refuse('inspections.id_taken');
    }
    if (stored.calledOff !== null) return refuse('inspections.called_off');
    const unit = (await findUnitOf(database, stored.id, [unitId])).get(unitId);
    if (unit === undefined) return refuse('inspections.unit_unknown', { where: 'body.unitId' });
    if (taskId !== null && !(await isTaskOf(database, taskId, stored.planId, unit.forUnit))) {
      return refuse('inspections.task_not_of_unit', { where: 'body.taskId' });
    }
    const recorded = { recorded_at: now, recorded_by: actor.accountId };
    await database
      .insertInto('inspection_finding')
      .values({ id, unit_id: unitId, ...scopeOf(unit), kind, words, task_id: taskId, ...recorded })
      .execute();
    return accept({ inspectionId: stored.id });
  },
});

/** A finding, locked. Who sees it and may not change it is told so. */
export async function loadFinding(id: string, { database }: TransactionContext): Promise<Result<LockedFinding>> {
  const finding = await lockFinding(database, id);
  if (finding !== undefined) return accept(finding);
  const known = await isKnown(database, 'inspection_finding', id);
  return refuse(known ? 'platform.not_allowed' : 'inspections.not_found');
}

export const withdraw = implementWrite(withdrawFinding, {
  load: ({ params }, context) => loadFinding(params.findingId, context),
  authorise: (stored, context) => keepsIt(stored, context),
  async handle({ body }, finding, { database, actor, now, audit }) {
    const { inspectionId } = finding;
    audit({ inspectionId });
    if (finding.withdrawn) return refuse('inspections.finding_withdrawn');
    if (finding.calledOff) return refuse('inspections.called_off');
    if (finding.concluded) return refuse('inspections.concluded');
    await takeBack(database, finding.id, { reason: body.reason, by: actor.accountId, now });
    return accept({ inspectionId });
  },
});

export const ofTask = implementRead(listTaskFindings, {
  async answer({ params }, { database }) {
    const findings = await listFindingsOfTask(database, params.taskId);
    return accept({ findings: findings.map((one) => ({ ...one, recordedAt: one.recordedAt.toISOString() })) });
  },
});
