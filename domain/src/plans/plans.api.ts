import { z } from 'zod';
import { movedAgency } from '../agencies/moved-agency.ts';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { headingData, legalBasisData, reportingData, targetData, taskData } from './draft-fact.ts';
import { section, span } from './extraction.ts';
import { layoutBlock } from './layout.ts';

const id = z.uuid();
const withSpan = { id, span: span.nullable() };

export const planSummary = z.object({
  id,
  number: z.string().nullable(),
  title: z.string(),
  issuer: z.string().nullable(),
  issuedOn: z.string().nullable(),
  adoptedAt: z.iso.datetime(),
  adoptedBy: z.string(),
  counts: z.object({ tasks: z.int(), agencies: z.int(), targets: z.int(), reporting: z.int() }),
});
export type PlanSummary = z.infer<typeof planSummary>;

/** An agency as printed in the plan, with the registry entry it was recognised as, if any. */
export const planAgency = z.object({
  printed: z.string(),
  agencyId: z.string().nullable(),
  name: z.string().nullable(),
});

export const plan = z.object({
  id,
  heading: headingData,
  recipients: z.array(z.string()),
  adoptedAt: z.iso.datetime(),
  adoptedBy: z.string(),
  fileName: z.string(),
  text: z.string(),
  sections: z.array(section),
  layout: z.array(layoutBlock),
  tasks: z.array(
    taskData.omit({ lead: true, coordinating: true }).extend({
      ...withSpan,
      lead: z.array(planAgency),
      coordinating: z.array(planAgency),
    }),
  ),
  targets: z.array(targetData.extend(withSpan)),
  reporting: z.array(reportingData.extend(withSpan)),
  /** Agencies named in it that have ended since, and who holds their duties today. */
  movedAgencies: z.array(movedAgency),
  legalBases: z.array(
    legalBasisData.extend({
      ...withSpan,
      /** The adopted plan with this number, when it is known here. */
      planId: id.nullable(),
    }),
  ),
});
export type Plan = z.infer<typeof plan>;

export const listPlans = defineEndpoint({
  method: 'GET',
  path: '/api/plans',
  summary: 'Adopted plans, newest first; `q` searches number, title and issuer without accents',
  operation: 'plans.plan.list',
  audit: null,
  query: z.object({ q: z.string().max(200).optional() }),
  response: z.object({ plans: z.array(planSummary) }),
});

export const getPlan = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:planId',
  summary: 'An adopted plan with everything read from it',
  operation: 'plans.plan.read',
  audit: 'plans.plan.read',
  params: z.strictObject({ planId: id }),
  response: plan,
});
