import { accept } from '@mangnon/domain/kernel/result.ts';
import { adoptDraft } from '@mangnon/domain/plans/drafts.api.ts';
import { implementWrite } from '../platform/action/action.ts';
import { loadDraft } from './drafts.actions.ts';
import { makePlan } from './make-plan.ts';

export const adopt = implementWrite(adoptDraft, {
  load: loadDraft,
  authorise: () => true,
  handle: async ({ body }, draft, { database, actor, now, audit }) => {
    const made = await makePlan(database, draft, body.seq, actor.accountId, now);
    if (!made.ok) return made;
    audit({ ...made.value });
    return accept({ planId: made.value.planId });
  },
});
