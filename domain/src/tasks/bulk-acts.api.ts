import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { reasonsToLeave } from './bulk-acts.ts';
import { unitRef } from './task-words.ts';
import { mostRows } from './tasks.api.ts';

const id = z.uuid();
const chosen = z.array(id).min(1).max(mostRows);

/** The chosen periods that were left as they are, each by name and with the reason; all others are done. */
const left = z.array(z.object({ periodId: id, words: z.string(), unit: z.string(), why: z.enum(reasonsToLeave) }));
export type LeftPeriod = z.infer<typeof left>[number];

export const remindUnits = defineEndpoint({
  method: 'POST',
  path: '/api/tasks/reminders',
  summary:
    'Reminds the units of many task periods; of one task at most once a day. What cannot be is named, the rest is done',
  operation: 'tasks.task.assign',
  audit: 'tasks.task.remind',
  body: z.strictObject({ periodIds: chosen }),
  /** Tasks that units were told of, and people who were told. */
  response: z.object({ tasks: z.int(), people: z.int(), left }),
});

export const changeMany = defineEndpoint({
  method: 'POST',
  path: '/api/tasks/changes',
  summary:
    'Adds who coordinates to many tasks, or moves the due day of their periods, with a reason; what cannot be is named, the rest is done',
  operation: 'tasks.task.assign',
  audit: 'tasks.task.change_many',
  body: z
    .strictObject({
      periodIds: chosen,
      reason: z.string().trim().min(3).max(2000),
      addUnits: z.array(unitRef).max(20),
      addPeople: z.array(id).max(20),
      dueOn: z.iso.date().nullable(),
    })
    .refine(({ addUnits, addPeople, dueOn }) => addUnits.length + addPeople.length > 0 || dueOn !== null, {
      path: ['dueOn'],
    }),
  response: z.object({ periods: z.int(), moved: z.int(), added: z.int(), left }),
});
