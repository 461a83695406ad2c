import { findCited, type Citable, type Citation } from '../law/citation.ts';

export { foldNumber, type Citation } from '../law/citation.ts';

export interface CitablePlan extends Citable {
  readonly id: string;
}

/** The plan a legal basis names, among plans known here; null where none fits, or more than one. */
export function findCitedPlan<Known extends CitablePlan>(citation: Citation, plans: readonly Known[]): Known | null {
  return findCited(citation, plans);
}
