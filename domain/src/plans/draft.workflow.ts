import type { Workflow } from '../kernel/workflow.ts';

/** `reading` the machine reads · `refused` the file cannot be read · `in_review` · `adopted` · `discarded` put away. */
export const draftStates = ['reading', 'refused', 'in_review', 'adopted', 'discarded'] as const;
export type DraftState = (typeof draftStates)[number];

export interface DraftFacts {
  readonly openDoubts: number;
  readonly tasks: number;
  readonly hasTitle: boolean;
  readonly seqSeen: boolean;
}

export const draftWorkflow = {
  finishReading: { from: ['reading'], to: 'in_review', guards: {} },
  refuseReading: { from: ['reading'], to: 'refused', guards: {} },
  adopt: {
    from: ['in_review'],
    to: 'adopted',
    guards: {
      'drafts.doubts_open': (facts: DraftFacts) => facts.openDoubts === 0,
      'drafts.no_task': (facts: DraftFacts) => facts.tasks > 0,
      'drafts.no_title': (facts: DraftFacts) => facts.hasTitle,
      'drafts.changed_meanwhile': (facts: DraftFacts) => facts.seqSeen,
    },
  },
  discard: { from: ['in_review', 'refused'], to: 'discarded', guards: {} },
  restore: { from: ['discarded'], to: 'in_review', guards: {} },
} as const satisfies Workflow<DraftState, string, DraftFacts>;
