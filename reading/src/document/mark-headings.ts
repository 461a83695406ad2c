import type { Section } from '@mangnon/domain/plans/extraction.ts';
import type { LayoutBlock } from '@mangnon/domain/plans/layout.ts';

/** Takes a document's layout and its sections; gives the layout with the depth of each heading, 1 to 6. */
export function markHeadings(layout: readonly LayoutBlock[], sections: readonly Section[]): LayoutBlock[] {
  const depths = new Map(sections.map((section) => [section.span.start, Math.min(6, Math.max(1, section.depth))]));
  return layout.map((block) =>
    block.kind === 'paragraph' ? { ...block, heading: depths.get(block.span.start) ?? null } : block,
  );
}
