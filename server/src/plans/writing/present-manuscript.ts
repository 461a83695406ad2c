import { findBlocks } from '@mangnon/domain/kernel/workflow.ts';
import {
  isOpenForWriting,
  manuscriptSteps,
  manuscriptWorkflow,
  stepNeeds,
  type ManuscriptFacts,
  type ManuscriptStep,
} from '@mangnon/domain/plans/writing/manuscript.workflow.ts';
import type { WritingReach } from '@mangnon/domain/plans/writing/writing-reach.ts';
import type { ManuscriptSummary, Manuscript } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import type { ManuscriptRow } from './manuscripts.queries.ts';

export function presentSummary(row: ManuscriptRow): ManuscriptSummary {
  return {
    id: row.id,
    state: row.state,
    stateSince: row.state_since.toISOString(),
    title: row.title ?? '',
    issuer: row.issuer,
    source: row.source,
    createdBy: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    savedAt: row.saved_at.toISOString(),
    counts: { tasks: row.tasks, openComments: row.open_comments },
  };
}

/** Whether the person's posts reach the step in the manuscript's place. */
export function reachesStep(reach: WritingReach, step: ManuscriptStep): boolean {
  const part = stepNeeds[step].replace('plans.writing.', '');
  return part === 'edit' || part === 'approve' || part === 'issue' ? reach[part] : false;
}

/**
 * What is offered to the person now. A step that only waits for words the person has yet to give (a reason, a number), or
 * for what the page names as missing, is offered; what it lacks is said when it is taken.
 */
export function presentCan(row: ManuscriptRow, reach: WritingReach, byAnother: boolean): Manuscript['can'] {
  const ready: ManuscriptFacts = { missing: 0, seqSeen: true, hasReason: true, numbered: true, byAnother };
  const possible = manuscriptSteps.map(
    (step) =>
      [step, reachesStep(reach, step) && findBlocks(manuscriptWorkflow, step, row.state, ready).length === 0] as const,
  );
  const steps = Object.fromEntries(possible) as Record<ManuscriptStep, boolean>;
  return { edit: reach.edit && isOpenForWriting(row.state), comment: reach.comment, ...steps };
}
