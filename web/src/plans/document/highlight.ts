import type { FactKind } from '@mangnon/domain/plans/draft-fact.ts';
import type { Span } from '@mangnon/domain/plans/extraction.ts';

export const highlightKinds = [
  'task',
  'target',
  'reporting',
  'legal_basis',
  'doubt',
] as const satisfies readonly FactKind[];
export type HighlightKind = (typeof highlightKinds)[number];

/** A passage of the document to be shown as one fact's source. `id` is the fact's. */
export interface Highlight {
  readonly id: string;
  readonly kind: HighlightKind;
  readonly span: Span;
}

export function isSameHighlight(one: Highlight, other: Highlight): boolean {
  return (
    one === other ||
    (one.id === other.id &&
      one.kind === other.kind &&
      one.span.start === other.span.start &&
      one.span.end === other.span.end)
  );
}

/** From the front of the document to its end; of two that start together, the longer first. */
export function sortHighlights(highlights: readonly Highlight[]): Highlight[] {
  return highlights
    .filter(({ span }) => span.end > span.start)
    .toSorted((one, other) => one.span.start - other.span.start || other.span.end - one.span.end);
}
