import type { Workflow } from '../kernel/workflow.ts';

export const versionStates = ['draft', 'signed', 'sent', 'accepted', 'replaced'] as const;
export type VersionState = (typeof versionStates)[number];

export const versionActs = ['edit', 'sign', 'reopen', 'send', 'accept', 'send_back', 'correct'] as const;
export type VersionAct = (typeof versionActs)[number];

/** What the guards ask. Days are ISO. */
export interface VersionFacts {
  readonly today: string;
  /** Last day the report counts. */
  readonly cutEnd: string;
  /** Errors, and warnings nobody explained (indicators/finding.ts). */
  readonly blockers: number;
  /** Another than the one who signed it. */
  readonly byAnother: boolean;
  /** A correction of it is being written already. */
  readonly openCorrection: boolean;
}

const periodOver = ({ today, cutEnd }: VersionFacts) => today > cutEnd;
const noBlockers = ({ blockers }: VersionFacts) => blockers === 0;
const another = ({ byAnother }: VersionFacts) => byAnother;

/**
 * The life of a report of a unit. It can be written before its period is over, and neither signed nor sent. A change after
 * signing takes the signature away; what was accepted is locked, and a correction of it is a new version (`correct`
 * leaves this one as it is; the acceptance of the correction makes it `replaced`).
 */
export const versionWorkflow: Workflow<VersionState, VersionAct, VersionFacts> = {
  edit: { from: ['draft'], to: 'draft', guards: {} },
  sign: { from: ['draft'], to: 'signed', guards: { period_not_over: periodOver, blocked: noBlockers } },
  reopen: { from: ['signed', 'sent'], to: 'draft', guards: {} },
  send: { from: ['signed'], to: 'sent', guards: { period_not_over: periodOver, blocked: noBlockers } },
  accept: { from: ['sent'], to: 'accepted', guards: { own_report: another } },
  send_back: { from: ['sent'], to: 'draft', guards: { own_report: another } },
  correct: { from: ['accepted'], to: 'accepted', guards: { correction_open: ({ openCorrection }) => !openCorrection } },
};
