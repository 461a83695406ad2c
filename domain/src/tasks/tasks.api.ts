import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { span } from '../plans/extraction.ts';
import { repeatings } from './task-schedule.ts';
import { taskStatuses } from './task-status.ts';
import { product, unitBrief } from './task-words.ts';
import { statusCounts } from './unit-figures.ts';

const id = z.uuid();
const day = z.iso.date();
const instant = z.iso.datetime();
const status = z.enum(taskStatuses);
const person = z.object({ id, name: z.string() });

/** One line of a list: one period of one task. */
export const taskRow = z.object({
  periodId: id,
  taskId: id,
  planId: id,
  planNumber: z.string().nullable(),
  words: z.string(),
  unit: unitBrief,
  period: z.string(),
  startsOn: day,
  dueOn: day.nullable(),
  /** As it was first given; another than `dueOn` where the day was moved. */
  firstDueOn: day.nullable(),
  doneOn: day.nullable(),
  /** Said to be done on this day by a report that waits for a decision. */
  reportedOn: day.nullable(),
  status,
  /** Open hindrances; null where this person may not see them. */
  hindrances: z.int().nullable(),
});
export type TaskRow = z.infer<typeof taskRow>;

export const entries = ['after_due', 'later'] as const;
/** Due day moved: all such, or those that would be late by the day first given. */
export const moves = ['any', 'late'] as const;
export const waitings = ['report', 'time', 'hindrance'] as const;

export const taskFilter = z.strictObject({
  planId: id.optional(),
  planTaskId: id.optional(),
  provinceId: z.string().max(20).optional(),
  placeId: z.string().max(20).optional(),
  agencyId: z.string().max(80).optional(),
  status: status.optional(),
  /** Done, or overdue: what a share of done is a share of. */
  dueSoFar: z.literal('true').optional(),
  /** Done on time by a report that was typed in only after the due day; or done, and typed in on a later day. */
  entered: z.enum(entries).optional(),
  dueMoved: z.enum(moves).optional(),
  /** Whose head answers for it: the person's time in the register, or `none` where nobody stands there. */
  headId: z.union([id, z.literal('none')]).optional(),
  /** What waits for an answer: a report, a request for more time, a hindrance; by `deciderId` those of one place. */
  waitsFor: z.enum(waitings).optional(),
  deciderId: z.string().max(20).optional(),
  /** Falls due on these days, both included. */
  dueFrom: day.optional(),
  dueTo: day.optional(),
  /** Names no due day. */
  dueNone: z.literal('true').optional(),
  q: z.string().max(200).optional(),
});
export type TaskFilter = z.infer<typeof taskFilter>;

/** Longer lists are cut here, and say so. */
export const mostRows = 5000;

export const listTasks = defineEndpoint({
  method: 'GET',
  path: '/api/tasks',
  summary: 'Periods of tasks, soonest due first; `q` searches words, product and unit without accents',
  operation: 'tasks.task.read',
  audit: null,
  query: taskFilter,
  response: z.object({
    rows: z.array(taskRow),
    total: z.int(),
    today: day,
    /** Who `headId` is; null where it names nobody in the register. */
    head: z.object({ name: z.string(), title: z.string() }).nullable(),
  }),
});

/** Beside the counts, of the same periods: due day moved, and of those late by the day first given. */
const moved = { dueMoved: z.int(), lateByFirst: z.int() };
const grouped = z.array(
  z.object({ key: z.string(), name: z.string(), counts: statusCounts, waiting: z.int(), ...moved }),
);

export const overviewGroups = ['agency', 'place', 'month', 'plan', 'plan_task'] as const;

export const getOverview = defineEndpoint({
  method: 'GET',
  path: '/api/tasks/overview',
  summary: 'How many task periods stand in each status, in all and by agency, place, month due, plan or sentence',
  operation: 'tasks.task.read',
  audit: null,
  query: taskFilter
    .omit({ status: true, q: true, dueSoFar: true, entered: true, waitsFor: true, dueMoved: true })
    .extend({ by: z.enum(overviewGroups) }),
  response: z.object({ counts: statusCounts, waiting: z.int(), ...moved, groups: grouped, today: day }),
});
export type Overview = z.infer<typeof getOverview.response>;

export const getHeat = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:planId/task-map',
  summary: 'Unit by sentence of one plan: the worst status of its periods that have begun',
  operation: 'tasks.task.read',
  audit: null,
  params: z.strictObject({ planId: id }),
  query: z.strictObject({ agencyId: z.string().max(80).optional() }),
  response: z.object({
    sentences: z.array(z.object({ planTaskId: id, position: z.int(), words: z.string() })),
    units: z.array(unitBrief),
    /** Only what was given: [index of the unit, index of the sentence, status, task]. */
    cells: z.array(z.object({ unit: z.int(), sentence: z.int(), status, taskId: id })),
    today: day,
  }),
});

/** A file that is kept: proof of a task, or what shows a finding. */
export const proof = z.object({
  id,
  fileName: z.string(),
  kind: z.string(),
  bytes: z.int(),
  scan: z.enum(['waiting', 'clean', 'quarantined']),
  scanWords: z.string().nullable(),
  /** A picture whose shown copy has lost place, time and camera. */
  stripped: z.boolean(),
  receivedAt: instant,
  receivedBy: person,
});
export type Proof = z.infer<typeof proof>;

const report = z.object({
  id,
  kind: z.enum(['progress', 'completion']),
  happenedOn: day,
  words: z.string(),
  figure: z.object({ value: z.number(), unit: z.string() }).nullable(),
  recordedAt: instant,
  recordedBy: person,
  /** Typed in after the task was due, of something said to have happened before. */
  enteredLate: z.boolean(),
  decision: z
    .object({ decision: z.enum(['accepted', 'sent_back']), reason: z.string().nullable(), at: instant, by: person })
    .nullable(),
  /** Empty where this person may not see proof. */
  proof: z.array(proof),
  can: z.object({ decide: z.boolean() }),
});
export type ProgressReport = z.infer<typeof report>;

const timeRequest = z.object({
  id,
  dueBefore: day,
  askedDueOn: day,
  reason: z.string(),
  askedAt: instant,
  askedBy: person,
  answer: z
    .object({
      answer: z.enum(['granted', 'refused']),
      grantedDueOn: day.nullable(),
      words: z.string().nullable(),
      at: instant,
      by: person,
    })
    .nullable(),
  can: z.object({ answer: z.boolean() }),
});

const hindrance = z.object({
  id,
  words: z.string(),
  raisedAt: instant,
  raisedBy: person,
  state: z.enum(['open', 'answered', 'settled']),
  /** Who has to answer now; null is the ministry. */
  withPlace: z.object({ id: z.string(), name: z.string() }).nullable(),
  acts: z.array(
    z.object({
      id,
      kind: z.enum(['passed_up', 'answered', 'settled', 'reopened']),
      words: z.string(),
      to: z.string().nullable(),
      at: instant,
      by: person,
    }),
  ),
  can: z.object({ answer: z.boolean(), passUp: z.boolean(), settle: z.boolean(), reopen: z.boolean() }),
});

const step = z.object({
  id,
  words: z.string(),
  person: person.nullable(),
  dueOn: day.nullable(),
  doneOn: day.nullable(),
  version: z.int(),
});

export const taskPeriod = z.object({
  id,
  period: z.string(),
  startsOn: day,
  dueOn: day.nullable(),
  firstDueOn: day.nullable(),
  doneOn: day.nullable(),
  reportedOn: day.nullable(),
  status,
  reports: z.array(report),
  timeRequests: z.array(timeRequest),
  hindrances: z.array(hindrance),
  steps: z.array(step),
  /** Proof that hangs at no report yet. */
  looseProof: z.array(proof),
  can: z.object({
    report: z.boolean(),
    complete: z.boolean(),
    prove: z.boolean(),
    askTime: z.boolean(),
    raise: z.boolean(),
    plan: z.boolean(),
  }),
});
export type TaskPeriod = z.infer<typeof taskPeriod>;

export const task = z.object({
  id,
  words: z.string(),
  unit: unitBrief,
  /** Who answers for the unit today, by the register of offices; null where nobody is written down. */
  accountable: z.object({ name: z.string(), title: z.string() }).nullable(),
  requester: z.object({ placeId: z.string(), name: z.string() }),
  product: product.nullable(),
  repeats: z.enum(repeatings),
  startsOn: day,
  endsOn: day.nullable(),
  assignedAt: instant,
  assignedBy: person,
  cancelled: z.object({ on: day, byText: z.string(), by: person }).nullable(),
  /** The sentence it comes from, to be found in the document of the plan. */
  sentence: z.object({
    planId: id,
    planNumber: z.string().nullable(),
    planTitle: z.string(),
    planTaskId: id,
    text: z.string(),
    section: z.string(),
    span: span.nullable(),
  }),
  parties: z.array(z.object({ id, unit: unitBrief.nullable(), person: person.nullable() })),
  periods: z.array(taskPeriod),
  history: z.array(
    z.object({ id, kind: z.string(), data: z.record(z.string(), z.unknown()), at: instant, by: person }),
  ),
  can: z.object({ assign: z.boolean() }),
  today: day,
});
export type Task = z.infer<typeof task>;

export const getTask = defineEndpoint({
  method: 'GET',
  path: '/api/tasks/:taskId',
  summary: 'One task with its periods, reports, proof, requests, hindrances and history',
  operation: 'tasks.task.read',
  audit: null,
  params: z.strictObject({ taskId: id }),
  response: task,
});

/** What waits for one person, by the posts they hold. */
export const getMyWork = defineEndpoint({
  method: 'GET',
  path: '/api/my-work',
  summary: 'What burns, what is due soon, what waits for a decision of this person, what waits for others',
  operation: 'tasks.task.read',
  audit: null,
  response: z.object({
    overdue: z.array(taskRow),
    dueSoon: z.array(taskRow),
    /** Begun, and due later or without a day. */
    underWay: z.array(taskRow),
    /** Sent back with a reason, and not reported again since. */
    sentBack: z.array(taskRow),
    /** Reports of others that wait for this person's decision. */
    toDecide: z.array(taskRow),
    /** Requests for more time and hindrances that wait for this person's answer. */
    toAnswer: z.array(
      z.object({
        kind: z.enum(['time_request', 'hindrance']),
        id,
        taskId: id,
        periodId: id,
        words: z.string(),
        unit: unitBrief,
        since: instant,
      }),
    ),
    /** Own reports that wait for somebody else. */
    waitingForOthers: z.array(taskRow),
    today: day,
  }),
});
export type MyWork = z.infer<typeof getMyWork.response>;
