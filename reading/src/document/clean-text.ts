import type { SourceBlock, SourceParagraph } from './source-document.ts';

// Control and formatting characters that carry no word: soft hyphen, zero-width marks, direction marks, BOM.
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const spaces = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
/** What a clean line has none of; most lines are clean, and this one look is all they cost. */
const suspect =
  /[\u0300-\u036f\u0000-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ud800-\uf8ff\ufeff\ufff0-\uffff]| {2}|^ | $/;
const privateBullet = /^[\uf0a7\uf0b7\uf0fc\uf0d8\uf02d\uf06e\uf076]\s*/;

/**
 * One paragraph's words as they stand in the normalised text: NFC, no invisible characters, every run of white
 * space one space, nothing at the edges. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  if (!suspect.test(text)) return text;
  return text.normalize('NFC').replace(privateBullet, '- ').replace(invisible, '').replace(spaces, ' ').trim();
}

/** Blocks with the words of each paragraph clean; what is clean already stays the same object. */
export function cleanBlocks(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return cleanParagraph(block);
    if (block.kind !== 'table') return block;
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(cleanParagraph) })),
    }));
    return { ...block, rows };
  });
}

function cleanParagraph(paragraph: SourceParagraph): SourceParagraph {
  const text = cleanText(paragraph.text);
  return text === paragraph.text ? paragraph : { ...paragraph, text };
}

/** A line that has no word in it: a rule drawn with dashes or stars. */
export function isRule(line: string): boolean {
  return /^[-–—_=*~.·•\s]{2,}$/.test(line) && !/^\.\/?\.?$/.test(line);
}
