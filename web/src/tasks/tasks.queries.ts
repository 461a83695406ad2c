import { getAssignment } from '@mangnon/domain/tasks/assignment.api.ts';
import {
  getHeat,
  getMyWork,
  getOverview,
  getTask,
  listTasks,
  type overviewGroups,
  type TaskFilter,
} from '@mangnon/domain/tasks/tasks.api.ts';
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
