import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { unitBrief } from '../tasks/task-words.ts';
import { findingKinds } from './inspection-words.ts';

const id = z.uuid();
const day = z.iso.date();
const words = (most: number) => z.string().trim().min(1).max(most);
const ofInspection = z.strictObject({ inspectionId: id });
const done = z.object({ inspectionId: id });

export const addFinding = defineEndpoint({
  method: 'POST',
  path: '/api/inspections/:inspectionId/findings',
  summary: 'Writes down what was found at a unit, with the task it concerns where it concerns one',
  operation: 'inspections.inspection.edit',
  audit: 'inspections.finding.add',
  params: ofInspection,
  body: z.strictObject({ id, unitId: id, kind: z.enum(findingKinds), words: words(4000), taskId: id.nullable() }),
  response: done,
});

export const withdrawFinding = defineEndpoint({
  method: 'POST',
  path: '/api/inspection-findings/:findingId/withdrawal',
  summary: 'Takes a finding back with a reason, until the inspection is concluded; it stays to be read',
  operation: 'inspections.inspection.edit',
  audit: 'inspections.finding.withdraw',
  params: z.strictObject({ findingId: id }),
  body: z.strictObject({ reason: words(2000) }),
  response: done,
});

export const issueConclusion = defineEndpoint({
  method: 'POST',
  path: '/api/inspections/:inspectionId/conclusions',
  summary: 'Issues the conclusion with its recommendations; a later one corrects the former, which stays as it was',
  operation: 'inspections.inspection.conclude',
  audit: 'inspections.conclusion.issue',
  params: ofInspection,
  body: z.strictObject({
    id,
    number: words(60),
    issuedOn: day,
    words: words(20_000),
    /** The one it puts right; null for the first. */
    correctsId: id.nullable(),
    recommendations: z.array(z.strictObject({ id, unitId: id, words: words(4000), dueOn: day })).max(500),
  }),
  response: done,
});

export const reportRecommendation = defineEndpoint({
  method: 'POST',
  path: '/api/recommendations/:recommendationId/reports',
  summary: 'The unit says what it did about a recommendation, and when',
  operation: 'inspections.recommendation.report',
  audit: 'inspections.recommendation.report',
  params: z.strictObject({ recommendationId: id }),
  body: z.strictObject({ id, happenedOn: day, words: words(8000) }),
  response: done,
});

export const decideRecommendation = defineEndpoint({
  method: 'POST',
  path: '/api/recommendation-reports/:reportId/decision',
  summary: 'The inspecting unit accepts a recommendation as settled, or sends the report back with a reason',
  operation: 'inspections.inspection.conclude',
  audit: 'inspections.recommendation.decide',
  params: z.strictObject({ reportId: id }),
  body: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('settled') }),
    z.strictObject({ decision: z.literal('sent_back'), reason: words(2000) }),
  ]),
  response: done,
});

export const listTaskFindings = defineEndpoint({
  method: 'GET',
  path: '/api/tasks/:taskId/findings',
  summary: 'What inspections found about one task, as far as the person may see it; withdrawn ones are left out',
  operation: 'inspections.inspection.read',
  audit: null,
  params: z.strictObject({ taskId: id }),
  response: z.object({
    findings: z.array(
      z.object({
        id,
        inspectionId: id,
        basis: z.string(),
        kind: z.enum(findingKinds),
        words: z.string(),
        recordedAt: z.iso.datetime(),
      }),
    ),
  }),
});

const waiting = z.object({
  id,
  inspectionId: id,
  words: z.string(),
  unit: unitBrief,
  dueOn: day,
  overdue: z.boolean(),
});
export type WaitingRecommendation = z.infer<typeof waiting>;

/** The part of «My work» that comes from inspections. */
export const getMyRecommendations = defineEndpoint({
  method: 'GET',
  path: '/api/my-work/recommendations',
  summary: 'Recommendations this person has to carry out, and reports about them that wait for this person’s decision',
  operation: 'inspections.inspection.read',
  audit: null,
  response: z.object({ toCarryOut: z.array(waiting), toDecide: z.array(waiting), today: day }),
});
