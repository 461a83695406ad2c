import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { placeLevels } from '../places/place.ts';
import { documentBrief } from './texts.api.ts';

const id = z.uuid();
const ofPlan = z.strictObject({ planId: id });

/** `suggested`: proposed by the machine and confirmed; `by_hand`: found by a person; `drawn_up`: written here from it. */
export const linkOrigins = ['suggested', 'by_hand', 'drawn_up'] as const;
export type LinkOrigin = (typeof linkOrigins)[number];
export const linkStates = ['linked', 'refused'] as const;
export type LinkState = (typeof linkStates)[number];

export const placeOrigins = ['heading', 'post', 'by_hand'] as const;

const decided = { state: z.enum(linkStates), origin: z.enum(linkOrigins), by: z.string(), at: z.iso.datetime() };

export const getCascade = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:planId/cascade',
  summary: 'Where a plan stands: its place, the texts and higher plans it carries out, the plans that carry it out',
  operation: 'law.text.read',
  audit: null,
  params: ofPlan,
  response: z.object({
    plan: documentBrief,
    place: z
      .object({ id: z.string(), name: z.string(), level: z.enum(placeLevels), origin: z.enum(placeOrigins) })
      .nullable(),
    /** The known text whose document this plan is. */
    text: documentBrief.nullable(),
    carriesOut: z.array(z.object({ higher: documentBrief, ...decided })),
    /** Recognised by number and date in the legal bases, and neither confirmed nor refused yet. */
    suggested: z.array(z.object({ cited: z.string(), higher: documentBrief })),
    /** Legal bases whose document is not known here. */
    unknown: z.array(z.string()),
    below: z.array(documentBrief),
    counts: z.object({ tasks: z.int(), linkedTasks: z.int(), targets: z.int(), linkedTargets: z.int() }),
    can: z.object({ link: z.boolean(), setPlace: z.boolean(), setDocument: z.boolean() }),
  }),
});
export type Cascade = z.infer<(typeof getCascade)['response']>;

export const setPlanPlace = defineEndpoint({
  method: 'PUT',
  path: '/api/plans/:planId/place',
  summary: 'Says whose plan it is',
  operation: 'law.link.edit',
  audit: 'law.plan.place',
  params: ofPlan,
  body: z.strictObject({ placeId: z.string().max(20) }),
  response: z.object({ placeId: z.string() }),
});

export const decideCarriesOut = defineEndpoint({
  method: 'POST',
  path: '/api/plans/:planId/carries-out',
  summary: 'Says that a plan carries out a text or higher plan, or that it does not',
  operation: 'law.link.edit',
  audit: 'law.plan.carries_out',
  params: ofPlan,
  body: z.strictObject({ higherId: id, state: z.enum(linkStates), origin: z.enum(linkOrigins) }),
  response: z.object({ higherId: id, state: z.enum(linkStates) }),
});

/** A duty, task or target of a higher document, as it can be pointed to. */
export const higherItem = z.object({
  id,
  words: z.string(),
  /** Article of a text, section of a plan. */
  article: z.string().nullable(),
  documentId: id,
});
export type HigherItem = z.infer<typeof higherItem>;

export const lowerItem = z.object({
  id,
  words: z.string(),
  article: z.string().nullable(),
  links: z.array(z.object({ higherId: id, ...decided })),
  /** Best first; none that was linked or refused before. */
  suggestions: z.array(z.object({ higherId: id, score: z.number() })),
});
export type LowerItem = z.infer<typeof lowerItem>;

const side = z.object({ lower: z.array(lowerItem), higher: z.array(higherItem) });

export const getLinks = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:planId/links',
  summary: 'The tasks and targets of a plan beside those of what it carries out: links, and suggestions by words',
  operation: 'law.text.read',
  audit: null,
  params: ofPlan,
  response: z.object({
    plan: documentBrief,
    documents: z.array(documentBrief),
    tasks: side,
    targets: side,
    can: z.object({ link: z.boolean() }),
  }),
});
export type Links = z.infer<(typeof getLinks)['response']>;

export const linkDecision = z.strictObject({
  kind: z.enum(['task', 'target']),
  lowerId: id,
  higherId: id,
  state: z.enum(linkStates),
  origin: z.enum(linkOrigins),
  score: z.number().min(0).max(1).nullable(),
});
export type LinkDecision = z.infer<typeof linkDecision>;

export const decideLinks = defineEndpoint({
  method: 'POST',
  path: '/api/plans/:planId/links',
  summary: 'Confirms or refuses links of tasks and targets, many at once: all of it or nothing',
  operation: 'law.link.edit',
  audit: 'law.link.decide',
  params: ofPlan,
  body: z.strictObject({ decisions: z.array(linkDecision).min(1).max(1000) }),
  response: z.object({ linked: z.int(), refused: z.int() }),
});
