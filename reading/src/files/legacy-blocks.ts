import type { SourceBlock, SourceParagraph } from '../document/source-document.ts';
import { detectLegacyFont, fromLegacyFont, unicodeOnly } from './legacy-fonts.ts';
import type { LegacyFont } from './legacy-fonts.ts';

/**
 * Brings paragraphs whose font nobody declared from TCVN3 or VNI to Unicode: the whole document where it is in one of
 * them, else each paragraph that clearly is.
 */
export function mendLegacyBlocks(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const sample: string[] = [];
  let length = 0;
  let inUnicode = 0;
  const collect = (paragraph: SourceParagraph) => {
    if (unicodeOnly.test(paragraph.text)) inUnicode += 1;
    else if (length < 60_000 && /[\u00a1-\u00ff]/.test(paragraph.text)) {
      sample.push(paragraph.text);
      length += paragraph.text.length;
    }
  };
  for (const block of blocks) paragraphsOf(block).forEach(collect);
  if (sample.length === 0) return blocks;
  // In a document half converted, words like «giám sát» have no letter that would tell: only sure paragraphs change.
  const whole = sample.length > 3 * inUnicode ? detectLegacyFont(sample.join('\n')) : null;
  return blocks.map((block) => mapParagraphs(block, (paragraph) => mendParagraph(paragraph, whole)));
}

function mendParagraph(paragraph: SourceParagraph, whole: LegacyFont | null): SourceParagraph {
  // Letters that only Unicode has: this paragraph was typed in it.
  if (!/[\u00a1-\u00ff]/.test(paragraph.text) || unicodeOnly.test(paragraph.text)) return paragraph;
  const font = whole ?? detectLegacyFont(paragraph.text);
  return font === null ? paragraph : { ...paragraph, text: fromLegacyFont(paragraph.text, font) };
}

function paragraphsOf(block: SourceBlock): readonly SourceParagraph[] {
  if (block.kind === 'paragraph') return [block];
  return block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)) : [];
}

function mapParagraphs(block: SourceBlock, change: (paragraph: SourceParagraph) => SourceParagraph): SourceBlock {
  if (block.kind === 'paragraph') return change(block);
  if (block.kind !== 'table') return block;
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(change) })),
  }));
  return { ...block, rows };
}
