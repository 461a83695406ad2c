import { canDo } from '@mangnon/domain/access/posts.access.ts';
import type { Refusal } from '@mangnon/domain/kernel/result.ts';
import { fillSentence, type Refusals } from '@mangnon/domain/kernel/sentence.ts';
import { findBlocks } from '@mangnon/domain/kernel/workflow.ts';
import { listAskewFacts } from '@mangnon/domain/plans/askew-facts.ts';
import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import { draftWorkflow, type DraftFacts, type DraftState } from '@mangnon/domain/plans/draft.workflow.ts';
import type { Draft, DraftSummary } from '@mangnon/domain/plans/drafts.api.ts';
import { draftsRefusals } from '@mangnon/domain/plans/drafts.refusals.ts';
import { filesRefusals } from '@mangnon/reading/files/files.refusals.ts';
import type { Actor } from '../platform/action/context.ts';
import type { DraftDocument, DraftRow } from './drafts.queries.ts';

const readingRefusals: Refusals = { ...draftsRefusals, ...filesRefusals };

export function presentSummary(row: DraftRow): DraftSummary {
  return {
    id: row.id,
    state: row.state,
    fileName: row.file_name,
    fileBytes: row.file_bytes,
    title: row.title,
    number: row.number,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at.toISOString(),
    progress: presentProgress(row),
    refusal: row.refusal && presentReadingRefusal(row.refusal),
    counts: {
      tasks: row.tasks,
      targets: row.targets,
      reporting: row.reporting,
      legalBases: row.legal_bases,
      openDoubts: row.open_doubts,
    },
    planId: row.plan_id,
  };
}

export function presentProgress(
  row: Pick<DraftRow, 'progress_stage' | 'progress_done' | 'progress_of'>,
): DraftSummary['progress'] {
  return { stage: row.progress_stage, done: row.progress_done, of: row.progress_of };
}

/** The sentence is filled when it is shown, so that a better wording reaches refusals of the past too. */
function presentReadingRefusal({ code, details = {} }: Refusal): DraftSummary['refusal'] {
  const sentence = readingRefusals[code] ?? draftsRefusals['drafts.reading_failed'];
  return { code, message: { vi: fillSentence(sentence.vi, details), en: fillSentence(sentence.en, details) } };
}

/** What the workflow asks about; `seqSeen` is what the person saw, or nothing when no one asks yet. */
export function describeForWorkflow(
  draft: { readonly was_read: boolean; readonly seq: number },
  facts: readonly DraftFact[],
  seqSeen: number = draft.seq,
): DraftFacts {
  const heading = facts.find((fact) => fact.kind === 'heading');
  return {
    openDoubts: facts.filter((fact) => fact.kind === 'doubt' && fact.data.settled === null).length,
    tasks: facts.filter((fact) => fact.kind === 'task').length,
    hasTitle: heading?.kind === 'heading' && heading.data.title.trim() !== '',
    seqSeen: seqSeen === draft.seq,
    askew: listAskewFacts(facts).length,
    wasRead: draft.was_read,
  };
}

/** Why the draft cannot be adopted now, as codes of drafts.refusals.ts. */
export function listAdoptionBlocks(state: DraftState, facts: DraftFacts): string[] {
  return findBlocks(draftWorkflow, 'adopt', state, facts).map((code) =>
    code === 'state' ? 'drafts.not_in_review' : code,
  );
}

export function presentDraft(row: DraftRow, document: DraftDocument, facts: DraftFact[], actor: Actor): Draft {
  const known = describeForWorkflow({ was_read: row.state !== 'reading' && row.refusal === null, seq: row.seq }, facts);
  const adoptBlockedBy = listAdoptionBlocks(row.state, known);
  return {
    ...presentSummary(row),
    ...document,
    facts,
    seq: row.seq,
    can: {
      edit: row.state === 'in_review' && canDo(actor.posts, 'plans.draft.edit'),
      adopt: adoptBlockedBy.length === 0 && canDo(actor.posts, 'plans.draft.adopt'),
      discard:
        findBlocks(draftWorkflow, 'discard', row.state, known).length === 0 &&
        canDo(actor.posts, 'plans.draft.discard'),
    },
    adoptBlockedBy,
  };
}
