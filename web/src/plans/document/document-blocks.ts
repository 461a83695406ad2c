import type { Span } from '@mangnon/domain/plans/extraction.ts';
import type { LayoutBlock, ParagraphBlock } from '@mangnon/domain/plans/layout.ts';

/** A run of blocks that the browser may leave undrawn while it is out of sight. */
export interface Chunk {
  readonly span: Span;
  readonly blocks: readonly LayoutBlock[];
  /** A guess in lines of about 80 letters, so that the scroll bar is nearly right before anything is drawn. */
  readonly lines: number;
}

const blocksInChunk = 24;

function plain(start: number, end: number): ParagraphBlock {
  return {
    kind: 'paragraph',
    span: { start, end },
    align: 'left',
    indent: 0,
    heading: null,
    bold: false,
    italic: false,
  };
}

/** The lines between `start` and `end` that hold anything but space, each as a plain paragraph. */
function* plainLines(text: string, start: number, end: number): Generator<ParagraphBlock> {
  let from = start;
  while (from < end) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 || newline > end ? end : newline;
    if (text.slice(from, to).trim() !== '') yield plain(from, to);
    from = to + 1;
  }
}

/**
 * The layout with every passage it leaves out put back as plain paragraphs: whatever the layout says, no word of
 * the document may be missing on the screen.
 */
export function completeLayout(text: string, layout: readonly LayoutBlock[]): LayoutBlock[] {
  const blocks: LayoutBlock[] = [];
  let shown = 0;
  for (const block of layout) {
    if (block.span.start > shown) blocks.push(...plainLines(text, shown, block.span.start));
    blocks.push(block);
    shown = Math.max(shown, block.span.end);
  }
  blocks.push(...plainLines(text, shown, text.length));
  return blocks;
}

function countLines(block: LayoutBlock): number {
  if (block.kind === 'page') return 1;
  const letters = block.span.end - block.span.start;
  if (block.kind === 'paragraph') return 1 + Math.floor(letters / 80);
  return block.rows.length + Math.floor(letters / 60);
}

export function cutIntoChunks(blocks: readonly LayoutBlock[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < blocks.length; at += blocksInChunk) {
    const some = blocks.slice(at, at + blocksInChunk);
    chunks.push({
      span: {
        start: Math.min(...some.map((block) => block.span.start)),
        end: Math.max(...some.map((block) => block.span.end)),
      },
      blocks: some,
      lines: some.reduce((sum, block) => sum + countLines(block), 0),
    });
  }
  return chunks;
}

/** For each chunk, the highlights that touch it. `sorted` comes from `sortHighlights`. */
export function shareOut<T extends { readonly span: Span }>(chunks: readonly Chunk[], sorted: readonly T[]): T[][] {
  let open: T[] = [];
  let next = 0;
  return chunks.map(({ span }) => {
    open = open.filter((one) => one.span.end > span.start);
    while (next < sorted.length && sorted[next]!.span.start < span.end) {
      const one = sorted[next]!;
      if (one.span.end > span.start) open.push(one);
      next += 1;
    }
    return open;
  });
}
