import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { taskStatuses } from './task-status.ts';

const day = z.iso.date();

export const getPlanTimeline = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:planId/timeline',
  summary: 'When the sentences of a plan that were given begin and fall due, and how their periods stand today',
  operation: 'tasks.task.read',
  audit: null,
  params: z.strictObject({ planId: z.uuid() }),
  response: z.object({
    /** Of what was given and not cancelled, one line for each sentence. */
    sentences: z.array(
      z.object({
        planTaskId: z.uuid(),
        startsOn: day,
        /** The last due day; null where none is named. */
        dueOn: day.nullable(),
        /** The day the last of them was done; null while one is open. */
        doneOn: day.nullable(),
        /** Periods in each status; they add up to the periods given. */
        counts: z.object(
          Object.fromEntries(taskStatuses.map((name) => [name, z.int()])) as Record<
            (typeof taskStatuses)[number],
            z.ZodInt
          >,
        ),
      }),
    ),
    today: day,
  }),
});
export type PlanTimeline = z.infer<typeof getPlanTimeline.response>;
