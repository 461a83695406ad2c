import { z } from 'zod';
import { defineEndpoint } from '../../kernel/endpoint.ts';
import { planAgency } from '../plans.api.ts';
import { missingCodes } from './check-manuscript.ts';
import { manuscriptItem } from './manuscript-item.ts';
import { manuscriptStates } from './manuscript.workflow.ts';
import { itemChange, writingEdit } from './writing-act.ts';

const params = z.strictObject({ manuscriptId: z.uuid() });
const person = z.object({ id: z.uuid(), name: z.string() });

export const manuscriptSources = ['empty', 'higher', 'last_year', 'amends', 'replaces'] as const;
export type ManuscriptSource = (typeof manuscriptSources)[number];

export const manuscriptSummary = z.object({
  id: z.uuid(),
  state: z.enum(manuscriptStates),
  stateSince: z.iso.datetime(),
  title: z.string(),
  issuer: z.string(),
  source: z.enum(manuscriptSources),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  savedAt: z.iso.datetime(),
  counts: z.object({ tasks: z.int(), openComments: z.int() }),
});
export type ManuscriptSummary = z.infer<typeof manuscriptSummary>;

export const writingPlace = z.object({
  placeId: z.string(),
  level: z.enum(['province', 'commune']),
  /** «xã Hòa Tân». */
  name: z.string(),
  shortName: z.string(),
  /** The one agency there for which the person writes; null for the committee and any agency of the place. */
  agency: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type WritingPlace = z.infer<typeof writingPlace>;

export const listManuscripts = defineEndpoint({
  method: 'GET',
  path: '/api/manuscripts',
  summary: 'Plans being written in the own places, newest first, and where the person may write',
  operation: 'plans.writing.read',
  audit: 'plans.writing.list',
  response: z.object({ manuscripts: z.array(manuscriptSummary), places: z.array(writingPlace) }),
});

/** A plan being written that waits for this person. */
const waitingManuscript = z.object({
  id: z.uuid(),
  title: z.string(),
  issuer: z.string(),
  /** When it was laid before them, sent back or approved, and by whom. */
  since: z.iso.datetime(),
  by: z.string(),
  /** Why it was sent back. */
  reason: z.string().nullable(),
});
export type WaitingManuscript = z.infer<typeof waitingManuscript>;

export const getMyManuscripts = defineEndpoint({
  method: 'GET',
  path: '/api/my-work/manuscripts',
  summary: 'Plans being written that wait for this person’s approval or issue, and those of theirs that were sent back',
  operation: 'plans.writing.read',
  audit: null,
  response: z.object({
    toApprove: z.array(waitingManuscript),
    /** Approved, and without number and day. */
    toIssue: z.array(waitingManuscript),
    sentBack: z.array(waitingManuscript),
  }),
});

export const startManuscript = defineEndpoint({
  method: 'POST',
  path: '/api/manuscripts',
  summary: 'Begins a plan: empty, from a higher plan, from an earlier plan of the same body, or as its new version',
  operation: 'plans.writing.edit',
  audit: 'plans.writing.start',
  body: z.strictObject({
    /** Made by the screen before the first try: a retry begins nothing twice. */
    manuscriptId: z.uuid(),
    placeId: z.string().min(1).max(100),
    /** The agency of the place that issues it; null for the People's Committee. An officer of an agency names their own. */
    agency: z.strictObject({ id: z.string().min(1).max(100), name: z.string().min(1).max(300) }).nullable(),
    source: z.enum(manuscriptSources),
    /** The plan it starts from; null for an empty one. */
    planId: z.uuid().nullable(),
    title: z.string().max(2_000),
    /** The year it is for: dates of last year's plan are moved on to it. */
    year: z.int().min(2000).max(2100),
    withSections: z.boolean(),
  }),
  response: z.object({ manuscriptId: z.uuid() }),
});

export const comment = z.object({
  id: z.uuid(),
  /** The part it is about; null for the whole plan. */
  itemId: z.uuid().nullable(),
  /** The question it answers. */
  answers: z.uuid().nullable(),
  text: z.string(),
  by: person,
  at: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
  settledBy: z.string().nullable(),
});
export type Comment = z.infer<typeof comment>;

export const manuscriptStepTaken = z.object({
  step: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.string().nullable(),
});

/** A task of the higher plan, offered to be taken over. */
export const offeredTask = z.object({
  itemId: z.uuid(),
  taskId: z.uuid(),
  text: z.string(),
  section: z.string(),
  lead: z.array(planAgency),
  coordinating: z.array(planAgency),
  due: z.object({ from: z.string().nullable(), to: z.string().nullable(), text: z.string() }).nullable(),
  /** It names this body, or all of its level. */
  ours: z.boolean(),
});
export type OfferedTask = z.infer<typeof offeredTask>;

export const missing = z.object({ code: z.enum(missingCodes), itemId: z.uuid().nullable() });

export const manuscript = manuscriptSummary.extend({
  placeId: z.string(),
  items: z.array(manuscriptItem),
  /** Number of the last edit contained in `items`. */
  seq: z.int(),
  /** The plan it starts from, where there is one. */
  from: z.object({ planId: z.uuid(), number: z.string().nullable(), title: z.string() }).nullable(),
  offers: z.array(offeredTask),
  comments: z.array(comment),
  steps: z.array(manuscriptStepTaken),
  missing: z.array(missing),
  /** The changed parts by name, where it amends another. */
  changes: z.array(z.string()),
  planId: z.uuid().nullable(),
  /** Number and day, once it is issued. */
  number: z.int().nullable(),
  issuedOn: z.iso.date().nullable(),
  nextNumber: z.int(),
  can: z.object({
    edit: z.boolean(),
    comment: z.boolean(),
    submit: z.boolean(),
    sendBack: z.boolean(),
    approve: z.boolean(),
    issue: z.boolean(),
    withdraw: z.boolean(),
    restore: z.boolean(),
  }),
});
export type Manuscript = z.infer<typeof manuscript>;

export const getManuscript = defineEndpoint({
  method: 'GET',
  path: '/api/manuscripts/:manuscriptId',
  summary: 'A plan being written, with its parts, comments and steps',
  operation: 'plans.writing.read',
  audit: 'plans.writing.read',
  params,
  response: manuscript,
});

export const writingEditRecord = z.object({
  seq: z.int(),
  editId: z.uuid(),
  by: person,
  at: z.iso.datetime(),
  type: z.string(),
  changes: z.array(itemChange),
});
export type WritingEditRecord = z.infer<typeof writingEditRecord>;

/** Asked every few seconds by an open screen; cheap when nothing changed. */
export const listManuscriptEdits = defineEndpoint({
  method: 'GET',
  path: '/api/manuscripts/:manuscriptId/edits',
  summary: 'The edits made after number `after`, the state, and the count of comments',
  operation: 'plans.writing.read',
  audit: null,
  params,
  query: z.object({ after: z.coerce.number().int().min(0) }),
  response: z.object({
    state: z.enum(manuscriptStates),
    seq: z.int(),
    edits: z.array(writingEditRecord),
    /** Grows with each comment and each one settled. */
    talk: z.int(),
  }),
});

export const editManuscript = defineEndpoint({
  method: 'POST',
  path: '/api/manuscripts/:manuscriptId/edits',
  summary: 'One act of a person on a plan being written',
  operation: 'plans.writing.edit',
  audit: 'plans.writing.edit',
  params,
  body: writingEdit,
  response: writingEditRecord,
});

export const addComment = defineEndpoint({
  method: 'POST',
  path: '/api/manuscripts/:manuscriptId/comments',
  summary: 'Asks about a part, or answers',
  operation: 'plans.writing.comment',
  audit: 'plans.writing.comment',
  params,
  body: z.strictObject({
    commentId: z.uuid(),
    itemId: z.uuid().nullable(),
    answers: z.uuid().nullable(),
    text: z.string().trim().min(1).max(4_000),
  }),
  response: comment,
});

export const settleComment = defineEndpoint({
  method: 'POST',
  path: '/api/manuscripts/:manuscriptId/comments/:commentId/settle',
  summary: 'Marks a question as settled',
  operation: 'plans.writing.comment',
  audit: 'plans.writing.settle',
  params: z.strictObject({ manuscriptId: z.uuid(), commentId: z.uuid() }),
  body: z.strictObject({}),
  response: comment,
});

export const getManuscriptPaper = defineEndpoint({
  method: 'GET',
  path: '/api/manuscripts/:manuscriptId/paper',
  summary: 'The plan as it would be printed, in the form of Decree 30/2020',
  operation: 'plans.writing.read',
  audit: 'plans.writing.print',
  params,
  query: z.object({ form: z.enum(['word', 'pdf']) }),
  response: z.object({ fileName: z.string(), base64: z.string() }),
});
