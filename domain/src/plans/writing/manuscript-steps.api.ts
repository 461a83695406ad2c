import { z } from 'zod';
import { defineEndpoint } from '../../kernel/endpoint.ts';
import { manuscriptStates, stepNeeds } from './manuscript.workflow.ts';

const params = z.strictObject({ manuscriptId: z.uuid() });
const seen = z.strictObject({ seq: z.int().min(0) });
const response = z.object({ state: z.enum(manuscriptStates) });

export const submitManuscript = defineEndpoint({
  method: 'POST',
  path: '/api/manuscripts/:manuscriptId/submit',
  summary: 'Lays the plan before who approves it',
  operation: stepNeeds.submit,
  audit: 'plans.writing.submit',
  params,
  /** `seq` the person saw: laying before others what somebody has changed meanwhile is refused. */
  body: seen,
  response,
});

export const sendBackManuscript = defineEndpoint({
  method: 'POST',
  path: '/api/manuscripts/:manuscriptId/send-back',
  summary: 'Gives the plan back to its writers, with the reason',
  operation: stepNeeds.sendBack,
  audit: 'plans.writing.send_back',
  params,
  body: z.strictObject({ reason: z.string().trim().max(4_000) }),
  response,
});

export const approveManuscript = defineEndpoint({
  method: 'POST',
  path: '/api/manuscripts/:manuscriptId/approve',
  summary: 'Approves the plan as it stands',
  operation: stepNeeds.approve,
  audit: 'plans.writing.approve',
  params,
  body: seen,
  response,
});

export const withdrawManuscript = defineEndpoint({
  method: 'POST',
  path: '/api/manuscripts/:manuscriptId/withdraw',
  summary: 'Puts the plan away; nothing of it is lost',
  operation: stepNeeds.withdraw,
  audit: 'plans.writing.withdraw',
  params,
  body: z.strictObject({}),
  response,
});

export const restoreManuscript = defineEndpoint({
  method: 'POST',
  path: '/api/manuscripts/:manuscriptId/restore',
  summary: 'Takes a plan up again that was put away',
  operation: stepNeeds.restore,
  audit: 'plans.writing.restore',
  params,
  body: z.strictObject({}),
  response,
});

export const issueManuscript = defineEndpoint({
  method: 'POST',
  path: '/api/manuscripts/:manuscriptId/issue',
  summary: 'Issues the plan under its number and day, once: from then on it is a plan like those that were read',
  operation: stepNeeds.issue,
  audit: 'plans.writing.issue',
  params,
  body: z.strictObject({ number: z.int().min(1).max(99_999), issuedOn: z.iso.date() }),
  response: z.object({ planId: z.uuid() }),
});
