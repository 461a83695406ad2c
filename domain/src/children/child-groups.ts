import { z } from 'zod';
import { someWords, words } from './shown-group.ts';

export const sexes = ['female', 'male', 'unknown'] as const;

/** A year, or a whole day where it is known. */
const born = z.union([z.iso.date(), z.string().regex(/^(19|20)\d{2}$/)]);

export const childIdentity = z.strictObject({
  name: someWords(120),
  born: born.nullable(),
  sex: z.enum(sexes),
  /** Số định danh cá nhân: twelve digits. */
  personalNumber: z
    .string()
    .regex(/^\d{12}$/)
    .nullable(),
});
export type ChildIdentity = z.infer<typeof childIdentity>;

export const childContact = z.strictObject({ address: words(500), carers: words(1000), phone: words(60) });
export type ChildContact = z.infer<typeof childContact>;

export const childHealth = z.strictObject({ health: words(5000), disability: words(2000) });
export type ChildHealth = z.infer<typeof childHealth>;

/** The year of `2015` or `2015-03-02`; `null` where nobody knows it. */
export function birthYearOf(known: string | null): number | null {
  return known === null ? null : Number(known.slice(0, 4));
}

/** Says whether a day or year of birth can be one, on a day (ISO). */
export function isBornBy(known: string | null, today: string): boolean {
  return known === null || (known <= today && Number(known.slice(0, 4)) >= 1990);
}
