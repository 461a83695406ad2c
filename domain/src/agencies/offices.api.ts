import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { historyEntry } from '../kernel/history.ts';
import { placeBrief } from '../places/places.api.ts';
import { officeChange } from './office-change.ts';
import {
  collaborator,
  committee,
  committeeMember,
  focalPoint,
  office,
  officeDuty,
  officeHead,
  officeKinds,
  village,
} from './office.ts';

const day = z.iso.date();
const ofPlace = z.strictObject({ placeId: z.string().max(20) });

/** How a record stands on the day asked for; `withdrawn` was written by mistake and was never so. */
export const recordStandings = ['stands', 'ended', 'not_yet', 'withdrawn'] as const;
const standing = z.enum(recordStandings);
const shown = {
  standing,
  /** How many earlier versions of it this person may read (`getOfficeHistory`). */
  versions: z.int(),
};

/** What a national line is: it belongs to no place and is answered for all of them. */
export const nationalLine = z.object({
  name: z.string(),
  phone: z.string(),
  hours: focalPoint.shape.hours,
  onDutyNow: z.boolean(),
  basis: z.string(),
  article: z.string(),
  trust: officeDuty.shape.trust,
});

const duty = officeDuty.extend(shown);
const head = officeHead.extend(shown);
const point = focalPoint.extend({
  ...shown,
  /** Whether the telephone is answered at this moment, whatever day was asked for. */
  onDutyNow: z.boolean(),
});
const member = committeeMember.extend(shown);
const helper = collaborator.extend(shown);

export const officeOfPlace = office.extend({
  ...shown,
  agencyName: z.string(),
  duties: z.array(duty),
  /** The head on the day: who answers for the office. Null where nobody is written down for it. */
  accountable: head.nullable(),
  /** Head first, then deputies; with `all` also those before and after. */
  heads: z.array(head),
  focalPoints: z.array(point),
});
export type OfficeOfPlace = z.infer<typeof officeOfPlace>;

export const committeeOfPlace = committee.extend({
  ...shown,
  /** Chair first. */
  members: z.array(member),
});
export type CommitteeOfPlace = z.infer<typeof committeeOfPlace>;

export const villageOfPlace = village.extend({
  ...shown,
  /** Empty also where `can.seeCollaborators` is false. */
  collaborators: z.array(helper),
});
export type VillageOfPlace = z.infer<typeof villageOfPlace>;

export const getOffices = defineEndpoint({
  method: 'GET',
  path: '/api/places/:placeId/offices',
  summary: 'The agencies of a place on a day: heads, focal points, committees, villages and their collaborators',
  operation: 'agencies.office.read',
  audit: 'agencies.office.read',
  params: ofPlace,
  query: z.object({
    /** Today in Viet Nam where none is given. */
    on: day.optional(),
    /** With `yes` the whole history: what has ended, is yet to begin, or was withdrawn, each with its standing. */
    all: z.enum(['yes', 'no']).default('no'),
  }),
  response: z.object({
    on: day,
    place: placeBrief,
    offices: z.array(officeOfPlace),
    committees: z.array(committeeOfPlace),
    villages: z.array(villageOfPlace),
    nationalLines: z.array(nationalLine),
    can: z.object({ edit: z.boolean(), seeCollaborators: z.boolean() }),
  }),
});
export type OfficesPage = z.infer<(typeof getOffices)['response']>;

export const changeOffices = defineEndpoint({
  method: 'POST',
  path: '/api/places/:placeId/office-changes',
  summary:
    'Adds, puts right, ends and withdraws offices, heads, focal points, committees, collaborators: all of it or nothing',
  operation: 'agencies.office.edit',
  audit: 'agencies.office.edit',
  params: ofPlace,
  body: z.strictObject({ changes: z.array(officeChange).min(1).max(500) }),
  response: z.object({ added: z.int(), amended: z.int(), ended: z.int(), withdrawn: z.int() }),
});

export const getOfficeHistory = defineEndpoint({
  method: 'GET',
  path: '/api/places/:placeId/office-history/:recordId',
  summary: 'What stood in one record of the agencies of a place before, who changed it and when, the newest first',
  operation: 'agencies.office.read',
  audit: 'agencies.office.history',
  params: ofPlace.extend({ recordId: z.uuid() }),
  query: z.object({ kind: z.enum(officeKinds) }),
  response: z.object({ entries: z.array(historyEntry) }),
});
