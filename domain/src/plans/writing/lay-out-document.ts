import {
  nation,
  motto,
  printBases,
  printBlock,
  printIssuer,
  printNumber,
  printPlaceAndDate,
  printRecipients,
  recipientsHead,
} from '../../kernel/document/printed-parts.ts';
import type { OfficialDocument } from '../../kernel/document/official-document.ts';
import type { Section, Span } from '../extraction.ts';
import type { ParagraphBlock } from '../layout.ts';

/** One printed line, with what it was written from: the n-th basis, or the block of the body. */
export interface PrintedLine {
  readonly span: Span;
  readonly text: string;
  readonly block: number | null;
  readonly basis: number | null;
}

export interface LaidOut {
  readonly text: string;
  readonly layout: ParagraphBlock[];
  readonly sections: Section[];
  readonly lines: readonly PrintedLine[];
}

type Look = Pick<ParagraphBlock, 'align' | 'bold' | 'italic'> & { indent?: number; heading?: number };

const centred = { align: 'center', bold: false, italic: false } as const;
const strong = { align: 'center', bold: true, italic: false } as const;
const running = { align: 'justify', bold: false, italic: false, indent: 1 } as const;

/**
 * The one text of a document written here, line for line as the reader of documents would have it from the file
 * (left column of the head, right column, body, recipients, signature), and how each line looks.
 */
export function layOutDocument(document: OfficialDocument): LaidOut {
  const lines: PrintedLine[] = [];
  const layout: ParagraphBlock[] = [];
  const sections: Section[] = [];
  let at = 0;
  const write = (words: string, look: Look, of: { block?: number; basis?: number } = {}): Span => {
    const text = words.normalize('NFC').replace(/\s+/gu, ' ').trim();
    const span = { start: at, end: at + text.length };
    if (text === '') return span;
    const { indent = 0, heading = null, ...rest } = look;
    layout.push({ kind: 'paragraph', span, indent, heading, ...rest });
    lines.push({ span, text, block: of.block ?? null, basis: of.basis ?? null });
    at = span.end + 1;
    return span;
  };

  if (document.parentBody !== null) write(document.parentBody.toUpperCase(), centred);
  for (const line of printIssuer(document.issuer)) write(line, strong);
  write(printNumber(document), centred);
  write(nation, strong);
  write(motto, strong);
  write(printPlaceAndDate(document), { ...centred, italic: true });
  write(document.kind.toUpperCase(), strong);
  write(document.summary, strong);
  printBases(document.bases).forEach((line, basis) => write(line, { ...running, italic: true }, { basis }));
  write(document.opening, running);
  const path: string[] = [];
  document.body.forEach((block, index) => {
    const text = printBlock(block, index === document.body.length - 1);
    if (block.kind === 'paragraph') return void write(text, running, { block: index });
    const span = write(text, { ...running, bold: block.level < 3, heading: block.level }, { block: index });
    path.splice(block.level - 1, path.length, block.label.replace(/[.)]$/, ''));
    sections.push({ label: path.filter(Boolean).join('.'), title: block.text, depth: block.level, span });
  });
  if (document.recipients.length > 0) write(recipientsHead, { align: 'left', bold: true, italic: true });
  for (const line of printRecipients(document.recipients)) write(line, { align: 'left', bold: false, italic: false });
  for (const line of document.authority) write(line.toUpperCase(), strong);
  write(document.signer, strong);
  return { text: lines.map(({ text }) => text).join('\n'), layout, sections, lines };
}
