import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { changeDecision } from './change-decision.ts';
import { comparabilities } from './comparability.ts';
import { nameChange, placeLevels, successionKinds, trusts } from './place.ts';

const sentence = z.object({ vi: z.string(), en: z.string() });
const day = z.iso.date();
/** `on` is today in Viet Nam where nothing is given. */
const onDay = z.object({ on: day.optional() });
const ofPlace = z.strictObject({ placeId: z.string().max(20) });

export const standings = ['stood', 'not_yet', 'ended', 'unknown'] as const;

/** A unit as a line of a list shows it, under the name it bore on the day asked for. */
export const placeBrief = z.object({
  id: z.string(),
  code: z.string(),
  level: z.enum(placeLevels),
  type: z.string(),
  name: z.string(),
  fullName: z.string(),
  /** The units above it, nearest first: `huyện Mộc, tỉnh Mộc Giang`; empty for a province. */
  above: z.string(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  standing: z.enum(standings),
});
export type PlaceBrief = z.infer<typeof placeBrief>;

export const placeCover = z.object({
  place: placeBrief,
  kind: z.enum(['same', 'whole', 'part', 'unknown']),
  weight: z.number().nullable(),
});
export type PlaceCover = z.infer<typeof placeCover>;

export const placeHit = placeBrief.extend({
  /** For a unit that does not stand on the day: the units of that day that cover it. */
  now: z.array(placeCover),
});
export type PlaceHit = z.infer<typeof placeHit>;

export const searchPlaces = defineEndpoint({
  method: 'GET',
  path: '/api/places',
  summary: 'Administrative units by any spelling, old names included, best first',
  operation: 'places.place.search',
  audit: null,
  query: z.object({
    q: z.string().max(200),
    on: day.optional(),
    level: z.enum(placeLevels).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  response: z.object({ on: day, places: z.array(placeHit) }),
});

const link = z.object({
  place: placeBrief,
  on: day,
  kind: z.enum(successionKinds),
  weight: z.number().nullable(),
  trust: z.enum(trusts),
});
export type PlaceLink = z.infer<typeof link>;

const comparison = z.object({ kind: z.enum(comparabilities), sentence });

export const unitsHere = z.object({
  on: day,
  units: z.array(placeCover),
  /** False where the sources do not reach back to that day: the units are then the earliest known. */
  known: z.boolean(),
  /** The first day our sources speak of. */
  knownFrom: day,
});
export type UnitsHereAnswer = z.infer<typeof unitsHere>;

export const getPlace = defineEndpoint({
  method: 'GET',
  path: '/api/places/:placeId',
  summary: 'One administrative unit on a day: what it was, what it came from, what became of it',
  operation: 'places.place.read',
  audit: null,
  params: ofPlace,
  query: onDay,
  response: z.object({
    on: day,
    place: placeBrief,
    knownFrom: day,
    /** Type and name it began with. */
    began: z.object({ type: z.string(), name: z.string() }),
    changes: z.array(nameChange),
    parent: placeBrief.nullable(),
    /** The day asked for, or the nearest one on which the unit stood: its children are those of that day. */
    childrenOn: day,
    children: z.array(placeBrief),
    predecessors: z.array(link),
    successors: z.array(link),
    before: comparison,
    /** Null while it stands and nothing of it went elsewhere. */
    after: comparison.nullable(),
    here: unitsHere,
    /** What it was changed by, the newest first. */
    decisions: z.array(changeDecision),
    can: z.object({ edit: z.boolean() }),
  }),
});
export type PlacePage = z.infer<(typeof getPlace)['response']>;

export const getUnitsHere = defineEndpoint({
  method: 'GET',
  path: '/api/places/:placeId/here',
  summary: 'What was here on a day: the units of that day on the ground of this one, before or after its time',
  operation: 'places.place.read',
  audit: null,
  params: ofPlace,
  query: onDay,
  response: unitsHere,
});

export const getReportingChain = defineEndpoint({
  method: 'GET',
  path: '/api/places/:placeId/chain',
  summary: 'Through whom this unit reports on a day, the ministry last',
  operation: 'places.place.read',
  audit: null,
  params: ofPlace,
  query: onDay,
  response: z.object({
    on: day,
    /** Null where the unit, or one above it, is not known to have stood on that day; `reason` says so. */
    links: z.array(z.object({ level: z.enum([...placeLevels, 'ministry']), place: placeBrief.nullable() })).nullable(),
    reason: sentence.nullable(),
  }),
});
