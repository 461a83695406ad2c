import { z } from 'zod';

/** What a task must produce. */
export const productKinds = ['none', 'report', 'document', 'course', 'model', 'figure', 'other'] as const;

export const product = z.strictObject({
  kind: z.enum(productKinds).exclude(['none']),
  words: z.string().trim().min(1).max(500),
  /** The figure to be reached, where one is. */
  figure: z.strictObject({ value: z.number().min(0), unit: z.string().trim().min(1).max(60) }).nullable(),
});
export type Product = z.infer<typeof product>;

/** A unit: an agency in its place. */
export const unitRef = z.strictObject({ agencyId: z.string().min(1).max(80), placeId: z.string().min(1).max(20) });
export type UnitRef = z.infer<typeof unitRef>;

export const unitBrief = z.object({
  agencyId: z.string(),
  placeId: z.string(),
  /** «Sở Y tế tỉnh Mộc Giang», «UBND xã Khe Trúc»: the name of its office where one is written down. */
  name: z.string(),
  placeName: z.string(),
});
export type UnitBrief = z.infer<typeof unitBrief>;
