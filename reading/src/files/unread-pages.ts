import type { SourceDocument } from '../document/source-document.ts';

/** The numbers of the pages of a PDF or a scan on which no word was read. */
export function listUnreadPages(document: SourceDocument): number[] {
  if (document.pages === null || document.format === 'docx' || document.format === 'text') return [];
  const filled = new Set<number>();
  let page = 1;
  for (const block of document.blocks) {
    if (block.kind === 'page_break') page = block.number + 1;
    else filled.add(page);
  }
  return Array.from({ length: document.pages }, (_, at) => at + 1).filter((number) => !filled.has(number));
}
