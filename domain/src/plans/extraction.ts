import { z } from 'zod';

/**
 * What is read out of a plan document; the output of `mangnon plan extract FILE --json`.
 * Offsets count UTF-16 code units in `text`, so that `text.slice(span.start, span.end)` gives the passage.
 */
export const span = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });
export type Span = z.infer<typeof span>;

export const due = z.strictObject({
  /** ISO dates; `null` where that end is open. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  /** As printed: «Quý I năm 2023», «Cả năm». */
  text: z.string(),
});
export type Due = z.infer<typeof due>;

export const comparators = ['>=', '>', '<=', '<', 'decrease_by', 'increase_by'] as const;
export const reportPeriods = ['month', '3_months', '6_months', '9_months', 'year'] as const;

export const documentFacts = z.strictObject({
  kind: z.string(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  place: z.string().nullable(),
  /** ISO date, or its known part: 2020-10, 2021. */
  issued_on: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  title: z.string(),
  signatory: z.strictObject({ name: z.string(), capacity: z.string() }).nullable(),
  recipients: z.array(z.string()),
});
export type DocumentFacts = z.infer<typeof documentFacts>;

export const legalBasis = z.strictObject({
  kind: z.string(),
  number: z.string(),
  issued_on: z.string().nullable(),
  issuer: z.string().nullable(),
  span,
});
export type LegalBasis = z.infer<typeof legalBasis>;

export const section = z.strictObject({ label: z.string(), title: z.string(), depth: z.int(), span });
export type Section = z.infer<typeof section>;

export const task = z.strictObject({
  text: z.string(),
  section: z.string(),
  lead: z.array(z.string()),
  coordinating: z.array(z.string()),
  due: due.nullable(),
  span,
  confidence: z.number().min(0).max(1),
});
export type Task = z.infer<typeof task>;

export const target = z.strictObject({
  text: z.string(),
  owner: z.array(z.string()),
  comparator: z.enum(comparators),
  value: z.number(),
  value_to: z.number().nullable(),
  unit: z.string(),
  year: z.int().nullable(),
  span,
});
export type Target = z.infer<typeof target>;

export const reportingDuty = z.strictObject({
  period: z.enum(reportPeriods),
  due: z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }).nullable(),
  from: z.array(z.string()),
  to: z.string().nullable(),
  via: z.string().nullable(),
  span,
});
export type ReportingDuty = z.infer<typeof reportingDuty>;

export const fundingClause = z.strictObject({ text: z.string(), span });
export type FundingClause = z.infer<typeof fundingClause>;

export const readingWarning = z.strictObject({ code: z.string(), message: z.string(), span: span.optional() });
export type ReadingWarning = z.infer<typeof readingWarning>;

export const planExtraction = z.strictObject({
  document: documentFacts,
  text: z.string(),
  legal_bases: z.array(legalBasis),
  sections: z.array(section),
  tasks: z.array(task),
  targets: z.array(target),
  reporting: z.array(reportingDuty),
  funding: z.array(fundingClause),
  warnings: z.array(readingWarning),
});
export type PlanExtraction = z.infer<typeof planExtraction>;
