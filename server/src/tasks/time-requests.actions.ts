import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { answerTimeRequest, askForTime } from '@mangnon/domain/tasks/progress.api.ts';
import { implementWrite } from '../platform/action/action.ts';
import { forRequester, forUnit, loadPeriod, refusePeriod } from './progress.actions.ts';
import { findTimeRequest, moveDue, scopeOf, type TimeRequestLock } from './progress.queries.ts';
import { insertEvent } from './task-events.queries.ts';
import { tellOfTasks, type Telling } from './tell-of-tasks.ts';
import type { PeriodLock } from './task.queries.ts';

export const ask = implementWrite(askForTime, {
  load: ({ params }, context) => loadPeriod(params.periodId, context),
  authorise: forUnit,
  async handle({ body }, period, { database, actor, now, audit }) {
    const { openTimeRequest, dueOn } = period;
    const earlier = await findTimeRequest(database, body.id);
    if (earlier !== undefined && earlier.periodId === period.id) return accept({ taskId: period.taskId });
    const facts = { today: vietnamDay(now), openTimeRequest, dueOn, askedDueOn: body.dueOn };
    const blocked = refusePeriod('ask_time', period, facts);
    if (blocked !== null || dueOn === null) return blocked ?? refuse('tasks.no_due_day');
    await database
      .insertInto('time_request')
      .values({
        id: body.id,
        period_id: period.id,
        ...scopeOf(period),
        due_before: dueOn,
        asked_due_on: body.dueOn,
        reason: body.reason,
        asked_at: now,
        asked_by: actor.accountId,
      })
      .execute();
    const tellings = [{ kind: 'time_asked', to: 'deciders' }] as const;
    const told = { taskIds: [period.taskId], dueOn, about: body.id, tellings };
    await tellOfTasks(database, told, { by: actor.accountId, now });
    audit({ requestId: body.id });
    return accept({ taskId: period.taskId });
  },
});

interface ToAnswer {
  readonly request: TimeRequestLock;
  readonly period: PeriodLock;
}

export const answer = implementWrite(answerTimeRequest, {
  async load({ params }, context): Promise<Result<ToAnswer>> {
    const found = await findTimeRequest(context.database, params.requestId);
    if (found === undefined) return refuse('tasks.not_found');
    const period = await loadPeriod(found.periodId, context);
    if (!period.ok) return period;
    const request = await findTimeRequest(context.database, params.requestId);
    return request === undefined ? refuse('tasks.not_found') : accept({ request, period: period.value });
  },
  authorise: ({ period }, context) => forRequester(period, context),
  async handle({ body }, { request, period }, { database, actor, now, audit }) {
    if (request.answer !== null) return refuse('tasks.answered_already');
    const granted = body.answer === 'granted' ? body.dueOn : null;
    if (granted !== null && granted > request.askedDueOn) {
      const details = { granted, asked: request.askedDueOn };
      return refuse('tasks.later_than_asked', { where: 'body.dueOn', details });
    }
    if (granted !== null && period.dueOn !== null && granted <= period.dueOn) {
      return refuse('tasks.not_later', { where: 'body.dueOn', details: { asked: granted, due: period.dueOn } });
    }
    await database
      .updateTable('time_request')
      .set({
        answer: body.answer,
        granted_due_on: granted,
        answer_words: body.words,
        answered_at: now,
        answered_by: actor.accountId,
      })
      .where('id', '=', request.id)
      .execute();
    if (granted !== null) {
      await moveDue(database, period.id, granted);
      const event = { kind: 'due_moved', data: { from: period.dueOn, to: granted, periodId: period.id } } as const;
      await insertEvent(database, period, event, { by: actor.accountId, now });
    }
    const kind = 'time_answered';
    const tellings: readonly Telling[] = [
      { kind, to: { people: [request.askedBy] } },
      { kind, to: 'workers' },
    ];
    const told = { taskIds: [period.taskId], dueOn: granted ?? period.dueOn, about: request.id, tellings };
    await tellOfTasks(database, told, { by: actor.accountId, now });
    audit({ requestId: request.id, answer: body.answer });
    return accept({ taskId: period.taskId });
  },
});
