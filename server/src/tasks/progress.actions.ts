import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { findBlocks } from '@mangnon/domain/kernel/workflow.ts';
import { decideReport, reportProgress } from '@mangnon/domain/tasks/progress.api.ts';
import { progressWorkflow, stateOf } from '@mangnon/domain/tasks/progress.workflow.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementWrite, type TransactionContext } from '../platform/action/action.ts';
import { actsForPlace, actsForUnit } from './held-units.ts';
import {
  acceptDone,
  attachProof,
  countLooseProof,
  findReport,
  findReportToDecide,
  scopeOf,
  setReported,
  type ReportToDecide,
} from './progress.queries.ts';
import { tellOfTasks, type Telling } from './tell-of-tasks.ts';
import { isKnown, lockPeriod, type PeriodLock } from './task.queries.ts';

export async function loadPeriod(periodId: string, { database, now }: TransactionContext): Promise<Result<PeriodLock>> {
  const period = await lockPeriod(database, periodId, vietnamDay(now));
  if (period !== undefined) return accept(period);
  // A row that may be read and not written is not locked, and is no secret.
  return refuse((await isKnown(database, 'task_period', periodId)) ? 'platform.not_allowed' : 'tasks.not_found');
}

/** Whether the person acts for the unit of the period. */
export async function forUnit(period: PeriodLock, { database, actor }: TransactionContext): Promise<boolean> {
  return actsForUnit(await findHeldPosts(database, actor.accountId), 'tasks.progress.report', period);
}

/** Whether the person acts for the place whose plan it is. */
export async function forRequester(period: PeriodLock, { database, actor }: TransactionContext): Promise<boolean> {
  return actsForPlace(await findHeldPosts(database, actor.accountId), 'tasks.progress.decide', period.requesterPlaceId);
}

/** Why the act is not possible on this period now, as the refusal the person reads; `null` where it is. */
export function refusePeriod(
  act: keyof typeof progressWorkflow,
  period: PeriodLock,
  facts: Parameters<(typeof progressWorkflow)['report']['guards'][string]>[0],
): Result<never> | null {
  const [block] = findBlocks(progressWorkflow, act, stateOf(period), facts);
  switch (block) {
    case undefined:
      return null;
    case 'state':
      return period.reportedOn === null
        ? refuse('tasks.not_open')
        : refuse('tasks.waits_for_decision', { details: { name: period.reportedBy ?? '' } });
    case 'happened_in_future':
      return refuse('tasks.happened_in_future', { where: 'body.happenedOn', details: { day: facts.happenedOn ?? '' } });
    case 'not_later':
      return refuse('tasks.not_later', {
        where: 'body.dueOn',
        details: { asked: facts.askedDueOn ?? '', due: period.dueOn ?? '' },
      });
    default:
      return refuse(`tasks.${block}`);
  }
}

export const report = implementWrite(reportProgress, {
  load: ({ params }, context) => loadPeriod(params.periodId, context),
  authorise: forUnit,
  async handle({ body }, period, { database, actor, now, audit }) {
    const earlier = await findReport(database, body.id);
    if (earlier !== undefined) {
      const same =
        earlier.recordedBy === actor.accountId && earlier.periodId === period.id && earlier.words === body.words;
      audit({ reportId: body.id, repeated: true });
      return same ? accept({ taskId: period.taskId }) : refuse('tasks.report_id_taken');
    }
    const act = body.kind === 'completion' ? 'complete' : 'report';
    const blocked = refusePeriod(act, period, { today: vietnamDay(now), happenedOn: body.happenedOn });
    if (blocked !== null) return blocked;
    if (body.kind === 'completion' && body.proofIds.length === 0) {
      return refuse('tasks.completion_needs_proof', { where: 'body.proofIds' });
    }
    const loose = await countLooseProof(database, period.id, body.proofIds);
    if (loose !== new Set(body.proofIds).size) return refuse('tasks.proof_unknown', { where: 'body.proofIds' });
    if (body.figure !== null && period.figureUnit !== null && body.figure.unit !== period.figureUnit) {
      const details = { unit: period.figureUnit, given: body.figure.unit };
      return refuse('tasks.figure_unit_differs', { where: 'body.figure.unit', details });
    }
    await database
      .insertInto('progress_report')
      .values({
        id: body.id,
        period_id: period.id,
        task_id: period.taskId,
        ...scopeOf(period),
        kind: body.kind,
        happened_on: body.happenedOn,
        words: body.words,
        figure: body.figure?.value ?? null,
        figure_unit: body.figure?.unit ?? null,
        recorded_at: now,
        recorded_by: actor.accountId,
      })
      .execute();
    await attachProof(database, body.id, body.proofIds);
    if (body.kind === 'completion') {
      await setReported(database, period.id, { day: body.happenedOn, enteredOn: vietnamDay(now) });
      const told = { taskIds: [period.taskId], dueOn: period.dueOn, about: body.id };
      const tellings = [{ kind: 'task_reported', to: 'deciders' }] as const;
      await tellOfTasks(database, { ...told, tellings }, { by: actor.accountId, now });
    }
    audit({ reportId: body.id, kind: body.kind, proof: body.proofIds.length });
    return accept({ taskId: period.taskId });
  },
});

interface ToDecide {
  readonly report: ReportToDecide;
  readonly period: PeriodLock;
}

export const decide = implementWrite(decideReport, {
  async load({ params }, context): Promise<Result<ToDecide>> {
    const found = await findReport(context.database, params.reportId);
    if (found === undefined) return refuse('tasks.not_found');
    const period = await loadPeriod(found.periodId, context);
    if (!period.ok) return period;
    // Read again under the lock of the period: somebody may have decided in between.
    const locked = await findReportToDecide(context.database, params.reportId);
    return locked === undefined ? refuse('tasks.not_found') : accept({ report: locked, period: period.value });
  },
  authorise: ({ period }, context) => forRequester(period, context),
  async handle({ body }, { report: stored, period }, { database, actor, now, audit }) {
    if (stored.kind !== 'completion') return refuse('tasks.nothing_to_decide');
    if (stored.decision !== null) {
      const accepted = stored.decision === 'accepted';
      const details = {
        name: stored.decidedBy ?? '',
        decision: accepted ? 'chấp nhận' : 'trả lại',
        decisionEn: accepted ? 'accepted' : 'sent back',
      };
      return refuse('tasks.decided_already', { details });
    }
    const byAnother = stored.recordedBy !== actor.accountId;
    const act = body.decision === 'accepted' ? 'accept' : 'send_back';
    const blocked = refusePeriod(act, period, { today: vietnamDay(now), byAnother });
    if (blocked !== null) return blocked;
    await database
      .insertInto('progress_decision')
      .values({
        report_id: stored.id,
        ...scopeOf(period),
        decision: body.decision,
        reason: body.decision === 'sent_back' ? body.reason : null,
        decided_at: now,
        decided_by: actor.accountId,
      })
      .execute();
    if (body.decision === 'accepted') await acceptDone(database, period.id, stored.happenedOn, now);
    else await setReported(database, period.id, null);
    const kind = body.decision === 'accepted' ? 'task_accepted' : 'task_sent_back';
    const tellings: readonly Telling[] = [
      { kind, to: { people: [stored.recordedBy] } },
      { kind, to: 'workers' },
    ];
    const told = { taskIds: [period.taskId], dueOn: period.dueOn, about: stored.id, tellings };
    await tellOfTasks(database, told, { by: actor.accountId, now });
    audit({ reportId: stored.id, decision: body.decision });
    return accept({ taskId: period.taskId });
  },
});
