import type { Span } from '@mangnon/domain/plans/extraction.ts';
import type { Highlight } from './highlight.ts';

/** A stretch of text that the same highlights cover from end to end, the shortest of them first. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly highlights: readonly Highlight[];
}

const lengthOf = ({ span }: Highlight) => span.end - span.start;

/**
 * Cuts a range of the text at every border of a highlight. The segments follow each other without a gap and
 * make up the range; highlights may overlap, contain one another, and reach beyond the range.
 */
export function splitIntoSegments(range: Span, highlights: readonly Highlight[]): Segment[] {
  const inside = highlights.filter(
    ({ span }) => span.end > span.start && span.start < range.end && span.end > range.start,
  );
  const borders = new Set([range.start, range.end]);
  for (const { span } of inside) {
    if (span.start > range.start) borders.add(span.start);
    if (span.end < range.end) borders.add(span.end);
  }
  const cuts = [...borders].toSorted((one, other) => one - other);
  const byLength = inside.toSorted((one, other) => lengthOf(one) - lengthOf(other));
  const segments: Segment[] = [];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const start = cuts[at]!;
    const end = cuts[at + 1]!;
    segments.push({
      start,
      end,
      highlights: byLength.filter(({ span }) => span.start <= start && span.end >= end),
    });
  }
  return segments;
}
