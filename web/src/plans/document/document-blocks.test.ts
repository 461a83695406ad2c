import type { LayoutBlock } from '@mangnon/domain/plans/layout.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeLayout, cutIntoChunks, shareOut } from './document-blocks.ts';
import { sortHighlights } from './highlight.ts';
import type { Highlight } from './highlight.ts';

const text = fc
  .array(fc.constantFrom('Kế hoạch', 'Sở Y tế', '', '  ', 'xã Khe Trúc'), { minLength: 1, maxLength: 40 })
  .map((lines) => lines.join('\n'));

/** Paragraphs over some lines of the text, in order; the others are what a layout may have left out. */
function someLayout(whole: string, keep: readonly boolean[]): LayoutBlock[] {
  let start = 0;
  const blocks: LayoutBlock[] = [];
  for (const [at, line] of whole.split('\n').entries()) {
    if (keep[at % keep.length] && line.trim() !== '') {
      const span = { start, end: start + line.length };
      blocks.push({ kind: 'paragraph', span, align: 'left', indent: 0, heading: null, bold: false, italic: false });
    }
    start += line.length + 1;
  }
  return blocks;
}

describe('the layout on the screen', () => {
  it('leaves out no word, whatever the layout leaves out', () => {
    fc.assert(
      fc.property(text, fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }), (whole, keep) => {
        const shown = completeLayout(whole, someLayout(whole, keep));
        const words = shown.map(({ span }) => whole.slice(span.start, span.end)).join(' ');
        expect(words.split(/\s+/).filter(Boolean)).toEqual(whole.split(/\s+/).filter(Boolean));
      }),
    );
  });

  it('shares out every highlight to every chunk it touches and to no other', () => {
    const marks = fc.array(fc.tuple(fc.nat(1500), fc.nat(800)), { minLength: 1, maxLength: 20 });
    const long = fc.array(fc.constantFrom('Sở Y tế', 'xã Khe Trúc'), { minLength: 80, maxLength: 150 });
    fc.assert(
      fc.property(
        long.map((lines) => lines.join('\n')),
        marks,
        (whole, places) => {
          const chunks = cutIntoChunks(completeLayout(whole, []));
          const highlights = places.map(([start, length], at): Highlight => ({
            id: `${at}`,
            kind: 'task',
            span: { start, end: start + length },
          }));
          const shares = shareOut(chunks, sortHighlights(highlights));
          for (const [at, chunk] of chunks.entries()) {
            const touching = highlights.filter(
              ({ span }) => span.end > span.start && span.start < chunk.span.end && span.end > chunk.span.start,
            );
            expect(new Set(shares[at])).toEqual(new Set(touching));
          }
        },
      ),
    );
  });
});
