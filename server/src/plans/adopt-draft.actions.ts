import { randomUUID } from 'node:crypto';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { draftWorkflow } from '@mangnon/domain/plans/draft.workflow.ts';
import { adoptDraft } from '@mangnon/domain/plans/drafts.api.ts';
import { implementWrite } from '../platform/action/action.ts';
import { adoptionOf } from './adoption.ts';
import { findPlanOfDraft, storeAdoption } from './adoption.queries.ts';
import { listFacts } from './draft-facts.queries.ts';
import { loadDraft } from './drafts.actions.ts';
import { findDraftDocument, setDraftState } from './drafts.queries.ts';
import { describeForWorkflow, listAdoptionBlocks } from './present-draft.ts';
import { recogniseAgencies } from './recognise-agencies.queries.ts';

/**
 * The draft becomes a plan: all of it in the one transaction of the action, or nothing. The lock on the draft lets one
 * adoption in at a time, its state lets in the first alone, and `plan.draft_id` is unique should both ever fail.
 */
export const adopt = implementWrite(adoptDraft, {
  load: loadDraft,
  authorise: () => true,
  handle: async ({ body }, draft, { database, actor, now, audit }) => {
    const earlier = draft.state === 'adopted' ? await findPlanOfDraft(database, draft.id) : undefined;
    if (earlier !== undefined) {
      audit({ planId: earlier, repeated: true });
      return accept({ planId: earlier });
    }
    const facts = await listFacts(database, draft.id);
    const blockedBy = listAdoptionBlocks(draft.state, describeForWorkflow(draft, facts, body.seq));
    if (blockedBy[0] !== undefined) return refuse(blockedBy[0], { details: { blockedBy, seq: draft.seq } });

    const { recipients } = await findDraftDocument(database, draft.id);
    const adoption = adoptionOf({ planId: randomUUID(), draftId: draft.id, facts, recipients, makeId: randomUUID });
    const known = await recogniseAgencies(database, adoption);
    await storeAdoption(database, adoption, known, { accountId: actor.accountId, now });
    await setDraftState(database, draft.id, draftWorkflow.adopt.to, now);
    audit({ planId: adoption.planId, tasks: adoption.tasks.length, agencies: adoption.agencies.length });
    return accept({ planId: adoption.planId });
  },
});
