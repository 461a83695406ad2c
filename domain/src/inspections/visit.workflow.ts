import type { Workflow } from '../kernel/workflow.ts';

/** How a planned visit stands; which of the three it is stands in what was written about it. */
export type VisitState = 'planned' | 'held' | 'not_held';

export const visitActs = ['moved', 'held', 'not_held', 'reopened'] as const;
export type VisitAct = (typeof visitActs)[number];

export interface VisitFacts {
  /** ISO days. */
  readonly today: string;
  readonly plannedOn: string;
  /** The day the act names: the new day, or the day it was held. */
  readonly on?: string;
}

/**
 * The way of a visit: its day is moved, it is held or not held; what was written by mistake is opened again. Each act keeps
 * its reason, and none is undone.
 */
export const visitWorkflow: Workflow<VisitState, VisitAct, VisitFacts> = {
  moved: {
    from: ['planned'],
    to: 'planned',
    guards: { same_day: ({ on, plannedOn }) => on === undefined || on !== plannedOn },
  },
  held: {
    from: ['planned'],
    to: 'held',
    guards: { held_in_future: ({ on, today }) => on === undefined || on <= today },
  },
  not_held: { from: ['planned'], to: 'not_held', guards: {} },
  reopened: { from: ['held', 'not_held'], to: 'planned', guards: {} },
};

export interface VisitDates {
  readonly plannedOn: string;
  readonly heldOn: string | null;
  readonly notHeldReason: string | null;
}

export function visitStateOf({ heldOn, notHeldReason }: Omit<VisitDates, 'plannedOn'>): VisitState {
  if (heldOn !== null) return 'held';
  return notHeldReason === null ? 'planned' : 'not_held';
}

export const visitStands = ['planned', 'overdue', 'held', 'not_held', 'called_off'] as const;
export type VisitStand = (typeof visitStands)[number];

/**
 * How a visit stands on a day: overdue once its planned day is past and nothing was written. Nobody types it. A visit that
 * was only planned falls with its inspection when that is called off.
 */
export function standOfVisit(visit: VisitDates, today: string, calledOff: boolean): VisitStand {
  const state = visitStateOf(visit);
  if (state === 'planned' && calledOff) return 'called_off';
  return state === 'planned' && visit.plannedOn < today ? 'overdue' : state;
}
