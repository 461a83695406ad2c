import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { againsts } from './legal-text.ts';
import { targetStates, targetWhys } from './target-state.ts';
import { documentBrief, targetLine } from './texts.api.ts';

const id = z.uuid();
const ofTarget = z.strictObject({ targetId: id });
const words = (most: number) => z.string().trim().min(1).max(most);
const year = z.int().min(1945).max(2100);

export const targetStart = z.object({
  measure: z.string().nullable(),
  against: z.enum(againsts),
  value: z.number().nullable(),
  year: z.int().nullable(),
  source: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
});

export const targetValue = z.object({
  id,
  year: z.int(),
  /** Null: what was written for this year was taken back. */
  value: z.number().nullable(),
  proof: z.string().nullable(),
  proofUrl: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
});

const standing = z.object({
  state: z.enum(targetStates),
  why: z.enum(targetWhys),
  /** The value that counts, of the latest year told. */
  latest: z.object({ year: z.int(), value: z.number() }).nullable(),
  /** What must be reached; null where it cannot be said yet. */
  goal: z.number().nullable(),
});

const linkedTarget = targetLine.extend({ document: documentBrief, standing });
export type LinkedTarget = z.infer<typeof linkedTarget>;

export const getTarget = defineEndpoint({
  method: 'GET',
  path: '/api/targets/:targetId',
  summary: 'A target: where it starts, what was reached year by year, how it stands; targets above and below it',
  operation: 'law.text.read',
  audit: null,
  params: ofTarget,
  /** For a target of the whole country: the figures of this place. */
  query: z.object({ placeId: z.string().max(20).optional() }),
  response: z.object({
    on: z.iso.date(),
    target: targetLine.extend({
      owner: z.array(z.string()),
      sourceUrl: z.string().nullable(),
      note: z.string().nullable(),
    }),
    document: documentBrief,
    place: z.object({ id: z.string(), name: z.string() }).nullable(),
    start: targetStart.nullable(),
    /** What counts, oldest year first. */
    values: z.array(targetValue),
    /** All that was ever written, newest first. */
    history: z.array(targetValue),
    standing,
    /** From start to goal, year by year, where both are known. */
    path: z.array(z.object({ year: z.int(), value: z.number() })),
    above: z.array(linkedTarget),
    below: z.array(linkedTarget),
    can: z.object({ edit: z.boolean() }),
  }),
});
export type TargetPage = z.infer<(typeof getTarget)['response']>;

export const listTargets = defineEndpoint({
  method: 'GET',
  path: '/api/targets',
  summary: 'Targets of a text or a plan, or of all plans of a place, with how they stand',
  operation: 'law.text.read',
  audit: null,
  query: z.object({
    documentId: id.optional(),
    placeId: z.string().max(20).optional(),
    q: z.string().max(200).optional(),
  }),
  response: z.object({ targets: z.array(linkedTarget) }),
});

const made = z.object({ id });

export const setTargetStart = defineEndpoint({
  method: 'POST',
  path: '/api/targets/:targetId/start',
  summary: 'Says from where a target counts: value, year and source, or the year before; and how it is measured',
  operation: 'law.target.edit',
  audit: 'law.target.start',
  params: ofTarget,
  body: z.strictObject({
    placeId: z.string().max(20).nullable(),
    measure: words(1000).nullable(),
    against: z.enum(againsts),
    start: z.strictObject({ value: z.number(), year, source: words(500) }).nullable(),
  }),
  response: made,
});

export const addTargetValue = defineEndpoint({
  method: 'POST',
  path: '/api/targets/:targetId/values',
  summary:
    'Writes what was reached in a year with the document that says so; a second one for the year corrects the first',
  operation: 'law.target.edit',
  audit: 'law.target.value',
  params: ofTarget,
  body: z.strictObject({
    placeId: z.string().max(20).nullable(),
    year,
    /** Null takes back what was written for the year; the note must say why. */
    value: z.number().nullable(),
    proof: words(500).nullable(),
    proofUrl: z
      .string()
      .regex(/^https?:\/\//)
      .max(600)
      .nullable(),
    note: words(1000).nullable(),
  }),
  response: made,
});
