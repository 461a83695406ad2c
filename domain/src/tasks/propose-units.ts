import type { UnitRef } from './task-words.ts';

/** An agency as a plan prints it, with what the register says of it on the day. */
export interface PrintedAgency {
  readonly printed: string;
  readonly agencyId: string | null;
  readonly level: string | null;
  readonly several: boolean;
  readonly ended: boolean;
  /** Who holds its duties today, where that is one agency. */
  readonly successorId: string | null;
  readonly successorLevel: string | null;
}

/** Whose plan it is, and the communes that stand in it. */
export interface PlanPlace {
  readonly placeId: string;
  readonly level: 'province' | 'commune';
  readonly communes: readonly string[];
}

export type Proposal =
  | { readonly answer: 'units'; readonly why: null; readonly units: readonly UnitRef[] }
  | {
      readonly answer: 'choose';
      readonly why: 'unknown' | 'ended' | 'one_of_many';
      readonly units: readonly UnitRef[];
    };

/**
 * Which units a printed agency stands for today. In a plan of a province «UBND các xã» is each commune; a department is
 * the one of that province. An agency that has ended is the one that took its duties over, where there is one. What
 * the register does not tell is left to a person: nothing is guessed.
 */
export function proposeUnits(agency: PrintedAgency, plan: PlanPlace): Proposal {
  if (agency.agencyId === null || agency.level === null) return choose('unknown');
  if (agency.several) return choose('one_of_many');
  const [id, level] = agency.ended ? [agency.successorId, agency.successorLevel] : [agency.agencyId, agency.level];
  if (id === null || level === null) return choose('ended');
  switch (level) {
    case 'commune':
      return unitsOf(id, plan.level === 'commune' ? [plan.placeId] : plan.communes);
    case 'province':
      return plan.level === 'province' ? unitsOf(id, [plan.placeId]) : choose('one_of_many');
    default:
      return choose('unknown');
  }
}

function unitsOf(agencyId: string, placeIds: readonly string[]): Proposal {
  return { answer: 'units', why: null, units: placeIds.map((placeId) => ({ agencyId, placeId })) };
}

function choose(why: 'unknown' | 'ended' | 'one_of_many'): Proposal {
  return { answer: 'choose', why, units: [] };
}
