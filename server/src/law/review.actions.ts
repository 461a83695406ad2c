import { randomUUID } from 'node:crypto';
import { canDo } from '@mangnon/domain/access/posts.access.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { findBlocks, listPossible } from '@mangnon/domain/kernel/workflow.ts';
import { forceOn } from '@mangnon/domain/law/legal-text.ts';
import { daysLate, proposalWorkflow } from '@mangnon/domain/law/proposal.workflow.ts';
import { addProposal, getReview, takeProposalStep } from '@mangnon/domain/law/review.api.ts';
import { implementRead, implementWrite, nothingStored } from '../platform/action/action.ts';
import { insertProposal, listProposals, listReviewed, lockProposal, putStep } from './review.queries.ts';
import { findText } from './texts.queries.ts';

/** What a step asks for is asked when it is taken; here only where it may start. */
const anything = { words: '', document: '' };

export const get = implementRead(getReview, {
  answer: async (_, { database, now, actor }) => {
    const on = vietnamDay(now);
    const edit = canDo(actor.posts, 'law.review.edit');
    const proposals = (await listProposals(database)).map((row) => ({
      ...row,
      stateSince: row.stateSince.toISOString(),
      daysLate: daysLate(row, on),
      transitions: edit ? listPossible(proposalWorkflow, row.state, anything) : [],
    }));
    return accept({
      on,
      texts: (await listReviewed(database)).map(({ inForceFrom, ...text }) => ({
        ...text,
        force: forceOn({ ...text, inForceFrom }, on),
      })),
      // The latest first; of what is not late the newest.
      proposals: proposals.sort((one, other) => other.daysLate - one.daysLate),
      can: { edit },
    });
  },
});

export const add = implementWrite(addProposal, {
  load: nothingStored,
  authorise: () => true,
  handle: async ({ body }, _, { database, actor, now, audit }) => {
    const { textId, act } = body;
    if ((act === 'new') !== (textId === null)) return refuse('law.proposal_text', { where: 'body.textId' });
    if (textId !== null && (await findText(database, textId, { lock: false })) === undefined) {
      return refuse('law.text_not_found', { where: 'body.textId' });
    }
    const proposalId = randomUUID();
    await insertProposal(database, { id: proposalId, ...body }, { accountId: actor.accountId, now });
    audit({ proposalId });
    return accept({ proposalId });
  },
});

export const take = implementWrite(takeProposalStep, {
  load: async ({ params }, { database }) => {
    const state = await lockProposal(database, params.proposalId);
    return state === undefined ? refuse('law.proposal_not_found') : accept({ id: params.proposalId, state });
  },
  authorise: () => true,
  handle: async ({ body }, { id, state }, { database, actor, now }) => {
    const { step, words, document, answerDueOn } = body;
    const [block] = findBlocks(proposalWorkflow, step, state, { words, document });
    if (block !== undefined) return refuse(block === 'state' ? 'law.step_state' : block);
    const { to } = proposalWorkflow[step];
    const due = step === 'send' ? answerDueOn : null;
    const taken = { id: randomUUID(), proposalId: id, step, to, words, document, answerDueOn: due };
    await putStep(database, taken, { accountId: actor.accountId, now });
    return accept({ proposalId: id, state: to });
  },
});
