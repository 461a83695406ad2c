import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { placeLevels, trusts } from '../places/place.ts';
import { placeBrief } from '../places/places.api.ts';
import { duties } from './duty.ts';
import { nationalLine } from './offices.api.ts';

const day = z.iso.date();

/** `authority` answers for the duty; `desk` does its daily work inside it. */
export const dutyParts = ['authority', 'desk'] as const;

export const dutyHolder = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  part: z.enum(dutyParts),
  /** The first and last day it holds the duty, as far as known. */
  since: day.nullable(),
  until: day.nullable(),
  /** The text and its article; null where none was read. The screen says so. */
  basis: z.string().nullable(),
  article: z.string().nullable(),
  trust: z.enum(trusts),
  sourceUrl: z.string().nullable(),
  note: z.string().nullable(),
  /** `place`: this place has written it down so; `register`: as it is in general. */
  said: z.enum(['place', 'register']),
  /** The office of this agency in this place, where one is written down, and who headed it on the day. */
  office: z.object({ id: z.uuid(), name: z.string(), phone: z.string().nullable() }).nullable(),
  accountable: z.object({ name: z.string(), title: z.string() }).nullable(),
});
export type DutyHolder = z.infer<typeof dutyHolder>;

export const dutyLevel = z.object({
  level: z.enum([...placeLevels, 'ministry']),
  /** Null for the ministry. */
  place: placeBrief.nullable(),
  /** Empty where nobody is known to hold it on this level on that day. */
  holders: z.array(dutyHolder),
});
export type DutyLevel = z.infer<typeof dutyLevel>;

export const getInCharge = defineEndpoint({
  method: 'GET',
  path: '/api/places/:placeId/in-charge',
  summary: 'Who is in charge of a duty (children) here on a day, from the commune to the ministry',
  operation: 'agencies.agency.read',
  audit: null,
  params: z.strictObject({ placeId: z.string().max(20) }),
  query: z.object({ on: day.optional(), duty: z.enum(duties).default('children') }),
  response: z.object({
    on: day,
    duty: z.enum(duties),
    place: placeBrief,
    /**
     * The units that stood here on the day: the one asked for, or before and after its time those that cover it, each
     * with its levels, itself first.
     */
    grounds: z.array(z.object({ place: placeBrief, levels: z.array(dutyLevel) })),
    /** False where the sources on units do not reach back to that day: levels are then those of the earliest known. */
    known: z.boolean(),
    nationalLines: z.array(nationalLine),
  }),
});
export type InCharge = z.infer<(typeof getInCharge)['response']>;
