import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { draftEdit, factChange } from './draft-edit.ts';
import { draftFact } from './draft-fact.ts';
import { draftStates } from './draft.workflow.ts';
import { section } from './extraction.ts';
import { layoutBlock } from './layout.ts';

const draftParams = z.strictObject({ draftId: z.uuid() });

const progress = z.strictObject({
  stage: z.enum(['waiting', 'opening', 'recognising', 'understanding', 'done']),
  /** Pages done of pages, where the source has pages. */
  done: z.int().min(0),
  of: z.int().min(0),
});

export const draftSummary = z.object({
  id: z.uuid(),
  state: z.enum(draftStates),
  fileName: z.string(),
  fileBytes: z.int(),
  title: z.string().nullable(),
  number: z.string().nullable(),
  uploadedBy: z.string(),
  uploadedAt: z.iso.datetime(),
  progress,
  /** Why the file could not be read: code and sentence, when state is `refused`. */
  refusal: z.object({ code: z.string(), message: z.object({ vi: z.string(), en: z.string() }) }).nullable(),
  counts: z.object({ tasks: z.int(), targets: z.int(), reporting: z.int(), legalBases: z.int(), openDoubts: z.int() }),
  /** The plan it became, once adopted. */
  planId: z.uuid().nullable(),
});
export type DraftSummary = z.infer<typeof draftSummary>;

export const draft = draftSummary.extend({
  /** Empty until the file has been read. */
  text: z.string(),
  sections: z.array(section),
  layout: z.array(layoutBlock),
  recipients: z.array(z.string()),
  facts: z.array(draftFact),
  /** Number of the last edit contained in `facts`. */
  seq: z.int(),
  can: z.object({ edit: z.boolean(), adopt: z.boolean(), discard: z.boolean() }),
  /** Why `adopt` is not offered now, as refusal codes. */
  adoptBlockedBy: z.array(z.string()),
});
export type Draft = z.infer<typeof draft>;

export const editRecord = z.object({
  seq: z.int(),
  editId: z.uuid(),
  by: z.object({ id: z.uuid(), name: z.string() }),
  at: z.iso.datetime(),
  type: z.string(),
  /** For an undo: the edit it takes back. */
  undoes: z.uuid().nullable(),
  undone: z.boolean(),
  changes: z.array(factChange),
});
export type EditRecord = z.infer<typeof editRecord>;

/** multipart/form-data: field `file`, field `uploadId` (uuid, made by the screen: a retry uploads nothing twice). */
export const uploadDraft = defineEndpoint({
  method: 'POST',
  path: '/api/drafts',
  summary: 'Uploads a plan document; it is read in the background',
  operation: 'plans.draft.upload',
  audit: 'plans.draft.upload',
  response: z.object({
    draftId: z.uuid(),
    /** Another draft or plan of the very same file, if any. */
    sameFileAs: z.object({ draftId: z.uuid(), planId: z.uuid().nullable(), uploadedAt: z.iso.datetime() }).nullable(),
  }),
});

export const listDrafts = defineEndpoint({
  method: 'GET',
  path: '/api/drafts',
  summary: 'Drafts not adopted and not discarded, newest first',
  operation: 'plans.draft.read',
  audit: 'plans.draft.list',
  response: z.object({ drafts: z.array(draftSummary) }),
});

export const getDraft = defineEndpoint({
  method: 'GET',
  path: '/api/drafts/:draftId',
  summary: 'A draft with its document and facts',
  operation: 'plans.draft.read',
  audit: 'plans.draft.read',
  params: draftParams,
  response: draft,
});

/** Asked every few seconds by an open screen; cheap when nothing changed. */
export const listDraftEdits = defineEndpoint({
  method: 'GET',
  path: '/api/drafts/:draftId/edits',
  summary: 'State, progress and the edits made after number `after`, and who else has the draft open',
  operation: 'plans.draft.read',
  audit: null,
  params: draftParams,
  query: z.object({ after: z.coerce.number().int().min(0) }),
  response: z.object({
    state: z.enum(draftStates),
    progress,
    planId: z.uuid().nullable(),
    seq: z.int(),
    edits: z.array(editRecord),
    /** Others who asked within the last 20 seconds. */
    others: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

export const editDraft = defineEndpoint({
  method: 'POST',
  path: '/api/drafts/:draftId/edits',
  summary: 'One act of a person on the facts of a draft',
  operation: 'plans.draft.edit',
  audit: 'plans.draft.edit',
  params: draftParams,
  body: draftEdit,
  response: editRecord,
});

export const adoptDraft = defineEndpoint({
  method: 'POST',
  path: '/api/drafts/:draftId/adopt',
  summary: 'The draft becomes a plan in one transaction; asked again it answers with the same plan',
  operation: 'plans.draft.adopt',
  audit: 'plans.draft.adopt',
  params: draftParams,
  /** `seq` the person saw: adopting what somebody has changed meanwhile is refused. */
  body: z.strictObject({ seq: z.int().min(0) }),
  response: z.object({ planId: z.uuid() }),
});

export const discardDraft = defineEndpoint({
  method: 'POST',
  path: '/api/drafts/:draftId/discard',
  summary: 'Puts a draft away; the file and the edits are kept',
  operation: 'plans.draft.discard',
  audit: 'plans.draft.discard',
  params: draftParams,
  body: z.strictObject({}),
  response: draftSummary,
});

export const restoreDraft = defineEndpoint({
  method: 'POST',
  path: '/api/drafts/:draftId/restore',
  summary: 'Takes a draft back that was put away',
  operation: 'plans.draft.discard',
  audit: 'plans.draft.restore',
  params: draftParams,
  body: z.strictObject({}),
  response: draftSummary,
});
