import { z } from 'zod';
import { officeKinds, officeRecord } from './office.ts';

const named = { kind: z.enum(officeKinds), id: z.uuid() };

/**
 * One thing an officer does to the agencies of a place. Nothing is lost: a new head is the end of the one before and
 * the beginning of the next, both in one act; of what is put right the version before stays in the history.
 */
export const officeChange = z.discriminatedUnion('change', [
  /** The id is made by the screen, so that what hangs at a new record can come in the same act. */
  z.strictObject({ change: z.literal('add'), record: officeRecord }),
  /** Puts right what was written: a telephone, a slip of the pen. The record keeps its id and where it hangs. */
  z.strictObject({ change: z.literal('amend'), record: officeRecord }),
  /** Its last day. What hangs at it and stands longer ends with it. */
  z.strictObject({ change: z.literal('end'), ...named, validTo: z.iso.date() }),
  /** It was never so. What hangs at it is withdrawn with it; all of it stays in the history. */
  z.strictObject({ change: z.literal('withdraw'), ...named }),
]);
export type OfficeChange = z.output<typeof officeChange>;
