import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { span } from '../plans/extraction.ts';
import { repeatings } from './task-schedule.ts';
import { product, unitBrief, unitRef } from './task-words.ts';

const id = z.uuid();
const day = z.iso.date();

/** One agency as printed, and the units it stands for today. */
const proposal = z.object({
  printed: z.string(),
  agencyId: z.string().nullable(),
  /**
   * `units`: these; `choose`: the register does not say which unit is meant, or it has ended and its duties went to
   * several: a person chooses.
   */
  answer: z.enum(['units', 'choose']),
  /** Why a person must choose: not in the register, ended, or one of many of its kind. */
  why: z.enum(['unknown', 'ended', 'one_of_many']).nullable(),
  units: z.array(unitBrief),
});

const schedule = z.strictObject({ repeats: z.enum(repeatings), startsOn: day, endsOn: day.nullable() });

export const getAssignment = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:planId/assignment',
  summary: 'The sentences of a plan with the units that would get each as a task, and what is given already',
  operation: 'tasks.task.read',
  audit: null,
  params: z.strictObject({ planId: id }),
  response: z.object({
    /** Whose plan it is; null where that is not known and nothing can be given yet. */
    place: z.object({ placeId: z.string(), name: z.string() }).nullable(),
    sentences: z.array(
      z.object({
        planTaskId: id,
        position: z.int(),
        text: z.string(),
        section: z.string(),
        span: span.nullable(),
        dueText: z.string().nullable(),
        schedule,
        lead: z.array(proposal),
        coordinating: z.array(proposal),
        given: z.array(z.object({ taskId: id, unit: unitBrief, cancelled: z.boolean() })),
      }),
    ),
    can: z.object({ assign: z.boolean() }),
  }),
});
export type Assignment = z.infer<typeof getAssignment.response>;

/** No act gives more tasks than this at once. */
export const mostTasksAtOnce = 20_000;

export const assignTasks = defineEndpoint({
  method: 'POST',
  path: '/api/plans/:planId/assignment',
  summary: 'Gives sentences of a plan to units, each with its periods; what is given already stays as it is',
  operation: 'tasks.task.assign',
  audit: 'tasks.task.assign',
  params: z.strictObject({ planId: id }),
  body: z.strictObject({
    items: z
      .array(
        z.strictObject({
          planTaskId: id,
          units: z.array(unitRef).min(1).max(5000),
          coordinating: z.array(unitRef).max(100),
          schedule,
          product: product.nullable(),
          /** Null: the sentence of the plan. */
          words: z.string().trim().min(1).max(4000).nullable(),
        }),
      )
      .min(1)
      .max(500),
  }),
  response: z.object({ given: z.int(), periods: z.int(), alreadyGiven: z.int() }),
});

export const cancelTasks = defineEndpoint({
  method: 'POST',
  path: '/api/tasks/cancel',
  summary: 'Cancels tasks by the document that does so; what was done stays done',
  operation: 'tasks.task.assign',
  audit: 'tasks.task.cancel',
  body: z.strictObject({
    taskIds: z.array(id).min(1).max(5000),
    on: day,
    byText: z.string().trim().min(3).max(300),
  }),
  response: z.object({ cancelled: z.int() }),
});

export const changeTask = defineEndpoint({
  method: 'PATCH',
  path: '/api/tasks/:taskId',
  summary: 'Puts the words, the product or the parties of a task right; each change stays in its history',
  operation: 'tasks.task.assign',
  audit: 'tasks.task.change',
  params: z.strictObject({ taskId: id }),
  body: z.strictObject({
    words: z.strictObject({ from: z.string(), to: z.string().trim().min(1).max(4000) }).optional(),
    product: z.strictObject({ from: product.nullable(), to: product.nullable() }).optional(),
    addUnits: z.array(unitRef).max(100).optional(),
    addPeople: z.array(id).max(100).optional(),
    endParties: z.array(id).max(100).optional(),
  }),
  response: z.object({ taskId: id }),
});
