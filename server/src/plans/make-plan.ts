import type { Transaction } from 'kysely';
import { randomUUID } from 'node:crypto';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { draftWorkflow } from '@mangnon/domain/plans/draft.workflow.ts';
import { recognisePlanPlace } from '../law/plan-places.queries.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { openRegimes } from '../reports/open-regimes.ts';
import { adoptionOf } from './adoption.ts';
import { findPlanOfDraft, storeAdoption } from './adoption.queries.ts';
import { listFacts } from './draft-facts.queries.ts';
import { findRecipients, setDraftState, type LockedDraft } from './drafts.queries.ts';
import { describeForWorkflow, listAdoptionBlocks } from './present-draft.ts';
import { recogniseAgencies } from './recognise-agencies.queries.ts';

export interface MadePlan {
  readonly planId: string;
  /** It had been adopted before; nothing was done now. */
  readonly repeated: boolean;
  readonly tasks: number;
}

/**
 * Makes the plan of a draft whose row is locked: all of it in the caller's transaction, or nothing. The lock lets one
 * adoption in at a time, the state lets in the first alone, and `plan.draft_id` is unique should both ever fail.
 */
export async function makePlan(
  database: Transaction<DB>,
  draft: LockedDraft,
  seqSeen: number,
  accountId: string,
  now: Date,
): Promise<Result<MadePlan>> {
  const earlier = draft.state === 'adopted' ? await findPlanOfDraft(database, draft.id) : undefined;
  if (earlier !== undefined) return accept({ planId: earlier, repeated: true, tasks: 0 });
  const facts = await listFacts(database, draft.id);
  const blockedBy = listAdoptionBlocks(draft.state, describeForWorkflow(draft, facts, seqSeen));
  if (blockedBy[0] !== undefined) return refuse(blockedBy[0], { details: { blockedBy, seq: draft.seq } });

  const recipients = await findRecipients(database, draft.id);
  const adoption = adoptionOf({ planId: randomUUID(), draftId: draft.id, facts, recipients, makeId: randomUUID });
  const known = await recogniseAgencies(database, adoption);
  await storeAdoption(database, adoption, known, { accountId, now });
  const { issuer, issuedOn } = adoption.heading;
  await recognisePlanPlace(database, { planId: adoption.planId, issuer, issuedOn, accountId, now });
  await openRegimes(database, adoption, { accountId, now });
  await setDraftState(database, draft.id, draftWorkflow.adopt.to, now);
  return accept({ planId: adoption.planId, repeated: false, tasks: adoption.tasks.length });
}
