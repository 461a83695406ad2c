import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { historyEntry } from '../kernel/history.ts';
import { changeDecision } from '../places/change-decision.ts';
import { trusts } from '../places/place.ts';
import { agencyLevels, successionKinds } from './agency.ts';
import { agencyChange } from './agency-change.ts';
import { agencyRecordKinds } from './agency-history.ts';
import { duties } from './duty.ts';
import { dutyParts } from './in-charge.api.ts';
import { movedAgency } from './moved-agency.ts';

const day = z.iso.date();
const source = {
  basis: z.string().nullable(),
  article: z.string().nullable(),
  trust: z.enum(trusts),
  sourceUrl: z.string().nullable(),
};

export const agencySuggestion = z.object({
  id: z.string(),
  name: z.string(),
  level: z.string(),
  /** The one place that has it, by name; null for what stands everywhere. */
  place: z.string().nullable(),
  /** The alias that matched, when it was not the name. */
  matched: z.string().nullable(),
});
export type AgencySuggestion = z.infer<typeof agencySuggestion>;

export const searchAgencies = defineEndpoint({
  method: 'GET',
  path: '/api/agencies',
  summary: 'Agencies by name or alias, accents optional, best first',
  operation: 'agencies.agency.search',
  audit: null,
  query: z.object({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(10) }),
  response: z.object({ agencies: z.array(agencySuggestion) }),
});

export const agencyBrief = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(agencyLevels),
  /** The one place that has it; null for what stands in every place of its level. */
  place: z.object({ id: z.string(), fullName: z.string() }).nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  /** On the day asked for. */
  stands: z.boolean(),
});
export type AgencyBrief = z.infer<typeof agencyBrief>;

export const listAgencies = defineEndpoint({
  method: 'GET',
  path: '/api/agency-register',
  summary: 'The register of agencies: every kind of agency before and after 2025, by level',
  operation: 'agencies.agency.read',
  audit: null,
  query: z.object({ on: day.optional(), level: z.enum(agencyLevels).optional() }),
  response: z.object({
    on: day,
    agencies: z.array(agencyBrief.extend({ aliases: z.array(z.string()), duties: z.array(z.enum(duties)) })),
    /** `add` an agency of some place; `everywhere` those without a place too. */
    can: z.object({ add: z.boolean(), everywhere: z.boolean() }),
  }),
});

const link = z.object({
  agency: agencyBrief,
  on: day,
  kind: z.enum(successionKinds),
  trust: z.enum(trusts),
});
const transfer = z.object({
  id: z.uuid(),
  agency: agencyBrief,
  /** As the source says it. */
  words: z.string(),
  duties: z.array(z.enum(duties)),
  on: day,
  ...source,
});

export const getAgency = defineEndpoint({
  method: 'GET',
  path: '/api/agency-register/:agencyId',
  summary: 'One kind of agency: names, time, duties, what came before and after, and where its duties went',
  operation: 'agencies.agency.read',
  audit: null,
  params: z.strictObject({ agencyId: z.string().max(80) }),
  query: z.object({ on: day.optional() }),
  response: z.object({
    on: day,
    agency: agencyBrief,
    aliases: z.array(z.string()),
    type: z.string(),
    several: z.boolean(),
    note: z.string().nullable(),
    sourceUrl: z.string().nullable(),
    verified: z.boolean(),
    duties: z.array(
      z.object({
        id: z.uuid(),
        duty: z.enum(duties),
        part: z.enum(dutyParts),
        since: day.nullable(),
        until: day.nullable(),
        note: z.string().nullable(),
        ...source,
      }),
    ),
    predecessors: z.array(link),
    successors: z.array(link),
    /** Duties that went to another agency, and that came from another. */
    given: z.array(transfer),
    received: z.array(transfer),
    /** Who holds its duties on the day asked for; null while it stands itself. */
    moved: movedAgency.nullable(),
    can: z.object({ edit: z.boolean(), everywhere: z.boolean() }),
  }),
});
export type AgencyPage = z.infer<(typeof getAgency)['response']>;

export const changeAgencies = defineEndpoint({
  method: 'POST',
  path: '/api/agency-changes',
  summary: 'Adds, puts right and ends agencies, their duties, successions and moved duties: all of it or nothing',
  operation: 'agencies.agency.edit',
  audit: 'agencies.agency.edit',
  body: z.strictObject({
    changes: z.array(agencyChange).min(1).max(200),
    /** The document the act rests on; null says that it is not known yet. */
    basis: changeDecision.nullable(),
  }),
  response: z.object({ added: z.int(), changed: z.int(), withdrawn: z.int() }),
});

export const agencyHistoryEntry = historyEntry.extend({
  kind: z.enum(agencyRecordKinds),
  /** Of a succession or a moved duty that another agency handed on to this one. */
  received: z.boolean(),
  decision: changeDecision.nullable(),
});

export const getAgencyHistory = defineEndpoint({
  method: 'GET',
  path: '/api/agency-register/:agencyId/history',
  summary: 'What was changed about one agency: when, by whom, by which document, and what stood there before',
  operation: 'agencies.agency.read',
  audit: null,
  params: z.strictObject({ agencyId: z.string().max(80) }),
  response: z.object({
    /** Newest first, 200 at most. */
    entries: z.array(agencyHistoryEntry),
  }),
});
