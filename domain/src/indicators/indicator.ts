import { z } from 'zod';
import { trusts } from '../places/place.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
const both = (most: number) => z.strictObject({ vi: words(most), en: words(most) });

/** `n.children`, `qd23.3a`: the code a figure bears here; what the source itself prints is `officialCode`. */
const code = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/)
  .max(60);

export const subjects = [
  'population',
  'protection',
  'justice',
  'health',
  'education',
  'participation',
  'culture',
  'outreach',
] as const;

/** What one counts over time (`flow`: reports received in a month) or at its end (`stock`: children living there). */
export const measures = ['flow', 'stock'] as const;
export const placeRules = ['sum', 'none'] as const;
export const periodRules = ['sum', 'last', 'none'] as const;
export const indicatorPeriods = ['month', 'quarter', 'half_year', 'year'] as const;

/**
 * How a figure comes about. `count` is told by units and added up by its own two rules; `ratio` is always sum over sum
 * of two counts; `change` sets a count beside the same period of the year before; `unknown` means that our sources name
 * the indicator and do not say how it is computed, so nothing is computed.
 */
export const formula = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('count'),
    measure: z.enum(measures),
    overPlaces: z.enum(placeRules),
    /** `none` where adding would count one person twice: children supported in January and again in February. */
    overPeriods: z.enum(periodRules),
    whole: z.boolean(),
    /** No value lies above it, whatever it counts; null where there is no such bound. */
    atMost: z.number().positive().nullable(),
  }),
  z.strictObject({
    kind: z.literal('ratio'),
    numerator: code,
    denominator: code,
    factor: z.number().positive(),
    /** What the numerator counts is among what the denominator counts, so it cannot be more. */
    within: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('change'), of: code }),
  z.strictObject({ kind: z.literal('unknown') }),
]);
export type Formula = z.infer<typeof formula>;
export type CountFormula = Extract<Formula, { kind: 'count' }>;

/** The text that names the indicator, with the place in it where known. */
export const indicatorBasis = z.strictObject({
  number: words(100),
  issuedOn: z.iso.date(),
  article: words(300).nullable(),
  sourceUrl: z.url().nullable(),
});

/** One version of an indicator: what it meant over one stretch of time. A change makes a new version, and none is ever taken out. */
export const indicator = z.strictObject({
  code,
  officialCode: words(40).nullable(),
  version: z.int().min(1),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  subject: z.enum(subjects),
  name: both(300),
  /** Null where no definition was seen; none is ever made up. */
  definition: both(2000).nullable(),
  formula,
  unit: both(60),
  breakdowns: z.array(words(40)),
  period: z.enum(indicatorPeriods).nullable(),
  dataSource: both(300).nullable(),
  agency: words(300).nullable(),
  /** Empty for what no text asks for and the product counts by itself. */
  basis: z.array(indicatorBasis),
  /** What is asked for, in the words of who asks: «trên 95 %». */
  goal: both(200).nullable(),
  /** How sure it is that the text names this indicator. */
  trust: z.enum(trusts),
  /** How sure it is that it is computed so; null where the formula is not known. */
  formulaTrust: z.enum(trusts).nullable(),
  note: both(600).nullable(),
});
export type Indicator = z.infer<typeof indicator>;

/** An indicator that is counted. */
export type Count = Indicator & { readonly formula: CountFormula };

export function isCount(one: Indicator): one is Count {
  return one.formula.kind === 'count';
}
