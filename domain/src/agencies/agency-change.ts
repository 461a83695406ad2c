import { z } from 'zod';
import { agency, agencyDuty, agencySuccession, dutyTransfer } from './agency.ts';

const id = agency.shape.id;
const day = z.iso.date();

/** One thing an administrator does to the register. Several together are one act. Nothing is removed. */
export const agencyChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('add_agency'), agency: agency.omit({ validTo: true }) }),
  z.strictObject({ change: z.literal('end_agency'), agencyId: id, validTo: day }),
  /** Names under which it is found besides its own; its own name begins and ends with it. */
  z.strictObject({ change: z.literal('set_aliases'), agencyId: id, aliases: agency.shape.aliases }),
  z.strictObject({ change: z.literal('add_succession'), ...agencySuccession.shape }),
  z.strictObject({ change: z.literal('add_transfer'), ...dutyTransfer.shape }),
  z.strictObject({ change: z.literal('add_duty'), ...agencyDuty.shape }),
  z.strictObject({ change: z.literal('end_duty'), dutyId: z.uuid(), validTo: day }),
]);
export type AgencyChange = z.infer<typeof agencyChange>;
