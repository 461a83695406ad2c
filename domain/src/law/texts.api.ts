import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { trusts } from '../places/place.ts';
import { forces, legalText, targetComparators, textKinds, textRelation } from './legal-text.ts';

const id = z.uuid();
const day = z.iso.date();
const ofText = z.strictObject({ textId: id });

/** A text, or a plan, as a line names it. */
export const documentBrief = z.object({
  id,
  is: z.enum(['text', 'plan']),
  /** Of a text: its kind; of a plan: as printed. */
  kind: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  issuer: z.string().nullable(),
  title: z.string(),
  /** Whose plan it is, where that is known. */
  placeName: z.string().nullable(),
  /** The adopted document itself, where it was read in. */
  planId: id.nullable(),
});
export type DocumentBrief = z.infer<typeof documentBrief>;

const textLine = legalText.omit({ sourceUrl: true, note: true }).extend({
  id,
  force: z.enum(forces),
  /** The adopted document of this very text. */
  planId: id.nullable(),
  counts: z.object({ duties: z.int(), targets: z.int(), plans: z.int() }),
});
export type TextLine = z.infer<typeof textLine>;

export const listTexts = defineEndpoint({
  method: 'GET',
  path: '/api/texts',
  summary: 'Known texts, newest first; every word of `q` is found in number, title, issuer or year, accents aside',
  operation: 'law.text.read',
  audit: null,
  query: z.object({
    q: z.string().max(200).optional(),
    kind: z.enum(textKinds).optional(),
    force: z.enum(forces).optional(),
  }),
  response: z.object({ on: day, texts: z.array(textLine), can: z.object({ edit: z.boolean() }) }),
});

export const textDuty = z.object({
  id,
  /** `read`: a task of the adopted document; `entered`: told in our words with its article. */
  origin: z.enum(['read', 'entered']),
  article: z.string().nullable(),
  words: z.string(),
  owner: z.string().nullable(),
  due: z.string().nullable(),
  trust: z.enum(trusts).nullable(),
  sourceUrl: z.string().nullable(),
  /** How many tasks of lower plans make it concrete. */
  tasks: z.int(),
});
export type TextDuty = z.infer<typeof textDuty>;

export const targetLine = z.object({
  id,
  origin: z.enum(['read', 'entered']),
  article: z.string().nullable(),
  words: z.string(),
  comparator: z.enum(targetComparators),
  value: z.number().nullable(),
  valueTo: z.number().nullable(),
  unit: z.string(),
  year: z.int().nullable(),
  trust: z.enum(trusts).nullable(),
});
export type TargetLine = z.infer<typeof targetLine>;

export const getText = defineEndpoint({
  method: 'GET',
  path: '/api/texts/:textId',
  summary: 'A known text: what changes it, its duties and targets, and the plans that carry it out',
  operation: 'law.text.read',
  audit: null,
  params: ofText,
  response: z.object({
    on: day,
    text: legalText.extend({
      id,
      force: z.enum(forces),
      /** The adopted document of this very text. */
      planId: id.nullable(),
      changedAt: z.iso.datetime(),
      changedBy: z.string().nullable(),
    }),
    relations: z.array(
      textRelation.extend({
        id,
        /** Whether this text does it to the other, or the other to this one. */
        side: z.enum(['does', 'undergoes']),
        text: documentBrief,
      }),
    ),
    duties: z.array(textDuty),
    targets: z.array(targetLine),
    plans: z.array(documentBrief.extend({ linkedDuties: z.int() })),
    can: z.object({ edit: z.boolean() }),
  }),
});
export type TextPage = z.infer<(typeof getText)['response']>;

const made = z.object({ textId: id });

export const addText = defineEndpoint({
  method: 'POST',
  path: '/api/texts',
  summary: 'Adds a known text; number and date say which one it is',
  operation: 'law.text.edit',
  audit: 'law.text.add',
  body: legalText,
  response: made,
});

export const changeText = defineEndpoint({
  method: 'PUT',
  path: '/api/texts/:textId',
  summary: 'Puts a known text right; the version before is kept',
  operation: 'law.text.edit',
  audit: 'law.text.edit',
  params: ofText,
  /** `seen`: `changedAt` of what the person had before them. */
  body: legalText.extend({ seen: z.iso.datetime() }),
  response: made,
});

export const setTextDocument = defineEndpoint({
  method: 'PUT',
  path: '/api/texts/:textId/document',
  summary: 'Says which adopted document is this very text, so that its tasks and targets are those of the text',
  operation: 'law.text.edit',
  audit: 'law.text.document',
  params: ofText,
  body: z.strictObject({ planId: id.nullable() }),
  response: made,
});

export const addTextRelation = defineEndpoint({
  method: 'POST',
  path: '/api/texts/:textId/relations',
  summary: 'Says what this text does to another: carries it out, details, amends, replaces or repeals it',
  operation: 'law.text.edit',
  audit: 'law.relation.add',
  params: ofText,
  body: textRelation.extend({ otherId: id }),
  response: made,
});

export const withdrawTextRelation = defineEndpoint({
  method: 'POST',
  path: '/api/texts/:textId/relations/:relationId/withdrawal',
  summary: 'Takes back a relation written by mistake; it stays in the history',
  operation: 'law.text.edit',
  audit: 'law.relation.withdraw',
  params: z.strictObject({ textId: id, relationId: id }),
  response: made,
});

export const addTextDuty = defineEndpoint({
  method: 'POST',
  path: '/api/texts/:textId/duties',
  summary: 'Adds a duty of a text in words of the office, with its article',
  operation: 'law.text.edit',
  audit: 'law.duty.add',
  params: ofText,
  body: z.strictObject({
    article: z.string().trim().min(1).max(300),
    words: z.string().trim().min(1).max(4000),
    owner: z.string().trim().min(1).max(300).nullable(),
    due: z.string().trim().min(1).max(300).nullable(),
    trust: z.enum(trusts),
  }),
  response: made,
});
