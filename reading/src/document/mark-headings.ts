import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { PlanExtraction } from '@mangnon/domain/plans/extraction.ts';
import type { LayoutBlock, ParagraphBlock } from '@mangnon/domain/plans/layout.ts';
import type { NormalisedDocument } from './normalised-document.ts';

/**
 * Takes a document and what was read out of it; gives its layout with the depth of each heading, 1 to 6. A plain text
 * has no look of its own: its letterhead, kind and title are centred as Decree 30/2020 (annex I) has them printed.
 */
export function markHeadings(doc: NormalisedDocument, { sections, document }: PlanExtraction): LayoutBlock[] {
  const depths = new Map(sections.map((section) => [section.span.start, Math.min(6, Math.max(1, section.depth))]));
  const headEnd = doc.source === 'text' ? findHeadEnd(doc, document.title) : 0;
  return doc.layout.map((block) => {
    if (block.kind !== 'paragraph') return block;
    const marked = { ...block, heading: depths.get(block.span.start) ?? null };
    return block.span.start < headEnd
      ? centre(marked, doc.text.slice(block.span.start, block.span.end), document)
      : marked;
  });
}

/** Where the last line of the title ends; 0 when no title was found near the top. */
function findHeadEnd({ lines }: NormalisedDocument, title: string): number {
  const words = fold(title);
  const near = lines.slice(0, 30).filter(({ text }) => text.length > 3 && words.includes(fold(text)));
  return words === '' ? 0 : (near.at(-1)?.span.end ?? 0);
}

function centre(block: ParagraphBlock, text: string, { kind, title }: PlanExtraction['document']): ParagraphBlock {
  const folded = fold(text);
  const isTitle = folded === fold(kind) || (text.length > 3 && fold(title).includes(folded));
  const isCapitals = text === text.toUpperCase() && text !== text.toLowerCase();
  return { ...block, align: 'center', bold: block.bold || isTitle || isCapitals };
}
