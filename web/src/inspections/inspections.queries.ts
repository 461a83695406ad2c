import { getMyRecommendations, listTaskFindings } from '@mangnon/domain/inspections/conclusions.api.ts';
import { getInspection, getInspectionChoices, listInspections } from '@mangnon/domain/inspections/inspections.api.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../platform/api.ts';
import { tasksKey } from '../tasks/tasks.queries.ts';

/** Under `tasks`: an act on an inspection moves «My work» and the pages of tasks too. */
const inspectionsKey = [...tasksKey, 'inspections'] as const;

export const inspectionsQuery = (planId?: string) =>
  queryOptions({
    queryKey: [...inspectionsKey, 'list', planId],
    queryFn: ({ signal }) => call(listInspections, { query: planId === undefined ? {} : { planId }, signal }),
  });

export const inspectionQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: [...inspectionsKey, 'one', inspectionId],
    queryFn: ({ signal }) => call(getInspection, { params: { inspectionId }, signal }),
  });

export const choicesQuery = (planId: string) =>
  queryOptions({
    queryKey: [...inspectionsKey, 'choices', planId],
    queryFn: ({ signal }) => call(getInspectionChoices, { params: { planId }, signal }),
  });

export const taskFindingsQuery = (taskId: string) =>
  queryOptions({
    queryKey: [...inspectionsKey, 'of-task', taskId],
    queryFn: ({ signal }) => call(listTaskFindings, { params: { taskId }, signal }),
  });

export const myRecommendationsQuery = queryOptions({
  queryKey: [...inspectionsKey, 'my-work'],
  queryFn: ({ signal }) => call(getMyRecommendations, { signal }),
});
