import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';

/** The words by which a person recognises a fact in a list. */
export function wordsOf(fact: DraftFact): string {
  switch (fact.kind) {
    case 'task':
    case 'target':
      return fact.data.text;
    case 'reporting':
      return fact.data.from.join('; ');
    case 'legal_basis':
      return `${fact.data.kind} ${fact.data.number}`;
    case 'heading':
      return fact.data.title;
    case 'doubt':
      return fact.data.message;
  }
}
