import type { LayoutBlock } from '@mangnon/domain/plans/layout.ts';
import { cleanText } from './clean-text.ts';
import { continuedMark } from './continued-mark.ts';
import { widthOf } from './mend-tables.ts';
import type { NormalisedDocument, TextCell, TextLine, WordConfidence } from './normalised-document.ts';
import type { SourceBlock, SourceParagraph, SourceTable } from './source-document.ts';
import { isTorn } from './torn-lines.ts';
import { findFaintPassages } from './word-confidence.ts';

type Laid = Pick<NormalisedDocument, 'text' | 'lines' | 'layout' | 'faint' | 'words'>;

/** Writes mended blocks into one text and notes where each line, cell, page and word stands. */
export function layOutText(blocks: readonly SourceBlock[]): Laid {
  const writer = new TextWriter();
  let table = 0;
  for (const block of blocks) {
    if (block.kind === 'page_break') writer.endPage(block.number);
    else if (block.kind === 'paragraph') writer.writeParagraph(block);
    else writer.writeTable(block, (table += 1) - 1);
  }
  return writer.finish();
}

class TextWriter {
  private parts: string[] = [];
  private length = 0;
  private readonly lines: TextLine[] = [];
  private readonly layout: LayoutBlock[] = [];
  private readonly words: WordConfidence[] = [];

  endPage(number: number): void {
    const at = this.length === 0 ? 0 : this.length + 1;
    this.layout.push({ kind: 'page', span: { start: at, end: at }, number });
  }

  writeParagraph(paragraph: SourceParagraph): void {
    const { text } = paragraph;
    if (text === '') return;
    this.beginLine();
    const span = this.write(text, paragraph);
    const { align, indent, bold, italic } = paragraph;
    this.lines.push({ span, text, indent, centred: align === 'center', bold, row: null });
    this.layout.push({ kind: 'paragraph', span, align, indent, heading: null, bold, italic });
  }

  writeTable(table: SourceTable, number: number): void {
    const width = widthOf(table.rows);
    const above: ({ cell: TextCell; rows: number } | undefined)[] = [];
    const rows: { header: boolean; cells: { span: TextCell['span']; columns: number; rows: number }[] }[] = [];
    const begin = this.length === 0 ? 0 : this.length + 1;
    for (const row of table.rows) {
      this.beginLine();
      const start = this.length;
      const cells: TextCell[] = [];
      const printed: (typeof rows)[number]['cells'] = [];
      for (let column = 0; column < width; column += 1) {
        if (column > 0) this.write('\t');
        const cell = row.cells.find((other) => other.column === column);
        const over = above[column];
        if (!cell && over && over.rows > 0) {
          over.rows -= 1;
          this.write(continuedMark);
          cells.push({ ...over.cell, continued: true });
        } else if (cell) {
          const span = this.writeCell(cell.paragraphs);
          const written = { span, text: '', column, columns: cell.columns, continued: false };
          const kept = { ...written, text: this.slice(span) };
          cells.push(kept);
          printed.push({ span, columns: cell.columns, rows: cell.rows });
          above[column] = { cell: kept, rows: cell.rows - 1 };
        }
      }
      const span = { start, end: this.length };
      this.lines.push({
        span,
        text: this.slice(span),
        indent: 0,
        centred: false,
        bold: false,
        row: { table: number, header: row.header, cells },
      });
      rows.push({ header: row.header, cells: printed });
    }
    if (rows.length > 0) this.layout.push({ kind: 'table', span: { start: begin, end: this.length }, rows });
  }

  finish(): Laid {
    const text = this.parts.join('');
    const layout = this.layout.map((block) =>
      block.kind === 'page' && block.span.start > text.length
        ? { ...block, span: { start: text.length, end: text.length } }
        : block,
    );
    return { text, lines: this.lines, layout, words: this.words, faint: findFaintPassages(this.lines, this.words) };
  }

  private beginLine(): void {
    if (this.length > 0) this.write('\n');
  }

  private writeCell(paragraphs: readonly SourceParagraph[]): TextCell['span'] {
    const start = this.length;
    let last = '';
    for (const paragraph of paragraphs) {
      const { text } = paragraph;
      if (text === '') continue;
      if (this.length > start) this.write(isTorn(last, text) ? ' ' : '\u2028');
      this.write(text, paragraph);
      last = text;
    }
    return { start, end: this.length };
  }

  private write(text: string, source?: SourceParagraph): TextCell['span'] {
    const start = this.length;
    this.parts.push(text);
    this.length += text.length;
    let from = 0;
    for (const word of source?.words ?? []) {
      const printed = cleanText(source?.text.slice(word.start, word.end) ?? '');
      const at = printed === '' ? -1 : text.indexOf(printed, from);
      if (at < 0) continue;
      this.words.push({ start: start + at, end: start + at + printed.length, confidence: word.confidence });
      from = at + printed.length;
    }
    return { start, end: this.length };
  }

  /** What was written last: joins the newest parts only, so that a long text costs no more. */
  private slice(span: TextCell['span']): string {
    const tail: string[] = [];
    let length = this.length;
    for (let at = this.parts.length - 1; at >= 0 && length > span.start; at -= 1) {
      const part = this.parts[at] ?? '';
      tail.push(part);
      length -= part.length;
    }
    return tail
      .toReversed()
      .join('')
      .slice(span.start - length, span.end - length);
  }
}
