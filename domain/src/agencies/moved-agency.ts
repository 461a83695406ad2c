import { z } from 'zod';
import { trusts } from '../places/place.ts';
import { duties } from './duty.ts';

const day = z.iso.date();

/** One step on the way of a duty: to whom, since when, by which text. */
export const dutyStep = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  on: day,
  basis: z.string().nullable(),
  article: z.string().nullable(),
  trust: z.enum(trusts),
  sourceUrl: z.string().nullable(),
});
export type DutyStep = z.infer<typeof dutyStep>;

/** An agency that has ended, and who holds each of its duties on a later day. */
export const movedAgency = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  /** Its last day. */
  endedOn: day,
  on: day,
  /** Children first. */
  duties: z.array(
    z.object({
      /** As the source says it; null where only the agency as a whole is known to have gone on. */
      words: z.string().nullable(),
      duties: z.array(z.enum(duties)),
      /** Oldest first; the last one holds it on `on`. */
      steps: z.array(dutyStep).min(1),
    }),
  ),
});
export type MovedAgency = z.infer<typeof movedAgency>;
