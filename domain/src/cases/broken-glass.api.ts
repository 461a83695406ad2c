import { z } from 'zod';
import { namedPlace } from '../children/shown-group.ts';
import { defineEndpoint } from '../kernel/endpoint.ts';

export const glassReasons = ['danger_to_life', 'child_moved', 'worker_absent', 'order_of_authority'] as const;

/** In letters, as the database counts them. */
const letters = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => !text.includes('\u0000') && [...text].length <= most, { error: `at most ${most} letters` })
    .refine((text) => [...text].length >= least, { error: `at least ${least} letters` });

export const leastReasonLetters = 20;

export const brokenGlass = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  place: namedPlace,
  person: z.object({ id: z.uuid(), name: z.string(), title: z.string() }),
  reason: z.enum(glassReasons),
  /** `null`: the key of the case was destroyed, nobody reads them any more. */
  words: z.string().nullable(),
  brokenAt: z.iso.datetime(),
  until: z.iso.datetime(),
  reviewDue: z.iso.datetime(),
  review: z
    .object({ justified: z.boolean(), words: z.string().nullable(), by: z.string(), at: z.iso.datetime() })
    .nullable(),
  /** This person may say whether it was justified. */
  canReview: z.boolean(),
});
export type BrokenGlass = z.infer<typeof brokenGlass>;

/**
 * Opens one case to a person outside it for 60 minutes. Sent twice, it is broken once. Refused while a review of this
 * person’s is overdue.
 */
export const breakGlass = defineEndpoint({
  method: 'POST',
  path: '/api/cases/:caseId/broken-glass',
  summary: 'Opens one case in need for 60 minutes; the supervisors are told at once',
  operation: 'cases.glass.break',
  stepUp: true,
  audit: 'cases.glass.break',
  params: z.strictObject({ caseId: z.uuid() }),
  body: z.strictObject({ reason: z.enum(glassReasons), words: letters(leastReasonLetters, 2000) }),
  response: z.object({
    id: z.uuid(),
    caseId: z.uuid(),
    until: z.iso.datetime(),
    reviewDue: z.iso.datetime(),
    /** How many people hold a post today that reviews it. */
    supervisors: z.int(),
  }),
});

/** Asked by the open screen of a supervisor every half minute. */
export const countGlassToReview = defineEndpoint({
  method: 'GET',
  path: '/api/broken-glass/to-review',
  summary: 'How much broken glass waits for this supervisor',
  operation: 'cases.glass.review',
  audit: null,
  response: z.object({ waiting: z.int(), unseen: z.int() }),
});

export const listBrokenGlass = defineEndpoint({
  method: 'GET',
  path: '/api/broken-glass',
  summary: 'Broken glass this supervisor answers for: what waits for review first, then the newest hundred',
  operation: 'cases.glass.review',
  audit: 'cases.glass.list',
  response: z.object({ glass: z.array(brokenGlass) }),
});

export const seeBrokenGlass = defineEndpoint({
  method: 'PUT',
  path: '/api/broken-glass/:glassId/seen',
  summary: 'Notes that a supervisor has seen the notice',
  operation: 'cases.glass.review',
  audit: 'cases.glass.see',
  params: z.strictObject({ glassId: z.uuid() }),
  response: z.object({ seenAt: z.iso.datetime() }),
});

export const reviewBrokenGlass = defineEndpoint({
  method: 'POST',
  path: '/api/broken-glass/:glassId/review',
  summary: 'Says whether the glass was broken with good reason; by another person than the one who broke it',
  operation: 'cases.glass.review',
  audit: 'cases.glass.review',
  params: z.strictObject({ glassId: z.uuid() }),
  body: z.strictObject({ justified: z.boolean(), words: letters(1, 2000) }),
  response: brokenGlass,
});
