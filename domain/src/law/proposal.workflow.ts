import type { Workflow } from '../kernel/workflow.ts';

/** What is proposed about a text; `new`: a text that does not exist yet; `keep`: reviewed, and right as it stands. */
export const proposalActs = ['amend', 'replace', 'repeal', 'new', 'keep'] as const;
export type ProposalAct = (typeof proposalActs)[number];

export const proposalStates = ['preparing', 'sent', 'accepted', 'declined', 'dropped'] as const;
export type ProposalState = (typeof proposalStates)[number];

export const proposalSteps = ['send', 'accept', 'decline', 'drop'] as const;
export type ProposalStep = (typeof proposalSteps)[number];

/** What is said with a step. */
export interface StepFacts {
  readonly words: string | null;
  readonly document: string | null;
}

const isSaid = ({ words }: StepFacts) => words !== null;
const hasDocument = ({ document }: StepFacts) => document !== null;

/** A proposal goes out with its document; an answer comes with its document; who declines or drops says why. */
export const proposalWorkflow: Workflow<ProposalState, ProposalStep, StepFacts> = {
  send: { from: ['preparing'], to: 'sent', guards: { 'law.step_document': hasDocument } },
  accept: { from: ['sent'], to: 'accepted', guards: { 'law.step_document': hasDocument } },
  decline: { from: ['sent'], to: 'declined', guards: { 'law.step_reason': isSaid } },
  drop: { from: ['preparing', 'sent'], to: 'dropped', guards: { 'law.step_reason': isSaid } },
};

/** The day that counts now: of sending, then of the answer; null where nothing is waited for. */
export function dayThatCounts(proposal: {
  readonly state: ProposalState;
  readonly dueOn: string;
  readonly answerDueOn: string | null;
}): string | null {
  if (proposal.state === 'preparing') return proposal.dueOn;
  return proposal.state === 'sent' ? proposal.answerDueOn : null;
}

/** Whole days past that day; 0 where it has not passed. */
export function daysLate(proposal: Parameters<typeof dayThatCounts>[0], today: string): number {
  const due = dayThatCounts(proposal);
  if (due === null || due >= today) return 0;
  return Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${due}T00:00:00Z`)) / 86_400_000);
}
