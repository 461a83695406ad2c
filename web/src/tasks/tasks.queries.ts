import { getAssignment } from '@mangnon/domain/tasks/assignment.api.ts';
import { getPlanTimeline } from '@mangnon/domain/tasks/plan-timeline.api.ts';
import {
  getHeat,
  getMyWork,
  getOverview,
  getTask,
  listTasks,
  type overviewGroups,
  type TaskFilter,
} from '@mangnon/domain/tasks/tasks.api.ts';
import { compareUnits, getHeads, getUnit, type compareKinds } from '@mangnon/domain/tasks/units.api.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../platform/api.ts';

/** Everything about tasks stands under `tasks`: an act on one may move every list. */
export const tasksKey = ['tasks'] as const;

export const myWorkQuery = queryOptions({
  queryKey: [...tasksKey, 'my-work'],
  queryFn: ({ signal }) => call(getMyWork, { signal }),
});

export const tasksQuery = (filter: TaskFilter) =>
  queryOptions({
    queryKey: [...tasksKey, 'list', filter],
    queryFn: ({ signal }) => call(listTasks, { query: filter, signal }),
  });

export const overviewQuery = (
  filter: Omit<TaskFilter, 'status' | 'q' | 'waiting'>,
  by: (typeof overviewGroups)[number],
) =>
  queryOptions({
    queryKey: [...tasksKey, 'overview', filter, by],
    queryFn: ({ signal }) => call(getOverview, { query: { ...filter, by }, signal }),
  });

export const heatQuery = (planId: string, agencyId?: string) =>
  queryOptions({
    queryKey: [...tasksKey, 'heat', planId, agencyId],
    queryFn: ({ signal }) => call(getHeat, { params: { planId }, query: agencyId ? { agencyId } : {}, signal }),
  });

export const timelineQuery = (planId: string) =>
  queryOptions({
    queryKey: [...tasksKey, 'timeline', planId],
    queryFn: ({ signal }) => call(getPlanTimeline, { params: { planId }, signal }),
  });

export const assignmentQuery = (planId: string) =>
  queryOptions({
    queryKey: [...tasksKey, 'assignment', planId],
    queryFn: ({ signal }) => call(getAssignment, { params: { planId }, signal }),
  });

export const taskQuery = (taskId: string) =>
  queryOptions({
    queryKey: [...tasksKey, 'one', taskId],
    queryFn: ({ signal }) => call(getTask, { params: { taskId }, signal }),
  });

export const headsQuery = (within: string | undefined) =>
  queryOptions({
    queryKey: [...tasksKey, 'heads', within],
    queryFn: ({ signal }) => call(getHeads, { query: within === undefined ? {} : { within }, signal }),
  });

export const comparisonQuery = (by: (typeof compareKinds)[number], within: string) =>
  queryOptions({
    queryKey: [...tasksKey, 'comparison', by, within],
    queryFn: ({ signal }) => call(compareUnits, { query: { by, within }, signal }),
  });

export const unitQuery = (placeId: string, agencyId: string) =>
  queryOptions({
    queryKey: [...tasksKey, 'unit', placeId, agencyId],
    queryFn: ({ signal }) => call(getUnit, { params: { placeId, agencyId }, signal }),
  });
