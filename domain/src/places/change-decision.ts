import { z } from 'zod';

/** What a spreadsheet would run may not go out in a workbook again. */
const words = (shortest: number, longest: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(shortest)
    .max(longest)
    .regex(/^[^=+\-@]/u);

/** The decision an act rests on: its number as printed and the day it was signed; the rest where it is known. */
export const changeDecision = z.strictObject({
  number: words(3, 80),
  day: z.iso.date(),
  /** Who signed: `Ủy ban Thường vụ Quốc hội`. */
  issuer: words(1, 200).nullable().default(null),
  /** What it is about (trích yếu). */
  title: words(1, 500).nullable().default(null),
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
});
export type ChangeDecision = z.output<typeof changeDecision>;
