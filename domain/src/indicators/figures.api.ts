import { z } from 'zod';
import { comparabilities } from '../places/comparability.ts';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { figureStates } from './figure.ts';
import { indicator } from './indicator.ts';

const day = z.iso.date();
const completeness = z.object({
  due: z.int(),
  /** Null in the trend but for the chosen period: of five years it would be a question of its own. */
  sent: z.int().nullable(),
  accepted: z.int(),
  lastEntry: z.iso.datetime().nullable(),
});
const figure = z.object({
  state: z.enum(figureStates),
  amount: z.number().nullable(),
  estimate: z.boolean(),
  completeness,
});

/** Figures of one indicator: over periods, split, by place; for the whole country or one province. */
export const getIndicatorFigures = defineEndpoint({
  method: 'GET',
  path: '/api/indicators/:code/figures',
  summary:
    'What is known of an indicator from accepted reports: over periods, by its breakdowns, and by place in one period, as it was and on the map of today',
  operation: 'reports.version.read',
  audit: null,
  params: z.strictObject({ code: z.string().max(60) }),
  query: z.strictObject({
    /** A province; left out: all this person watches over. */
    placeId: z.string().max(20).optional(),
    /** Last day of the period whose breakdown and places are told; left out: the latest. */
    cutEnd: day.optional(),
    map: z.enum(['as_it_was', 'today']).default('as_it_was'),
  }),
  response: z.object({
    indicator,
    trend: z.array(z.object({ label: z.string(), cutStart: day, cutEnd: day, figure })),
    period: z.object({ label: z.string(), cutStart: day, cutEnd: day }).nullable(),
    breakdowns: z.array(
      z.object({
        code: z.string(),
        name: z.object({ vi: z.string(), en: z.string() }),
        parts: z.array(z.object({ part: z.string(), name: z.object({ vi: z.string(), en: z.string() }), figure })),
      }),
    ),
    places: z.array(
      z.object({
        placeId: z.string(),
        name: z.string(),
        level: z.string(),
        comparability: z.enum(comparabilities),
        figure,
      }),
    ),
    missing: z.array(z.object({ name: z.string(), dueOn: day })),
  }),
});
export type IndicatorFigures = z.infer<typeof getIndicatorFigures.response>;
