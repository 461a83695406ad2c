import { z } from 'zod';
import { seen } from '../children/shown-group.ts';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { caseNarrative, caseOffender, caseReporter } from './case-groups.ts';
import { caseFile } from './cases.api.ts';

const params = z.strictObject({ caseId: z.uuid() });

export const addCaseNarrative = defineEndpoint({
  method: 'POST',
  path: '/api/cases/:caseId/narrative',
  summary: 'Writes what happened, where nothing was written',
  operation: 'cases.case.create',
  audit: 'cases.narrative.create',
  params,
  body: z.strictObject({ content: caseNarrative }),
  response: caseFile,
});

export const changeCaseNarrative = defineEndpoint({
  method: 'PUT',
  path: '/api/cases/:caseId/narrative',
  summary: 'Changes what is written of what happened',
  operation: 'cases.case.update',
  audit: 'cases.narrative.update',
  params,
  body: z.strictObject({ seen, content: caseNarrative }),
  response: caseFile,
});

export const addCaseOffender = defineEndpoint({
  method: 'POST',
  path: '/api/cases/:caseId/offender',
  summary: 'Writes who is said to have done it, where nothing was written',
  operation: 'cases.case.create',
  audit: 'cases.offender.create',
  params,
  body: z.strictObject({ content: caseOffender }),
  response: caseFile,
});

export const changeCaseOffender = defineEndpoint({
  method: 'PUT',
  path: '/api/cases/:caseId/offender',
  summary: 'Changes who is said to have done it',
  operation: 'cases.case.update',
  audit: 'cases.offender.update',
  params,
  body: z.strictObject({ seen, content: caseOffender }),
  response: caseFile,
});

export const addCaseReporter = defineEndpoint({
  method: 'POST',
  path: '/api/cases/:caseId/reporter',
  summary: 'Writes who reported, where nothing was written; the answer does not show it',
  operation: 'cases.case.create',
  audit: 'cases.reporter.create',
  params,
  body: z.strictObject({ content: caseReporter }),
  response: caseFile,
});

export const changeCaseReporter = defineEndpoint({
  method: 'PUT',
  path: '/api/cases/:caseId/reporter',
  summary: 'Changes who reported; the answer does not show it',
  operation: 'cases.case.update',
  audit: 'cases.reporter.update',
  params,
  body: z.strictObject({ seen, content: caseReporter }),
  response: caseFile,
});
