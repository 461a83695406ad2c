import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { proof } from '../tasks/tasks.api.ts';
import { unitBrief, unitRef } from '../tasks/task-words.ts';
import { findingKinds, inspectionHead, inspectionKinds, member } from './inspection-words.ts';
import { recommendationStands } from './recommendation.workflow.ts';
import { visitActs, visitStands } from './visit.workflow.ts';

const id = z.uuid();
const day = z.iso.date();
const instant = z.iso.datetime();
const person = z.object({ id, name: z.string() });

/** One line of the list. What a person may not see of it is not counted. */
const row = z.object({
  id,
  planId: id,
  planNumber: z.string().nullable(),
  planTitle: z.string(),
  kind: z.enum(inspectionKinds),
  basis: z.string(),
  lead: unitBrief,
  startsOn: day,
  endsOn: day,
  visits: z.object({ all: z.int(), held: z.int(), overdue: z.int(), nextOn: day.nullable() }),
  recommendations: z.object({ open: z.int(), overdue: z.int(), waiting: z.int(), settled: z.int() }),
  /** Number and day of the conclusion that stands. */
  concluded: z.object({ number: z.string(), issuedOn: day }).nullable(),
  calledOffOn: day.nullable(),
});
export type InspectionRow = z.infer<typeof row>;

/** Longer lists are cut here, and say so. */
export const mostInspections = 1000;

export const listInspections = defineEndpoint({
  method: 'GET',
  path: '/api/inspections',
  summary: 'Inspections of how plans are carried out, those with something overdue first; of units what concerns them',
  operation: 'inspections.inspection.read',
  audit: null,
  query: z.strictObject({ planId: id.optional() }),
  response: z.object({
    rows: z.array(row),
    total: z.int(),
    today: day,
    can: z.object({ create: z.boolean() }),
  }),
});

export const getInspectionChoices = defineEndpoint({
  method: 'GET',
  path: '/api/plans/:planId/inspection-choices',
  summary: 'What an inspection of a plan is made from: the units that hold its tasks, and the places that may lead',
  operation: 'inspections.inspection.edit',
  audit: null,
  params: z.strictObject({ planId: id }),
  response: z.object({
    plan: z.object({ number: z.string().nullable(), title: z.string() }),
    units: z.array(unitBrief.extend({ provinceId: z.string(), tasks: z.int() })),
    /** Where this person may set one up, with the agency of their own post where it is held in one. */
    leads: z.array(z.object({ placeId: z.string(), placeName: z.string(), unit: unitBrief.nullable() })),
  }),
});
export type InspectionChoices = z.infer<typeof getInspectionChoices.response>;

const plannedVisit = z.strictObject({ id, unit: unitRef, plannedOn: day });

export const createInspection = defineEndpoint({
  method: 'POST',
  path: '/api/plans/:planId/inspections',
  summary:
    'Sets up an inspection with its first visits; `id` is made by the screen, a repeated request does nothing twice',
  operation: 'inspections.inspection.edit',
  audit: 'inspections.inspection.create',
  params: z.strictObject({ planId: id }),
  body: inspectionHead.extend({ id, visits: z.array(plannedVisit).max(500) }),
  response: z.object({ inspectionId: id }),
});

const ofInspection = z.strictObject({ inspectionId: id });
const done = z.object({ inspectionId: id });

export const changeInspection = defineEndpoint({
  method: 'PUT',
  path: '/api/inspections/:inspectionId',
  summary: 'Puts the head of an inspection right against the version that was seen, until it is concluded',
  operation: 'inspections.inspection.edit',
  audit: 'inspections.inspection.change',
  params: ofInspection,
  body: inspectionHead.omit({ lead: true }).extend({ version: z.int().min(1) }),
  response: done,
});

export const planVisits = defineEndpoint({
  method: 'POST',
  path: '/api/inspections/:inspectionId/visits',
  summary: 'Plans more visits to units that hold tasks of the plan',
  operation: 'inspections.inspection.edit',
  audit: 'inspections.visit.plan',
  params: ofInspection,
  body: z.strictObject({ visits: z.array(plannedVisit).min(1).max(500) }),
  response: done,
});

const words = (most: number) => z.string().trim().min(1).max(most);

export const callOffInspection = defineEndpoint({
  method: 'POST',
  path: '/api/inspections/:inspectionId/call-off',
  summary: 'Calls off an inspection that has no conclusion, on a day and with a reason; what was written of it stays',
  operation: 'inspections.inspection.edit',
  audit: 'inspections.inspection.call_off',
  params: ofInspection,
  body: z.strictObject({ on: day, reason: words(2000) }),
  response: done,
});

export const actOnVisit = defineEndpoint({
  method: 'POST',
  path: '/api/inspection-visits/:visitId/acts',
  summary: 'Moves the day of a visit with a reason, says that it was held or not, or opens what was written by mistake',
  operation: 'inspections.inspection.edit',
  audit: 'inspections.visit.act',
  params: z.strictObject({ visitId: id }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ id, kind: z.literal('moved'), on: day, reason: words(2000) }),
    z.strictObject({ id, kind: z.literal('held'), on: day }),
    z.strictObject({ id, kind: z.literal('not_held'), reason: words(2000) }),
    z.strictObject({ id, kind: z.literal('reopened'), reason: words(2000) }),
  ]),
  response: done,
});

const visit = z.object({
  id,
  plannedOn: day,
  heldOn: day.nullable(),
  notHeldReason: z.string().nullable(),
  stand: z.enum(visitStands),
  history: z.array(
    z.object({
      id,
      kind: z.enum(['planned', ...visitActs]),
      from: day.nullable(),
      to: day.nullable(),
      reason: z.string().nullable(),
      at: instant,
      by: person,
    }),
  ),
  can: z.object({ move: z.boolean(), hold: z.boolean(), notHold: z.boolean(), reopen: z.boolean() }),
});
export type Visit = z.infer<typeof visit>;

const finding = z.object({
  id,
  kind: z.enum(findingKinds),
  words: z.string(),
  task: z.object({ id, words: z.string() }).nullable(),
  recordedAt: instant,
  recordedBy: person,
  withdrawn: z.object({ reason: z.string(), at: instant, by: person }).nullable(),
  files: z.array(proof),
  can: z.object({ withdraw: z.boolean(), attach: z.boolean() }),
});
export type Finding = z.infer<typeof finding>;

const inspectedUnit = z.object({
  id,
  unit: unitBrief,
  visits: z.array(visit),
  findings: z.array(finding),
  /** Tasks of the plan this unit holds, to name in a finding; empty for who writes none. */
  tasks: z.array(z.object({ id, words: z.string() })),
});
export type InspectedUnit = z.infer<typeof inspectedUnit>;

const recommendation = z.object({
  id,
  unitId: id,
  unit: unitBrief,
  words: z.string(),
  dueOn: day,
  settledOn: day.nullable(),
  stand: z.enum(recommendationStands),
  reports: z.array(
    z.object({
      id,
      happenedOn: day,
      words: z.string(),
      recordedAt: instant,
      recordedBy: person,
      decision: z
        .object({ decision: z.enum(['settled', 'sent_back']), reason: z.string().nullable(), at: instant, by: person })
        .nullable(),
    }),
  ),
  can: z.object({ report: z.boolean(), decide: z.boolean() }),
});
export type Recommendation = z.infer<typeof recommendation>;

const conclusion = z.object({
  id,
  number: z.string(),
  issuedOn: day,
  words: z.string(),
  /** Number and day of the one it puts right. */
  corrects: z.object({ id, number: z.string(), issuedOn: day }).nullable(),
  correctedBy: z.object({ id, number: z.string(), issuedOn: day }).nullable(),
  issuedAt: instant,
  issuedBy: person,
  recommendations: z.array(recommendation),
});
export type Conclusion = z.infer<typeof conclusion>;

export const inspection = z.object({
  id,
  plan: z.object({ id, number: z.string().nullable(), title: z.string() }),
  kind: z.enum(inspectionKinds),
  lead: unitBrief,
  basis: z.string(),
  members: z.array(member),
  startsOn: day,
  endsOn: day,
  contents: z.string(),
  version: z.int(),
  createdAt: instant,
  createdBy: person,
  units: z.array(inspectedUnit),
  /** Newest first: the first one stands. */
  conclusions: z.array(conclusion),
  /** `leads`: of the inspecting side; others are shown what concerns their unit. */
  leads: z.boolean(),
  calledOff: z.object({ on: day, reason: z.string(), at: instant, by: person }).nullable(),
  can: z.object({
    callOff: z.boolean(),
    change: z.boolean(),
    planVisit: z.boolean(),
    find: z.boolean(),
    conclude: z.boolean(),
    correct: z.boolean(),
  }),
  today: day,
});
export type Inspection = z.infer<typeof inspection>;

export const getInspection = defineEndpoint({
  method: 'GET',
  path: '/api/inspections/:inspectionId',
  summary:
    'One inspection with its visits, findings, conclusions and recommendations, as far as they concern the person',
  operation: 'inspections.inspection.read',
  audit: null,
  params: ofInspection,
  response: inspection,
});
