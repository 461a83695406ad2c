import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';

const id = z.uuid();
const day = z.iso.date();
const ofPeriod = z.strictObject({ periodId: id });
const done = z.object({ taskId: id });
const words = (most: number) => z.string().trim().min(1).max(most);

export const reportProgress = defineEndpoint({
  method: 'POST',
  path: '/api/task-periods/:periodId/reports',
  summary:
    'A unit says how far it is, or that it is done; `id` is made by the screen, and a repeated request does nothing twice',
  operation: 'tasks.progress.report',
  audit: 'tasks.progress.report',
  params: ofPeriod,
  body: z.strictObject({
    id,
    kind: z.enum(['progress', 'completion']),
    happenedOn: day,
    words: words(8000),
    figure: z.strictObject({ value: z.number(), unit: words(60) }).nullable(),
    /** Proof sent before, of this period. */
    proofIds: z.array(id).max(50),
  }),
  response: done,
});

export const decideReport = defineEndpoint({
  method: 'POST',
  path: '/api/progress-reports/:reportId/decision',
  summary: 'The requester accepts that it is done, or sends it back with a reason; never the person who reported it',
  operation: 'tasks.progress.decide',
  audit: 'tasks.progress.decide',
  params: z.strictObject({ reportId: id }),
  body: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('accepted') }),
    z.strictObject({ decision: z.literal('sent_back'), reason: words(2000) }),
  ]),
  response: done,
});

export const uploadProof = defineEndpoint({
  method: 'POST',
  path: '/api/task-periods/:periodId/proof',
  summary: 'Takes one file as proof (multipart: `file`, `id`); what it is is told by its content',
  operation: 'tasks.progress.report',
  audit: 'tasks.proof.add',
  params: ofPeriod,
  response: z.object({ id, taskId: id, scan: z.enum(['waiting', 'clean', 'quarantined']) }),
});

export const openProof = defineEndpoint({
  method: 'POST',
  path: '/api/proof/:proofId/open',
  summary: 'The copy that is shown of a proof; an unscanned file only to who says so',
  operation: 'tasks.proof.read',
  audit: 'tasks.proof.open',
  params: z.strictObject({ proofId: id }),
  body: z.strictObject({ unscanned: z.boolean() }),
  response: z.object({ fileName: z.string(), kind: z.string(), base64: z.string() }),
});

export const withdrawProof = defineEndpoint({
  method: 'DELETE',
  path: '/api/proof/:proofId',
  summary: 'Takes back a file that hangs at no report yet',
  operation: 'tasks.progress.report',
  audit: 'tasks.proof.withdraw',
  params: z.strictObject({ proofId: id }),
  response: done,
});

export const askForTime = defineEndpoint({
  method: 'POST',
  path: '/api/task-periods/:periodId/time-requests',
  summary: 'Asks for a later due day, with the reason; one request at a time',
  operation: 'tasks.progress.report',
  audit: 'tasks.time.ask',
  params: ofPeriod,
  body: z.strictObject({ id, dueOn: day, reason: words(2000) }),
  response: done,
});

export const answerTimeRequest = defineEndpoint({
  method: 'POST',
  path: '/api/time-requests/:requestId/answer',
  summary: 'Grants more time, to the day asked for or an earlier one, or refuses with a reason',
  operation: 'tasks.progress.decide',
  audit: 'tasks.time.answer',
  params: z.strictObject({ requestId: id }),
  body: z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('granted'), dueOn: day, words: words(2000).nullable() }),
    z.strictObject({ answer: z.literal('refused'), words: words(2000) }),
  ]),
  response: done,
});

export const raiseHindrance = defineEndpoint({
  method: 'POST',
  path: '/api/task-periods/:periodId/hindrances',
  summary: 'A unit says what keeps it from a task; it stands with the requester until answered or passed up',
  operation: 'tasks.progress.report',
  audit: 'tasks.hindrance.raise',
  params: ofPeriod,
  body: z.strictObject({ id, words: words(4000) }),
  response: done,
});

export const actOnHindrance = defineEndpoint({
  method: 'POST',
  path: '/api/hindrances/:hindranceId/acts',
  summary: 'Answers a hindrance or passes it up the line; the unit settles it or opens it again',
  operation: 'tasks.task.read',
  audit: 'tasks.hindrance.act',
  params: z.strictObject({ hindranceId: id }),
  body: z.strictObject({ id, kind: z.enum(['passed_up', 'answered', 'settled', 'reopened']), words: words(4000) }),
  response: done,
});

export const writeSteps = defineEndpoint({
  method: 'PUT',
  path: '/api/task-periods/:periodId/steps/:stepId',
  summary: 'Writes one of the unit’s own steps, new or against the version that was seen',
  operation: 'tasks.progress.report',
  audit: 'tasks.step.write',
  params: ofPeriod.extend({ stepId: id }),
  body: z.strictObject({
    version: z.int().min(0),
    position: z.int().min(0).max(1000),
    words: words(1000),
    accountId: id.nullable(),
    dueOn: day.nullable(),
    doneOn: day.nullable(),
    removed: z.boolean(),
  }),
  response: done,
});
