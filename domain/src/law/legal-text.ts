import { z } from 'zod';
import { trusts } from '../places/place.ts';

/** Loại văn bản: Law on promulgating legal documents, and Decree 30/2020 art. 7 for administrative ones. */
export const textKinds = [
  'law',
  'resolution',
  'decree',
  'circular',
  'decision',
  'directive',
  'telegram',
  'programme',
  'plan',
  'consolidated',
  'other',
] as const;
export type TextKind = (typeof textKinds)[number];

/** What one text does to another. */
export const relationKinds = ['carries_out', 'details', 'amends', 'replaces', 'repeals'] as const;
export type RelationKind = (typeof relationKinds)[number];

const line = (most: number) => z.string().trim().min(1).max(most);
const address = z
  .string()
  .regex(/^https?:\/\//)
  .max(600);

/** Number and date together say which text is meant. */
export const textIdentity = z.strictObject({ number: line(120), issuedOn: z.iso.date() });
export type TextIdentity = z.infer<typeof textIdentity>;

export const legalText = textIdentity.extend({
  kind: z.enum(textKinds),
  issuer: line(300),
  title: line(1000),
  /** First and last day in force; null where not known, or not ended. */
  inForceFrom: z.iso.date().nullable(),
  inForceTo: z.iso.date().nullable(),
  sourceUrl: address.nullable(),
  trust: z.enum(trusts),
  note: line(2000).nullable(),
});
export type LegalText = z.infer<typeof legalText>;

export const textRelation = z.strictObject({
  kind: z.enum(relationKinds),
  /** From this day on; null where not known. */
  on: z.iso.date().nullable(),
  article: line(300).nullable(),
  trust: z.enum(trusts),
});

/** Targets as figures set them; `=` is a share of all, or a count of all. */
export const targetComparators = ['>=', '>', '<=', '<', '=', 'decrease_by', 'increase_by'] as const;
export type TargetComparator = (typeof targetComparators)[number];

/** What «giảm 5 %» counts from. */
export const againsts = ['baseline', 'previous_year'] as const;
export type Against = (typeof againsts)[number];

/** How a text stands on a day. `ended` also where another text repealed or replaced it from a day that has come. */
export const forces = ['in_force', 'not_yet', 'ended', 'unknown'] as const;
export type Force = (typeof forces)[number];

/** Where nothing is said about the beginning but the text was issued, it counts as in force unless it has ended. */
export function forceOn(text: Pick<LegalText, 'issuedOn' | 'inForceFrom' | 'inForceTo'>, day: string): Force {
  if (text.inForceTo !== null && text.inForceTo < day) return 'ended';
  if (text.inForceFrom !== null) return text.inForceFrom <= day ? 'in_force' : 'not_yet';
  return text.issuedOn <= day ? 'unknown' : 'not_yet';
}
