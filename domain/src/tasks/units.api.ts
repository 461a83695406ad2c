import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { unitBrief } from './task-words.ts';
import { unitFigures } from './unit-figures.ts';

const id = z.uuid();
const day = z.iso.date();
const placeId = z.string().max(20);
const place = z.object({ placeId: z.string(), name: z.string() });

/** What waits for the decision of a place, as periods, and since when the oldest of them does. */
const waits = z.object({ count: z.int(), since: day.nullable() });
const toDecide = z.object({
  report: waits,
  time: waits,
  /** Null where this person may not see what hinders these units. */
  hindrance: waits.nullable(),
});
export type ToDecide = z.infer<typeof toDecide>;

const stint = z.object({
  id,
  name: z.string(),
  title: z.string(),
  validFrom: day,
  /** The last day; null while it lasts. */
  validTo: day.nullable(),
});

export const compareKinds = ['place', 'agency'] as const;

export const compareUnits = defineEndpoint({
  method: 'GET',
  path: '/api/tasks/comparison',
  summary:
    'One measure over sister units: the communes of a province, or the agencies of one place; those without tasks too',
  operation: 'tasks.task.read',
  audit: null,
  query: z.strictObject({
    by: z.enum(compareKinds),
    /** A province for `place`; a province or a commune for `agency`. */
    within: placeId,
    planId: id.optional(),
  }),
  response: z.object({
    within: place,
    whole: unitFigures,
    rows: z.array(
      unitFigures.extend({
        placeId: z.string(),
        /** Null where a whole commune is counted. */
        agencyId: z.string().nullable(),
        name: z.string(),
      }),
    ),
    today: day,
  }),
});
export type Comparison = z.infer<typeof compareUnits.response>;

export const getUnit = defineEndpoint({
  method: 'GET',
  path: '/api/places/:placeId/agencies/:agencyId/tasks',
  summary: 'One unit: how it stands with its tasks, month by month, and what waits for a decision',
  operation: 'tasks.task.read',
  audit: null,
  params: z.strictObject({ placeId, agencyId: z.string().max(80) }),
  response: z.object({
    unit: unitBrief,
    /** Its page in the register of agencies; null where the place has written no such office down, or several. */
    officeId: id.nullable(),
    figures: unitFigures,
    /** By month due; `month` is empty for what has no due day. */
    months: z.array(unitFigures.extend({ month: z.string() })),
    /** Periods with an open hindrance; null where this person may not see them. */
    hindered: z.int().nullable(),
    /** Only of a people’s committee: what waits for the place whose plans it gives out. */
    toDecide: toDecide.nullable(),
    today: day,
  }),
});
export type UnitTasks = z.infer<typeof getUnit.response>;

/** Older moves of due days stand in the history of each task. */
export const mostMoves = 100;

export const getHeads = defineEndpoint({
  method: 'GET',
  path: '/api/tasks/heads',
  summary:
    'Each unit in reach with the person who headed it when its tasks fell due: overdue, late, covered up, to be decided',
  operation: 'tasks.task.read',
  audit: null,
  query: z.strictObject({
    /** A province or a commune; left out: what the posts of this person reach. */
    within: placeId.optional(),
  }),
  response: z.object({
    /** What is shown: places with all below them, or single units. */
    within: z.array(place),
    rows: z.array(
      unitFigures.extend({
        unit: unitBrief,
        /** Null where the register has nobody for that time. */
        head: stint.nullable(),
      }),
    ),
    deciders: z.array(toDecide.extend({ place, head: stint.nullable() })),
    /** Who moved which due day, when and why, the latest first; at most `mostMoves`. */
    moves: z.array(
      z.object({
        id,
        taskId: id,
        words: z.string(),
        period: z.string(),
        unit: unitBrief,
        from: day,
        to: day,
        /** Null where a request for more time was granted and tells why itself. */
        reason: z.string().nullable(),
        by: z.string(),
        at: z.iso.datetime(),
      }),
    ),
    today: day,
  }),
});
export type Heads = z.infer<typeof getHeads.response>;
