import { z } from 'zod';
import type { Refusal } from '../result.ts';

/** One thing that is wrong with a workbook: the row people see at the left of their screen, and why. */
export interface BadRow {
  /** Null where what is wrong concerns no single row of the file. */
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly refusal: Refusal;
}

/** The same as it is sent, with its sentences. */
export const badSheetRow = z.object({
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.object({ vi: z.string(), en: z.string() }),
});
export type BadSheetRow = z.infer<typeof badSheetRow>;
