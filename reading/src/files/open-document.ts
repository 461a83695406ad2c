import { accept } from '@mangnon/domain/kernel/result.ts';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import type { SourceBlock, SourceDocument, SourceParagraph } from '../document/source-document.ts';
import { readDocx } from './docx.ts';
import { recogniseKind } from './file-kind.ts';
import { FileRefused } from './file-refused.ts';
import { fileLimits } from './file-limits.ts';
import { mendLegacyBlocks } from './legacy-blocks.ts';
import type { PdfOptions } from './pdf.ts';
import { readPlainText } from './plain-text.ts';
import { decodeText } from './text-decoding.ts';

/**
 * Opens a file by what it contains, whatever its name; gives paragraphs and tables in Unicode. Refuses, with a code of
 * `files.refusals.ts`, what is empty, too large, encrypted, damaged, made to hurt, or none of .docx, .pdf and text.
 */
export async function openDocument(bytes: Uint8Array, options: PdfOptions = {}): Promise<Result<SourceDocument>> {
  const kind = recogniseKind(bytes);
  if (!kind.ok) return kind;
  try {
    if (kind.value === 'text') {
      const text = decodeText(bytes);
      if (!text.ok) return text;
      if (text.value.length > fileLimits.characters)
        throw new FileRefused('files.too_much_text', { limit: fileLimits.characters, unit: 'ký tự' });
      // Told before the lines are put together, which costs the more the shorter they are.
      if ((text.value.match(/\n/g)?.length ?? 0) > 4 * fileLimits.paragraphs) throw tooManyParagraphs();
      return withinLimits(readPlainText(text.value));
    }
    if (kind.value === 'zip') return withinLimits(inUnicode(readDocx(bytes)));
    // pdf.js and the recogniser take a second to load: only who reads a PDF waits for them.
    const { readPdf } = await import('./pdf.ts');
    return withinLimits(inUnicode(await readPdf(bytes, options)));
  } catch (problem) {
    if (problem instanceof FileRefused) return { ok: false, refusal: problem.refusal };
    throw problem;
  }
}

function inUnicode(document: SourceDocument): SourceDocument {
  return { ...document, blocks: mendLegacyBlocks(document.blocks) };
}

function withinLimits(document: SourceDocument): Result<SourceDocument> {
  let paragraphs = 0;
  let letters = 0;
  const count = (paragraph: SourceParagraph) => {
    paragraphs += 1;
    if (letters < 10) letters += paragraph.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  };
  for (const block of document.blocks) everyParagraph(block, count);
  if (paragraphs > fileLimits.paragraphs) throw tooManyParagraphs();
  if (letters < 10)
    throw new FileRefused(
      document.format === 'scan' || document.format === 'pdf' ? 'files.nothing_to_read' : 'files.empty',
    );
  return accept(document);
}

function tooManyParagraphs(): FileRefused {
  return new FileRefused('files.too_much_text', { limit: fileLimits.paragraphs, unit: 'đoạn' });
}

function everyParagraph(block: SourceBlock, visit: (paragraph: SourceParagraph) => void): void {
  if (block.kind === 'paragraph') visit(block);
  else if (block.kind === 'table')
    for (const row of block.rows) for (const cell of row.cells) cell.paragraphs.forEach(visit);
}
