import { z } from 'zod';
import { trusts } from '../places/place.ts';

const both = z.strictObject({ vi: z.string().trim().min(1).max(300), en: z.string().trim().min(1).max(300) });

/**
 * How the parts of a breakdown stand to the whole. `exact`: each thing counted is in one part; `overlap`: one may be in
 * several (a child of two groups), so each part is at most the whole and their sum says nothing; `open`: no closed list
 * is known, so the parts may leave something out.
 */
export const partings = ['exact', 'overlap', 'open'] as const;

/** By what a figure is split. Official lists of one thing do not nest (the police cut ages at 13, the hotline at 11), so each is its own. */
export const breakdown = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .max(40),
  name: both,
  parting: z.enum(partings),
  /** Empty where the parts are kept elsewhere (places) or no list was seen. */
  parts: z.array(
    z.strictObject({
      code: z
        .string()
        .regex(/^[a-z0-9_]+$/)
        .max(40),
      name: both,
    }),
  ),
  source: both,
  trust: z.enum(trusts),
});
export type Breakdown = z.infer<typeof breakdown>;
