import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { proposalActs, proposalStates, proposalSteps } from './proposal.workflow.ts';
import { forces, relationKinds } from './legal-text.ts';
import { documentBrief } from './texts.api.ts';

const id = z.uuid();
const day = z.iso.date();
const words = (most: number) => z.string().trim().min(1).max(most);

export const proposal = z.object({
  id,
  text: documentBrief.nullable(),
  act: z.enum(proposalActs),
  words: z.string(),
  reason: z.string(),
  proposer: z.string(),
  receiver: z.string(),
  dueOn: day,
  answerDueOn: day.nullable(),
  state: z.enum(proposalStates),
  stateSince: z.iso.datetime(),
  /** Days past the day that counts now; 0 where nothing is late. */
  daysLate: z.int(),
  steps: z.array(
    z.object({
      step: z.enum(proposalSteps),
      words: z.string().nullable(),
      document: z.string().nullable(),
      by: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** What can be done with it now. */
  transitions: z.array(z.enum(proposalSteps)),
});
export type Proposal = z.infer<typeof proposal>;

export const getReview = defineEndpoint({
  method: 'GET',
  path: '/api/text-review',
  summary: 'The review of texts: those in force and what changes them, and the proposals, late ones first',
  operation: 'law.text.read',
  audit: null,
  response: z.object({
    on: day,
    texts: z.array(
      documentBrief.extend({
        force: z.enum(forces),
        inForceTo: day.nullable(),
        changedBy: z.array(z.object({ kind: z.enum(relationKinds), on: day.nullable(), text: documentBrief })),
        openProposals: z.int(),
      }),
    ),
    proposals: z.array(proposal),
    can: z.object({ edit: z.boolean() }),
  }),
});
export type Review = z.infer<(typeof getReview)['response']>;

export const addProposal = defineEndpoint({
  method: 'POST',
  path: '/api/text-proposals',
  summary: 'Notes who proposes what about a text, by when',
  operation: 'law.review.edit',
  audit: 'law.proposal.add',
  body: z.strictObject({
    textId: id.nullable(),
    act: z.enum(proposalActs),
    words: words(4000),
    reason: words(4000),
    proposer: words(300),
    receiver: words(300),
    dueOn: day,
  }),
  response: z.object({ proposalId: id }),
});

export const takeProposalStep = defineEndpoint({
  method: 'POST',
  path: '/api/text-proposals/:proposalId/steps',
  summary: 'Sends a proposal, notes its answer, or drops it',
  operation: 'law.review.edit',
  audit: 'law.proposal.step',
  params: z.strictObject({ proposalId: id }),
  body: z.strictObject({
    step: z.enum(proposalSteps),
    words: words(4000).nullable(),
    document: words(300).nullable(),
    /** Of a proposal that is sent: by when it is to be answered. */
    answerDueOn: day.nullable(),
  }),
  response: z.object({ proposalId: id, state: z.enum(proposalStates) }),
});
