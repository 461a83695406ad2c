import { fold } from '@mangnon/domain/kernel/fold.ts';
import { isRule } from './clean-text.ts';
import { beginsWithMarker } from './torn-lines.ts';
import type { SourceBlock } from './source-document.ts';

const pageNumber = /^(?:[-–—]\s*)?(?:(?:trang|page)\s*)?\d{1,4}(?:\s*(?:\/|of|trên)\s*\d{1,4})?(?:\s*[-–—])?$/iu;

/** «3», «- 3 -», «Trang 3/15»: a line that only counts pages. No fact is ever a number alone on a line. */
export function isPageNumber(line: string): boolean {
  return line.length <= 24 && pageNumber.test(line);
}

/** Takes page numbers, running heads, ruled lines and empty paragraphs out; what stays keeps its order. */
export function dropPageFurniture(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const heads = findRunningHeads(blocks);
  return blocks.filter((block) => {
    if (block.kind !== 'paragraph') return true;
    const { text } = block;
    return text !== '' && !isRule(text) && !isPageNumber(text) && !(heads.size > 0 && heads.has(headKey(text)));
  });
}

/**
 * Running heads and feet: short lines among the two at the top or bottom of a page, alike but for their numbers on
 * at least three pages and on a third of all. The first page's own top is left out: it is the letterhead.
 */
function findRunningHeads(blocks: readonly SourceBlock[]): ReadonlySet<string> {
  if (!blocks.some((block) => block.kind === 'page_break')) return new Set();
  const pages: string[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'page_break') pages.push([]);
    else if (block.kind === 'paragraph') {
      const { text } = block;
      if (text !== '' && !isPageNumber(text) && !isRule(text)) pages.at(-1)?.push(canRun(text) ? text : '');
    } else pages.at(-1)?.push('');
  }
  const count = new Map<string, number>();
  for (const [number, lines] of pages.entries()) {
    const edges = new Set([...(number === 0 ? [] : lines.slice(0, 2)), ...lines.slice(-2)]);
    for (const key of new Set([...edges].map(headKey))) if (key.length > 3) count.set(key, (count.get(key) ?? 0) + 1);
  }
  const enough = Math.max(pages.length < 6 ? 2 : 3, pages.length / 3);
  return new Set([...count].filter(([, times]) => times >= enough).map(([key]) => key));
}

function canRun(text: string): boolean {
  return text.length <= 120 && !/[.;:,]$/.test(text) && !/:\s/.test(text) && !beginsWithMarker(text);
}

function headKey(line: string): string {
  return fold(line).replace(/\d+/g, '').replace(/\s+/g, ' ').trim();
}
