import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { writeSteps } from '@mangnon/domain/tasks/progress.api.ts';
import { implementWrite } from '../platform/action/action.ts';
import { forUnit, loadPeriod } from './progress.actions.ts';
import { findStep, scopeOf } from './progress.queries.ts';

export const write = implementWrite(writeSteps, {
  load: ({ params }, context) => loadPeriod(params.periodId, context),
  authorise: forUnit,
  async handle({ params, body }, period, { database, actor, now, audit }) {
    const stored = await findStep(database, params.stepId);
    if (stored !== undefined && stored.periodId !== period.id) return refuse('tasks.not_found');
    if ((stored?.version ?? 0) !== body.version) return refuse('tasks.step_changed');
    const values = {
      position: body.position,
      words: body.words,
      account_id: body.accountId,
      due_on: body.dueOn,
      done_on: body.doneOn,
      removed_at: body.removed ? now : null,
      version: body.version + 1,
    };
    if (stored === undefined) {
      await database
        .insertInto('task_step')
        .values({
          id: params.stepId,
          period_id: period.id,
          ...scopeOf(period),
          ...values,
          written_at: now,
          written_by: actor.accountId,
        })
        .execute();
    } else {
      await database.updateTable('task_step').set(values).where('id', '=', params.stepId).execute();
    }
    audit({ stepId: params.stepId, removed: body.removed });
    return accept({ taskId: period.taskId });
  },
});
