import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { taskFilter } from './tasks.api.ts';

const file = z.object({ fileName: z.string(), base64: z.string() });

/** No workbook holds more: a longer list is refused with its length, never cut. */
export const mostExported = 50_000;

export const exportTasks = defineEndpoint({
  method: 'GET',
  path: '/api/tasks/workbook',
  summary: 'The task periods of a filter as an .xlsx workbook, whole or not at all, with their totals by status',
  operation: 'tasks.task.read',
  audit: 'tasks.list.export',
  query: taskFilter,
  response: file.extend({ rows: z.int() }),
});

export const getProgressList = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:planId/progress-list',
  summary:
    'How the tasks of a plan, or those one unit has of it, stand on a day, as an annex in the form of Decree 30/2020',
  operation: 'tasks.task.read',
  audit: 'tasks.progress_list.print',
  params: z.strictObject({ planId: z.uuid() }),
  query: z.strictObject({
    form: z.enum(['word', 'pdf']),
    /** Left out: today. */
    on: z.iso.date().optional(),
    /** The unit that leads, both or neither: an agency in a place. */
    agencyId: z.string().max(80).optional(),
    placeId: z.string().max(20).optional(),
  }),
  response: file,
});
