import type { SourceBlock, SourceDocument, SourceParagraph } from '../document/source-document.ts';
import { cleanText, isRule } from '../document/clean-text.ts';
import { isPageNumber } from '../document/page-furniture.ts';
import { stripEmphasis, stripHeadingSigns } from './markdown-signs.ts';
import { isPipeRow, isTabRow, readPipeTable, readTabTable } from './text-tables.ts';
import { flattenColumns } from './text-columns.ts';
import type { RawLine } from './raw-line.ts';
import { findWrapWidth, joinWrappedLines } from './wrapped-lines.ts';

/**
 * Takes the characters of a .txt or .md file and gives its paragraphs and tables. Understands one paragraph a line
 * as well as lines wrapped at a width, blank lines, form feeds, markdown emphasis and headings, tables drawn with
 * pipes, and rows of cells separated by TAB (a paragraph break inside a cell being U+2028), which is how the
 * normalised text writes its tables. Refuses nothing: any text is a document.
 */
export function readPlainText(text: string): SourceDocument {
  const pieces: Piece[] = [];
  let pages = 1;
  for (const [index, page] of text
    .normalize('NFC')
    .replace(/^\ufeff/, '')
    .split('\f')
    .entries()) {
    if (index > 0 && pieces.at(-1)?.kind !== 'page_break')
      pieces.push({ kind: 'page_break', number: pageCount(pieces) + 1 });
    pages = index + 1;
    readPage(page, pieces);
  }
  const width = findWrapWidth(pieces.flatMap((piece) => (piece.kind === 'lines' ? piece.lines : [])));
  const blocks = pieces.flatMap((piece): readonly SourceBlock[] =>
    piece.kind === 'lines' ? joinWrappedLines(piece.lines, width).map(toParagraph) : [piece],
  );
  return { format: 'text', pages: pages > 1 ? pages : null, blocks };
}

/** Lines that follow one another, or what stands between them. */
type Piece = { readonly kind: 'lines'; readonly lines: RawLine[] } | Exclude<SourceBlock, SourceParagraph>;

function readPage(page: string, pieces: Piece[]): void {
  const lines = page.split(/\r\n|[\n\r\v\u0085\u2029]/);
  let run: RawLine[] = [];
  let blank = true;
  let turned = false;
  const flush = () => {
    if (run.length > 0) pieces.push({ kind: 'lines', lines: run });
    run = [];
  };
  for (let at = 0; at < lines.length;) {
    const table = isPipeRow(lines, at)
      ? readPipeTable(lines, at)
      : isTabRow(lines, at)
        ? readTabTable(lines, at)
        : null;
    if (table) {
      flush();
      pieces.push(table.block);
      at = table.end;
      blank = true;
      continue;
    }
    const columns = flattenColumns(lines, at);
    for (const line of columns?.lines ?? [lines[at] ?? '']) {
      for (const part of line.split('\u2028')) {
        const raw = toRawLine(part, blank && !turned);
        if (raw && isPageNumber(raw.text)) {
          // A page ends here; the blank lines around its number say nothing about the sentence.
          flush();
          pieces.push({ kind: 'page_break', number: pageCount(pieces) + 1 });
          turned = true;
          continue;
        }
        if (raw) run.push(raw);
        blank = raw === null;
        if (raw) turned = false;
      }
    }
    at = columns?.end ?? at + 1;
  }
  flush();
}

function pageCount(pieces: readonly Piece[]): number {
  const last = pieces.findLast((piece) => piece.kind === 'page_break');
  return last?.kind === 'page_break' ? last.number : 0;
}

function toRawLine(line: string, blankBefore: boolean): RawLine | null {
  const margin = /^[ \t\u00a0]+/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
  const words = line.trim();
  const heading = stripHeadingSigns(words.includes('|') ? words.replace(/^[\s|]+|[\s|]+$/g, '') : words);
  const text = cleanText(stripEmphasis(heading.text));
  if (text === '' || isRule(text)) return null;
  return { text, margin, blankBefore, bold: heading.isHeading || /^(\*\*|__).+\1$/.test(words) };
}

function toParagraph(line: RawLine): SourceParagraph {
  const centred = line.margin >= 20;
  return {
    kind: 'paragraph',
    text: line.text,
    align: centred ? 'center' : 'left',
    indent: centred ? 0 : Math.min(4, Math.floor(line.margin / 4)),
    bold: line.bold,
    italic: false,
    beginsSurely: line.blankBefore,
    endsSurely: false,
  };
}
