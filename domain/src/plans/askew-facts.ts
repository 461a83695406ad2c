import type { Refusal } from '../kernel/result.ts';
import type { DraftFact } from './draft-fact.ts';
import { checkFactData } from './fact-data.ts';

export interface AskewFact {
  readonly fact: DraftFact;
  readonly refusal: Refusal;
}

/**
 * Facts that could not have been written by a person as they stand: the reader took them from the document as
 * printed, and the document may say «từ ngày 30/6 đến ngày 01/6». They must be mended before adoption.
 */
export function listAskewFacts(facts: readonly DraftFact[]): AskewFact[] {
  return facts.flatMap((fact) => {
    if (fact.kind === 'doubt') return [];
    // A missing title is a refusal of its own at adoption, said where the title stands.
    const fields = Object.keys(fact.data).filter((field) => fact.kind !== 'heading' || field !== 'title');
    const checked = checkFactData(fact.kind, fact.data, fields);
    return checked.ok ? [] : [{ fact, refusal: checked.refusal }];
  });
}
