import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { findBlocks, listPossible } from '@mangnon/domain/kernel/workflow.ts';
import { draftWorkflow } from '@mangnon/domain/plans/draft.workflow.ts';
import {
  discardDraft,
  getDraft,
  listDrafts,
  restoreDraft,
  uploadDraft,
  type DraftSummary,
} from '@mangnon/domain/plans/drafts.api.ts';
import { implementRead, implementWrite, type TransactionContext } from '../platform/action/action.ts';
import { listFacts } from './draft-facts.queries.ts';
import {
  findDraftDocument,
  findDraftRow,
  listOpenDrafts,
  lockDraft,
  setDraftState,
  type LockedDraft,
} from './drafts.queries.ts';
import { describeForWorkflow, presentDraft, presentSummary } from './present-draft.ts';
import { receiveUpload, type ReceivedUpload } from './receive-upload.ts';
import { findSameFile, findUpload } from './uploads.queries.ts';
import { startDraft } from './start-draft.ts';

export const upload = implementWrite(uploadDraft, {
  prepare: (_, { request }) => receiveUpload(request),
  load: async (_, { database }, { uploadId }: ReceivedUpload) => accept((await findUpload(database, uploadId)) ?? null),
  // A retry is for the one who began; an upload of somebody else is not theirs to repeat.
  authorise: (earlier, { actor }) => earlier === null || earlier.uploaded_by === actor.accountId,
  handle: async (_, earlier, { database, actor, now, audit }, received) => {
    if (earlier !== null && !earlier.source_sha256.equals(received.sha256)) return refuse('drafts.upload_id_taken');
    const started = earlier ? accept(earlier.id) : await startDraft(database, actor.accountId, received, now);
    if (!started.ok) return started;
    const draftId = started.value;
    const same = await findSameFile(database, received.sha256, draftId);
    audit({ draftId, bytes: received.bytes.length, repeated: earlier !== null });
    const sameFileAs = same
      ? { draftId: same.id, planId: same.plan_id, uploadedAt: same.uploaded_at.toISOString() }
      : null;
    return accept({ draftId, sameFileAs });
  },
});

export const list = implementRead(listDrafts, {
  answer: async (_, { database }) => accept({ drafts: (await listOpenDrafts(database)).map(presentSummary) }),
});

export const get = implementRead(getDraft, {
  answer: async ({ params }, { database, actor }) => {
    // Keeps edits away, so that the facts and the number of the last edit belong together. Not a snapshot: the audit row
    // of a read goes behind those of others in its chain, which a snapshot does not allow.
    await lockDraft(database, params.draftId);
    const row = await findDraftRow(database, params.draftId);
    if (row === undefined) return refuse('drafts.not_found');
    const document = await findDraftDocument(database, row.id);
    return accept(presentDraft(row, document, await listFacts(database, row.id), actor));
  },
});

/** Finds and holds the draft an act is about. */
export async function loadDraft(
  { params }: { readonly params: { readonly draftId: string } },
  { database }: TransactionContext,
): Promise<Result<LockedDraft>> {
  const draft = await lockDraft(database, params.draftId);
  return draft ? accept(draft) : refuse('drafts.not_found');
}

export const discard = implementWrite(discardDraft, {
  load: loadDraft,
  authorise: () => true,
  handle: async (_, draft, context) => {
    if (draft.state === 'discarded') return summarise(draft, context);
    const blocks = findBlocks(draftWorkflow, 'discard', draft.state, describeForWorkflow(draft, []));
    if (blocks.length > 0) return refuse('drafts.not_possible_now');
    await setDraftState(context.database, draft.id, draftWorkflow.discard.to, context.now);
    return summarise(draft, context);
  },
});

export const restore = implementWrite(restoreDraft, {
  load: loadDraft,
  authorise: () => true,
  handle: async (_, draft, context) => {
    if (draft.state === 'in_review' || draft.state === 'refused') return summarise(draft, context);
    const possible = listPossible(draftWorkflow, draft.state, describeForWorkflow(draft, []));
    const back = (['restore', 'restoreRefused'] as const).find((name) => possible.includes(name));
    if (back === undefined) return refuse('drafts.not_possible_now');
    await setDraftState(context.database, draft.id, draftWorkflow[back].to, context.now);
    return summarise(draft, context);
  },
});

async function summarise({ id }: LockedDraft, { database }: TransactionContext): Promise<Result<DraftSummary>> {
  const row = await findDraftRow(database, id);
  return row ? accept(presentSummary(row)) : refuse('drafts.not_found');
}
