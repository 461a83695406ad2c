import type { Workflow } from '../kernel/workflow.ts';

/** An inspection is concluded once a conclusion was issued; one that is not carried out any more is called off. */
export type InspectionState = 'open' | 'concluded' | 'called_off';
export type InspectionAct = 'change' | 'plan_visit' | 'find' | 'withdraw_finding' | 'conclude' | 'correct' | 'call_off';

/** Where an inspection stands, by what was written about it. */
export function inspectionStateOf(written: {
  readonly concluded: boolean;
  readonly calledOff: boolean;
}): InspectionState {
  if (written.calledOff) return 'called_off';
  return written.concluded ? 'concluded' : 'open';
}

export interface InspectionFacts {
  /** ISO days. */
  readonly today: string;
  readonly issuedOn?: string;
  /** The earliest due day of the recommendations. */
  readonly firstDueOn?: string | null;
  readonly calledOffOn?: string;
}

const concluding = {
  issued_in_future: ({ issuedOn, today }: InspectionFacts) => issuedOn === undefined || issuedOn <= today,
  due_before_issued: ({ issuedOn, firstDueOn }: InspectionFacts) =>
    issuedOn === undefined || firstDueOn === undefined || firstDueOn === null || firstDueOn >= issuedOn,
};

/**
 * What can be done with an inspection. What its conclusion rests on stays as it was once that is issued: it is corrected by
 * a new conclusion that names the former, and for that more may be found. Only issuing and calling off move it: planning
 * visits and writing findings leave it where it stands. What is called off stays as it was: visits, findings and all.
 */
export const inspectionWorkflow: Workflow<InspectionState, InspectionAct, InspectionFacts> = {
  change: { from: ['open'], to: 'open', guards: {} },
  plan_visit: { from: ['open', 'concluded'], to: 'open', guards: {} },
  find: { from: ['open', 'concluded'], to: 'open', guards: {} },
  withdraw_finding: { from: ['open'], to: 'open', guards: {} },
  conclude: { from: ['open'], to: 'concluded', guards: concluding },
  correct: { from: ['concluded'], to: 'concluded', guards: concluding },
  call_off: {
    from: ['open'],
    to: 'called_off',
    guards: { called_off_in_future: ({ calledOffOn, today }) => calledOffOn === undefined || calledOffOn <= today },
  },
};
