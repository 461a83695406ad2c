import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Highlight } from './highlight.ts';
import { highlightKinds } from './highlight.ts';
import { splitIntoSegments } from './segments.ts';

const spans = fc.tuple(fc.nat(60), fc.nat(60)).map(([one, other]) => ({
  start: Math.min(one, other),
  end: Math.max(one, other),
}));
const highlights = fc.array(fc.record({ id: fc.uuid(), kind: fc.constantFrom(...highlightKinds), span: spans }), {
  maxLength: 12,
});
const range = spans.filter(({ start, end }) => end > start);

const covers = (one: Highlight, at: number) => one.span.start <= at && at < one.span.end;

describe('splitting a range of the document at the borders of its highlights', () => {
  it('makes up the whole range without a gap', () => {
    fc.assert(
      fc.property(range, highlights, (whole, marks) => {
        const segments = splitIntoSegments(whole, marks);
        expect(segments[0]?.start).toBe(whole.start);
        expect(segments.at(-1)?.end).toBe(whole.end);
        for (const segment of segments) expect(segment.end).toBeGreaterThan(segment.start);
        expect(segments.slice(1).map(({ start }) => start)).toEqual(segments.slice(0, -1).map(({ end }) => end));
      }),
    );
  });

  it('gives each letter exactly the highlights that cover it, the shortest first', () => {
    fc.assert(
      fc.property(range, highlights, (whole, marks) => {
        for (const segment of splitIntoSegments(whole, marks)) {
          for (let at = segment.start; at < segment.end; at += 1) {
            expect(new Set(segment.highlights)).toEqual(new Set(marks.filter((mark) => covers(mark, at))));
          }
          const lengths = segment.highlights.map(({ span }) => span.end - span.start);
          expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
        }
      }),
    );
  });

  it('keeps a range without highlights in one piece', () => {
    expect(splitIntoSegments({ start: 3, end: 9 }, [])).toEqual([{ start: 3, end: 9, highlights: [] }]);
  });
});
