import { z } from 'zod';
import { comparators, documentFacts, due, legalBasis, reportingDuty, reportPeriods, span } from './extraction.ts';

/**
 * A fact of a draft under review. What the reader found and what a person corrected have one shape: the
 * reader's facts without span and confidence (they stand beside the data), so that every field can be edited.
 */
export const taskData = z.strictObject({
  text: z.string(),
  section: z.string(),
  lead: z.array(z.string()),
  coordinating: z.array(z.string()),
  due: due.nullable(),
});

export const targetData = z.strictObject({
  text: z.string(),
  owner: z.array(z.string()),
  comparator: z.enum(comparators),
  value: z.number(),
  valueTo: z.number().nullable(),
  unit: z.string(),
  year: z.int().min(1945).max(2100).nullable(),
});

export const reportingData = z.strictObject({
  period: z.enum(reportPeriods),
  due: reportingDuty.shape.due,
  from: z.array(z.string()),
  to: z.string().nullable(),
  via: z.string().nullable(),
});

export const legalBasisData = z.strictObject({
  kind: z.string(),
  number: z.string(),
  issuedOn: legalBasis.shape.issued_on,
  issuer: z.string().nullable(),
});

export const headingData = z.strictObject({
  kind: documentFacts.shape.kind,
  number: documentFacts.shape.number,
  issuer: documentFacts.shape.issuer,
  place: documentFacts.shape.place,
  issuedOn: documentFacts.shape.issued_on,
  title: documentFacts.shape.title,
  signatoryName: z.string().nullable(),
  signatoryCapacity: z.string().nullable(),
});

/** A doubt of the reader. It is settled by a person, never by itself: `accepted` as read, or `mended` by an edit. */
export const doubtData = z.strictObject({
  code: z.string(),
  message: z.string(),
  /** The fact the doubt is about, when it is about one. */
  about: z.uuid().nullable(),
  settled: z.enum(['accepted', 'mended']).nullable(),
});

export const factKinds = ['heading', 'task', 'target', 'reporting', 'legal_basis', 'doubt'] as const;
export type FactKind = (typeof factKinds)[number];

const common = {
  id: z.uuid(),
  /** Where it stands among the facts of its kind; a real number, so that one can be put between two. */
  position: z.number(),
  /** The passage it was read from; null when a person added it without one. */
  span: span.nullable(),
  /** 0 to 1 from the reader; null when a person wrote it. */
  confidence: z.number().min(0).max(1).nullable(),
  /** Grows by one with each change of this fact. */
  version: z.int().min(1),
};

export const draftFact = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('heading'), data: headingData }),
  z.strictObject({ ...common, kind: z.literal('task'), data: taskData }),
  z.strictObject({ ...common, kind: z.literal('target'), data: targetData }),
  z.strictObject({ ...common, kind: z.literal('reporting'), data: reportingData }),
  z.strictObject({ ...common, kind: z.literal('legal_basis'), data: legalBasisData }),
  z.strictObject({ ...common, kind: z.literal('doubt'), data: doubtData }),
]);
export type DraftFact = z.infer<typeof draftFact>;
export type FactOf<Kind extends FactKind> = Extract<DraftFact, { kind: Kind }>;
export type FactData<Kind extends FactKind> = FactOf<Kind>['data'];

export const factDataSchemas = {
  heading: headingData,
  task: taskData,
  target: targetData,
  reporting: reportingData,
  legal_basis: legalBasisData,
  doubt: doubtData,
} as const;
