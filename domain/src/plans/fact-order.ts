import type { DraftFact, FactKind } from './draft-fact.ts';
import type { Span } from './extraction.ts';

/** Distance between neighbours as the reader leaves them: room for some forty insertions in one place. */
export const positionStep = 1024;

/** Facts in the order of the screen: by kind as given, then position; the id decides between equals. */
export function comparePositions(one: DraftFact, other: DraftFact): number {
  return one.position - other.position || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

export function listOfKind(facts: readonly DraftFact[], kind: FactKind): DraftFact[] {
  return facts.filter((fact) => fact.kind === kind).toSorted(comparePositions);
}

export interface Place {
  readonly position: number;
  /** Facts that had to move back because no number was left between the two neighbours. */
  readonly moved: readonly DraftFact[];
}

/** A place for a new fact behind `after`; `after` null puts it before all others of its kind. */
export function placeAfter(facts: readonly DraftFact[], kind: FactKind, after: DraftFact | null): Place {
  const row = listOfKind(facts, kind);
  const index = after === null ? -1 : row.findIndex((fact) => fact.id === after.id);
  const left = row[index];
  const right = row[index + 1];
  if (right === undefined) return { position: (left?.position ?? 0) + positionStep, moved: [] };
  const low = left?.position ?? right.position - positionStep;
  const middle = low + (right.position - low) / 2;
  if (middle > low && middle < right.position) return { position: middle, moved: [] };
  const position = low + positionStep;
  const moved = row
    .slice(index + 1)
    .map((fact, step) => ({ ...fact, position: position + (step + 1) * positionStep, version: fact.version + 1 }));
  return { position, moved };
}

/** A place for a new fact where its passage stands in the document; without a passage, last. */
export function placeBySpan(facts: readonly DraftFact[], kind: FactKind, span: Span | null): Place {
  const row = listOfKind(facts, kind);
  if (span === null) return placeAfter(facts, kind, row.at(-1) ?? null);
  const before = row.findLast((fact) => fact.span !== null && fact.span.start <= span.start);
  return placeAfter(facts, kind, before ?? null);
}
