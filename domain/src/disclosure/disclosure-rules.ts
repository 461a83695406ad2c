import { z } from 'zod';
import { trusts } from '../places/place.ts';
import rows from './disclosure-rules.json' with { type: 'json' };
import type { Cell } from './publication.ts';

const basis = { id: z.string(), source: z.string(), trust: z.enum(trusts) };

/** Which counts are too small to be shown. `null` and an empty list mean «whatever it is». */
const smallRule = z.strictObject({
  ...basis,
  least: z.int().positive(),
  most: z.int().positive(),
  topic: z.string().nullable(),
  placeLevels: z.array(z.string()).nullable(),
  /** All of these must cut the cell. */
  cuts: z.array(z.string()),
});

export const disclosureRules = z.strictObject({
  small: z.array(smallRule),
  /**
   * A withheld cell is worked out within a width of w when the greatest whole number it can be, by everything that is or was
   * published, lies at most w above the least. Here the two must lie at least `leastWidth` apart.
   */
  interval: z.strictObject({ ...basis, leastWidth: z.int().positive() }),
});
export type DisclosureRules = z.infer<typeof disclosureRules>;

/** The rules in force, with what they stand on. */
export const standingRules: DisclosureRules = disclosureRules.parse(rows);

/** Whether a count is too small to be shown there, by any rule. Zero never is. */
export function isSmall(cell: Cell, rules: DisclosureRules): boolean {
  return rules.small.some(
    (rule) =>
      cell.count >= rule.least &&
      cell.count <= rule.most &&
      (rule.topic === null || rule.topic === cell.topic) &&
      (rule.placeLevels === null || (cell.placeLevel !== null && rule.placeLevels.includes(cell.placeLevel))) &&
      rule.cuts.every((cut) => cell.cuts.includes(cut)),
  );
}
