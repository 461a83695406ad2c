import { z } from 'zod';
import { childLine } from '../children/children.api.ts';
import { cursor, namedPlace, placeKey, shownGroup, unitKey } from '../children/shown-group.ts';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { caseNarrative, caseOffender, caseReporter } from './case-groups.ts';

export const caseStates = ['received', 'assessed', 'planned', 'in_progress', 'reviewed', 'closed'] as const;
export const caseActs = [
  'addNarrative',
  'changeNarrative',
  'addOffender',
  'changeOffender',
  'addReporter',
  'changeReporter',
  'revealReporter',
  'assign',
  'refer',
  'close',
] as const;

const caseParams = z.strictObject({ caseId: z.uuid() });

export const caseLine = z.object({
  id: z.uuid(),
  child: childLine.pick({ id: true, name: true }),
  place: namedPlace,
  state: z.enum(caseStates),
  /** 1 to 3, as it was assessed; `null` before. */
  risk: z.int().min(1).max(3).nullable(),
  receivedAt: z.iso.datetime(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  /** Who works on it by name. */
  assigned: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type CaseLine = z.infer<typeof caseLine>;

/** Who reported is never told with the case: `covered` is there, and shown when asked for by itself. */
const coveredReporter = z.discriminatedUnion('state', [
  z.object({ state: z.literal('covered'), writtenAt: z.iso.datetime() }),
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('withheld') }),
]);

export const caseFile = caseLine.extend({
  province: namedPlace,
  intakeUnit: z.string().nullable(),
  openedBy: z.string(),
  narrative: shownGroup(caseNarrative),
  offender: shownGroup(caseOffender),
  reporter: coveredReporter,
  assignments: z.array(
    z.object({
      id: z.uuid(),
      person: z.object({ id: z.uuid(), name: z.string(), title: z.string() }),
      at: z.iso.datetime(),
      by: z.string(),
    }),
  ),
  referrals: z.array(
    z.object({ id: z.uuid(), agency: z.string(), place: namedPlace, at: z.iso.datetime(), by: z.string() }),
  ),
  /** The person has opened it in need: until when. */
  glassUntil: z.iso.datetime().nullable(),
  can: z.array(z.enum(caseActs)),
});
export type CaseFile = z.infer<typeof caseFile>;

export const listCases = defineEndpoint({
  method: 'GET',
  path: '/api/cases',
  summary: 'Cases this person may see, newest first',
  operation: 'cases.case.read',
  audit: 'cases.case.list',
  query: z.strictObject({
    placeId: placeKey.optional(),
    state: z.enum(caseStates).optional(),
    childId: z.uuid().optional(),
    /** `yes`: only what is assigned to the person who asks. */
    mine: z.literal('yes').optional(),
    after: cursor.optional(),
  }),
  response: z.object({
    cases: z.array(caseLine),
    /** How many there are in all; told on the first page only. */
    total: z.int().nullable(),
    next: cursor.nullable(),
  }),
});

/** A number so small that it may point to somebody is withheld from who may not see the cases themselves. */
export const countCases = defineEndpoint({
  method: 'GET',
  path: '/api/cases/count',
  summary: 'How many cases stand in each state where the posts of this person count',
  operation: 'cases.case.count',
  audit: 'cases.case.count',
  response: z.object({
    states: z.array(
      z.object({
        state: z.enum(caseStates),
        count: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('counted'), value: z.int().min(0) }),
          z.object({ kind: z.literal('withheld') }),
        ]),
      }),
    ),
  }),
});

export const getCase = defineEndpoint({
  method: 'GET',
  path: '/api/cases/:caseId',
  summary: 'A case, with the groups of columns the posts of this person open; never who reported',
  operation: 'cases.case.read',
  audit: 'cases.case.read',
  params: caseParams,
  response: caseFile,
});

/** `id` is made by the screen: the same call sent twice opens one case. */
export const openCase = defineEndpoint({
  method: 'POST',
  path: '/api/children/:childId/cases',
  summary: 'Opens a case of a child',
  operation: 'cases.case.create',
  audit: 'cases.case.create',
  params: z.strictObject({ childId: z.uuid() }),
  body: z.strictObject({
    id: z.uuid(),
    /** When the first receiver had the information. */
    receivedAt: z.iso.datetime(),
    narrative: caseNarrative.nullable(),
    offender: caseOffender.nullable(),
    reporter: caseReporter.nullable(),
  }),
  response: caseFile,
});

export const revealReporter = defineEndpoint({
  method: 'POST',
  path: '/api/cases/:caseId/reporter/reveal',
  summary: 'Shows who reported; stands in the audit trail by itself',
  operation: 'cases.case.read',
  stepUp: true,
  audit: 'cases.reporter.reveal',
  params: caseParams,
  response: z.object({ reporter: caseReporter, writtenAt: z.iso.datetime() }),
});

export const closeCase = defineEndpoint({
  method: 'POST',
  path: '/api/cases/:caseId/close',
  summary: 'Closes a case',
  operation: 'cases.case.update',
  audit: 'cases.case.close',
  params: caseParams,
  response: caseFile,
});

export const assignCase = defineEndpoint({
  method: 'POST',
  path: '/api/cases/:caseId/assignments',
  summary: 'Gives a case to a person by name',
  operation: 'cases.case.assign',
  audit: 'cases.case.assign',
  params: caseParams,
  body: z.strictObject({ accountId: z.uuid() }),
  response: caseFile,
});

export const endAssignment = defineEndpoint({
  method: 'DELETE',
  path: '/api/cases/:caseId/assignments/:assignmentId',
  summary: 'Takes a case from a person; in force at their next call',
  operation: 'cases.case.assign',
  audit: 'cases.case.unassign',
  params: z.strictObject({ caseId: z.uuid(), assignmentId: z.uuid() }),
  response: caseFile,
});

export const referCase = defineEndpoint({
  method: 'POST',
  path: '/api/cases/:caseId/referrals',
  summary: 'Gives a case to a unit of another agency for its part',
  operation: 'cases.case.refer',
  audit: 'cases.case.refer',
  params: caseParams,
  body: z.strictObject({ unit: unitKey }),
  response: caseFile,
});

export const endReferral = defineEndpoint({
  method: 'DELETE',
  path: '/api/cases/:caseId/referrals/:referralId',
  summary: 'Ends a referral; in force at the next call of that unit',
  operation: 'cases.case.refer',
  audit: 'cases.case.unrefer',
  params: z.strictObject({ caseId: z.uuid(), referralId: z.uuid() }),
  response: caseFile,
});

/** Those whose posts work on assigned cases, in the commune or province of the case. */
export const listAssignable = defineEndpoint({
  method: 'GET',
  path: '/api/cases/:caseId/assignable',
  summary: 'To whom this case can be assigned',
  operation: 'cases.case.assign',
  audit: 'cases.assignable.list',
  params: caseParams,
  response: z.object({ people: z.array(z.object({ id: z.uuid(), name: z.string(), title: z.string() })) }),
});

/** Units somebody works in today, with a post that receives referrals; those of the province of the case. */
export const listReceivers = defineEndpoint({
  method: 'GET',
  path: '/api/cases/:caseId/receivers',
  summary: 'To which units this case can be referred',
  operation: 'cases.case.refer',
  audit: 'cases.receivers.list',
  params: caseParams,
  response: z.object({ units: z.array(z.object({ unit: unitKey, agency: z.string(), place: z.string() })) }),
});
