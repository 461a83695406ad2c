import type { Workflow } from '../kernel/workflow.ts';

/** `reading` the machine reads · `refused` the file cannot be read · `in_review` · `adopted` · `discarded` put away. */
export const draftStates = ['reading', 'refused', 'in_review', 'adopted', 'discarded'] as const;
export type DraftState = (typeof draftStates)[number];

export interface DraftFacts {
  readonly openDoubts: number;
  readonly tasks: number;
  readonly hasTitle: boolean;
  readonly seqSeen: boolean;
  /** Facts whose values cannot be right as they stand (askew-facts.ts). */
  readonly askew: number;
  /** The file was read; false where it was refused. */
  readonly wasRead: boolean;
}

export const draftWorkflow = {
  finishReading: { from: ['reading'], to: 'in_review', guards: {} },
  refuseReading: { from: ['reading'], to: 'refused', guards: {} },
  adopt: {
    from: ['in_review'],
    to: 'adopted',
    guards: {
      'drafts.doubts_open': (facts: DraftFacts) => facts.openDoubts === 0,
      'drafts.fact_askew': (facts: DraftFacts) => facts.askew === 0,
      'drafts.no_task': (facts: DraftFacts) => facts.tasks > 0,
      'drafts.no_title': (facts: DraftFacts) => facts.hasTitle,
      'drafts.changed_meanwhile': (facts: DraftFacts) => facts.seqSeen,
    },
  },
  discard: { from: ['in_review', 'refused'], to: 'discarded', guards: {} },
  restore: {
    from: ['discarded'],
    to: 'in_review',
    guards: { 'drafts.not_possible_now': (facts: DraftFacts) => facts.wasRead },
  },
  restoreRefused: {
    from: ['discarded'],
    to: 'refused',
    guards: { 'drafts.not_possible_now': (facts: DraftFacts) => !facts.wasRead },
  },
} as const satisfies Workflow<DraftState, string, DraftFacts>;
