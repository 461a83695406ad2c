import { z } from 'zod';
import { agency, agencyDuty, agencySuccession, dutyTransfer } from './agency.ts';

const id = agency.shape.id;
const day = z.iso.date();

/**
 * One thing that is done to the register. Several together are one act. What stood before is kept in the history, of
 * what is put right and of what is withdrawn too.
 */
export const agencyChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('add_agency'), agency: agency.omit({ validTo: true }) }),
  /** Puts right what was written of it: a name, its other names, its level, its place, its time. It keeps its code. */
  z.strictObject({ change: z.literal('amend_agency'), agency }),
  z.strictObject({ change: z.literal('end_agency'), agencyId: id, validTo: day }),
  /** Names under which it is found besides its own; its own name begins and ends with it. */
  z.strictObject({ change: z.literal('set_aliases'), agencyId: id, aliases: agency.shape.aliases }),
  z.strictObject({ change: z.literal('add_succession'), ...agencySuccession.shape }),
  z.strictObject({ change: z.literal('withdraw_succession'), fromId: id, toId: id }),
  z.strictObject({ change: z.literal('add_transfer'), ...dutyTransfer.shape }),
  z.strictObject({ change: z.literal('withdraw_transfer'), transferId: z.uuid() }),
  z.strictObject({ change: z.literal('add_duty'), ...agencyDuty.shape }),
  /** Puts right what was written of it; it stays the duty of this agency. */
  z.strictObject({ change: z.literal('amend_duty'), ...agencyDuty.shape }),
  z.strictObject({ change: z.literal('end_duty'), dutyId: z.uuid(), validTo: day }),
  /** It was never so. */
  z.strictObject({ change: z.literal('withdraw_duty'), dutyId: z.uuid() }),
]);
export type AgencyChange = z.infer<typeof agencyChange>;
