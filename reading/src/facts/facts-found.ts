import type { ReadingWarning, Span } from '@mangnon/domain/plans/extraction.ts';
import { readingWarnings, type ReadingWarningCode } from '@mangnon/domain/plans/reading-warnings.ts';
import { fillSentence } from '@mangnon/domain/kernel/sentence.ts';

/** What one part of the reader found, in the order of the text, and what it is not sure of. */
export interface FactsFound<Fact> {
  readonly facts: readonly Fact[];
  readonly warnings: readonly ReadingWarning[];
}

/**
 * A doubt of the reader in Vietnamese, the language of the documents; the screen translates by the code.
 * @param details fill the places `{name}` of the sentence
 * @param span the passage of the normalised text it is about
 */
export function makeWarning(
  code: ReadingWarningCode,
  span?: Span,
  details: Readonly<Record<string, unknown>> = {},
): ReadingWarning {
  const message = fillSentence(readingWarnings[code].vi, details);
  return span === undefined ? { code, message } : { code, message, span };
}
