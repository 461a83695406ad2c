import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { getPlanTimeline } from '@mangnon/domain/tasks/plan-timeline.api.ts';
import { taskStatuses, type StatusCounts } from '@mangnon/domain/tasks/task-status.ts';
import { implementRead } from '../platform/action/action.ts';
import { listTimeline, type TimelineRow } from './plan-timeline.queries.ts';
import { listSentencesOf } from './task-lists.queries.ts';

const countsOf = (row: TimelineRow): StatusCounts =>
  Object.fromEntries(taskStatuses.map((status) => [status, row[status]])) as StatusCounts;

export const timeline = implementRead(getPlanTimeline, {
  async answer({ params: { planId } }, { database, now }) {
    const today = vietnamDay(now);
    if ((await listSentencesOf(database, planId)).length === 0) return refuse('plans.not_found');
    const rows = await listTimeline(database, planId, today);
    const sentences = rows.map((row) => {
      const { planTaskId, startsOn, dueOn, doneOn } = row;
      return { planTaskId, startsOn, dueOn, doneOn, counts: countsOf(row) };
    });
    return accept({ sentences, today });
  },
});
