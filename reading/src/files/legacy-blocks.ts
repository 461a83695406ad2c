import type { SourceBlock, SourceParagraph } from '../document/source-document.ts';
import { detectLegacyFont, fromLegacyFont, unicodeOnly } from './legacy-fonts.ts';

/**
 * Brings paragraphs whose font nobody declared from TCVN3 or VNI to Unicode: the whole document where it is in one of
 * them, else each paragraph that clearly is.
 */
export function mendLegacyBlocks(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const doubtful: SourceParagraph[] = [];
  let inUnicode = 0;
  const collect = (paragraph: SourceParagraph) => {
    // Letters that only Unicode has: this paragraph was typed in it.
    if (unicodeOnly.test(paragraph.text)) inUnicode += 1;
    else if (/[\u00a1-\u00ff]/.test(paragraph.text)) doubtful.push(paragraph);
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') collect(block);
    else cellParagraphs(block).forEach(collect);
  }
  // In a document half converted, words like «giám sát» have no letter that would tell: only sure paragraphs change.
  const whole = doubtful.length > 3 * inUnicode ? detectLegacyFont(sampleOf(doubtful)) : null;
  const mended = new Map<SourceParagraph, SourceParagraph>();
  for (const paragraph of doubtful) {
    const font = whole ?? detectLegacyFont(paragraph.text);
    if (font !== null) mended.set(paragraph, { ...paragraph, text: fromLegacyFont(paragraph.text, font) });
  }
  if (mended.size === 0) return blocks;
  return blocks.map((block) => mapParagraphs(block, (paragraph) => mended.get(paragraph) ?? paragraph));
}

function sampleOf(paragraphs: readonly SourceParagraph[]): string {
  let sample = '';
  for (const { text } of paragraphs) if (sample.length < 60_000) sample += `${text}\n`;
  return sample;
}

function cellParagraphs(block: SourceBlock): readonly SourceParagraph[] {
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
