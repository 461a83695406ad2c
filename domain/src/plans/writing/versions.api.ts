import { z } from 'zod';
import { defineEndpoint } from '../../kernel/endpoint.ts';
import { manuscriptItem, itemKinds } from './manuscript-item.ts';

const id = z.uuid();
const params = z.strictObject({ planId: id });
const paper = z.object({ fileName: z.string(), base64: z.string() });

export const planVersion = z.object({
  planId: id,
  number: z.string().nullable(),
  title: z.string(),
  issuedOn: z.string().nullable(),
});

export const getPlanVersions = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:planId/versions',
  summary: 'What a plan amends or replaces, what amends or replaces it, and whether it was written here',
  operation: 'plans.plan.read',
  audit: null,
  params,
  response: z.object({
    /** It was written here: its paper can be had. */
    written: z.boolean(),
    earlier: planVersion.extend({ relation: z.enum(['amends', 'replaces']) }).nullable(),
    later: z.array(planVersion.extend({ relation: z.enum(['amends', 'replaces']) })),
  }),
});

export const getPlanPaper = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:planId/paper',
  summary: 'An issued plan as it was printed',
  operation: 'plans.plan.read',
  audit: 'plans.plan.print',
  params,
  query: z.object({ form: z.enum(['word', 'pdf']) }),
  response: paper,
});

export const getTaskList = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:planId/task-list',
  summary: 'The tasks of a plan as an annex in the form of Decree 30/2020, or as a workbook',
  operation: 'plans.plan.read',
  audit: 'plans.plan.task_list',
  params,
  query: z.object({ form: z.enum(['word', 'workbook']) }),
  response: paper,
});

export const differenceRow = z.object({
  state: z.enum(['same', 'changed', 'moved', 'added', 'removed']),
  kind: z.enum(itemKinds),
  before: manuscriptItem.nullable(),
  after: manuscriptItem.nullable(),
  fields: z.array(z.string()),
});

const difference = z.object({
  earlier: planVersion,
  relation: z.enum(['amends', 'replaces']),
  rows: z.array(differenceRow),
});
export type Difference = z.infer<typeof difference>;

export const getPlanDifference = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:planId/difference',
  summary: 'An issued plan beside the one it amends or replaces, part by part',
  operation: 'plans.plan.read',
  audit: 'plans.plan.compare',
  params,
  response: difference,
});

export const getManuscriptDifference = defineEndpoint({
  method: 'GET',
  path: '/api/manuscripts/:manuscriptId/difference',
  summary: 'A plan being written beside the one it is to amend or replace',
  operation: 'plans.writing.read',
  audit: 'plans.writing.compare',
  params: z.strictObject({ manuscriptId: id }),
  response: difference,
});
