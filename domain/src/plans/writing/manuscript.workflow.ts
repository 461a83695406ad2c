import type { Operation } from '../../access/operations.ts';
import type { Workflow } from '../../kernel/workflow.ts';

/** A plan being written: with its writers, before who approves it, sent back, approved, issued for good, put away. */
export const manuscriptStates = ['drafting', 'submitted', 'sent_back', 'approved', 'issued', 'withdrawn'] as const;
export type ManuscriptState = (typeof manuscriptStates)[number];

/** What the life of a manuscript asks about. */
export interface ManuscriptFacts {
  /** What must still stand in it before it can go on (check-manuscript.ts). */
  readonly missing: number;
  /** The person saw its newest state. */
  readonly seqSeen: boolean;
  readonly hasReason: boolean;
  /** Number and date are given and can be. */
  readonly numbered: boolean;
  /** Who approves did not write it, where somebody signs for its body. */
  readonly byAnother: boolean;
}

const nothingMissing = (facts: ManuscriptFacts) => facts.missing === 0;
const seqSeen = (facts: ManuscriptFacts) => facts.seqSeen;

export const manuscriptWorkflow = {
  submit: {
    from: ['drafting', 'sent_back'],
    to: 'submitted',
    guards: { 'writing.incomplete': nothingMissing, 'writing.changed_meanwhile': seqSeen },
  },
  sendBack: {
    from: ['submitted', 'approved'],
    to: 'sent_back',
    guards: { 'writing.reason_missing': (facts: ManuscriptFacts) => facts.hasReason },
  },
  approve: {
    from: ['submitted'],
    to: 'approved',
    guards: {
      'writing.own_words': (facts: ManuscriptFacts) => facts.byAnother,
      'writing.incomplete': nothingMissing,
      'writing.changed_meanwhile': seqSeen,
    },
  },
  issue: {
    from: ['approved'],
    to: 'issued',
    guards: {
      'writing.incomplete': nothingMissing,
      'writing.number_missing': (facts: ManuscriptFacts) => facts.numbered,
    },
  },
  withdraw: { from: ['drafting', 'submitted', 'sent_back', 'approved'], to: 'withdrawn', guards: {} },
  restore: { from: ['withdrawn'], to: 'drafting', guards: {} },
} as const satisfies Workflow<ManuscriptState, string, ManuscriptFacts>;

export const manuscriptSteps = ['submit', 'sendBack', 'approve', 'issue', 'withdraw', 'restore'] as const;
export type ManuscriptStep = keyof typeof manuscriptWorkflow;

/** What a post must be allowed, in the manuscript's place, to take each step. */
export const stepNeeds: Readonly<Record<ManuscriptStep, Operation>> = {
  submit: 'plans.writing.edit',
  sendBack: 'plans.writing.approve',
  approve: 'plans.writing.approve',
  issue: 'plans.writing.issue',
  withdraw: 'plans.writing.edit',
  restore: 'plans.writing.edit',
};

/** While it lies before others nobody changes it under their eyes: it is sent back first. */
export function isOpenForWriting(state: ManuscriptState): boolean {
  return state === 'drafting' || state === 'sent_back';
}
