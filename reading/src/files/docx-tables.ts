import type { SourceBlock, SourceCell, SourceParagraph, SourceRow, SourceTable } from '../document/source-document.ts';

interface OpenCell {
  readonly paragraphs: SourceParagraph[];
  columns: number;
  merge: 'none' | 'restart' | 'continue';
}

interface OpenRow {
  header: boolean;
  before: number;
  deleted: boolean;
  readonly cells: OpenCell[];
}

/** A table while its XML is being walked. Cells merged downward are one cell that covers several rows. */
export class OpenTable {
  readonly rows: OpenRow[] = [];

  openRow(): void {
    this.rows.push({ header: false, before: 0, deleted: false, cells: [] });
  }

  openCell(): void {
    this.rows.at(-1)?.cells.push({ paragraphs: [], columns: 1, merge: 'none' });
  }

  /** One property of the row or cell at hand. */
  property(name: string, value: string | undefined): void {
    const row = this.rows.at(-1);
    const cell = row?.cells.at(-1);
    if (!row) return;
    if (name === 'w:tblHeader') row.header = value === undefined || !['0', 'false', 'off'].includes(value);
    else if (name === 'w:gridBefore') row.before = boundedSpan(value);
    else if (name === 'w:gridSpan' && cell) cell.columns = boundedSpan(value);
    else if (name === 'w:vMerge' && cell) cell.merge = value === 'restart' ? 'restart' : 'continue';
  }

  /** Takes what a cell contains; a table inside a cell gives its paragraphs, row by row. */
  take(block: SourceBlock): void {
    const paragraphs = this.rows.at(-1)?.cells.at(-1)?.paragraphs;
    if (!paragraphs) return;
    if (block.kind === 'paragraph') paragraphs.push(block);
    else if (block.kind === 'table')
      paragraphs.push(...block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)));
  }

  close(): SourceTable {
    const above = new Map<number, { rows: number }>();
    const rows: SourceRow[] = [];
    for (const row of this.rows) {
      if (row.deleted) continue;
      let column = row.before;
      const cells: SourceCell[] = [];
      for (const cell of row.cells) {
        const origin = cell.merge === 'continue' ? above.get(column) : undefined;
        if (origin) {
          origin.rows += 1;
          // Word hides text of a covered cell, but some writers leave it there; nothing may be lost.
          if (cell.paragraphs.length > 0)
            (origin as SourceCell & { paragraphs: SourceParagraph[] }).paragraphs.push(...cell.paragraphs);
        } else {
          const whole = { paragraphs: cell.paragraphs, columns: cell.columns, rows: 1, column };
          cells.push(whole);
          above.set(column, whole);
        }
        column += cell.columns;
      }
      rows.push({ header: row.header, cells });
    }
    return { kind: 'table', rows };
  }
}

function boundedSpan(value: string | undefined): number {
  const span = Number(value);
  return Number.isInteger(span) && span > 0 ? Math.min(span, 64) : 1;
}
