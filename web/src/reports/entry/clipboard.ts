import { keyAt, type Layout, type Place, type Rectangle } from './grid-walk.ts';
import { understand, writePlain, type Typed } from './typed.ts';

export interface CellChange {
  readonly key: string;
  readonly typed: Typed;
}

/** Text of the clipboard that found no cell: beyond the table, or where nothing can be typed. `row`, `column` in what was copied, from 1. */
export interface LeftOut {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

export interface Pasted {
  readonly changes: readonly CellChange[];
  readonly leftOut: readonly LeftOut[];
  /** The cells that were reached, to show them as chosen. */
  readonly reach: Place;
}

/** Rows and columns of text copied from a spreadsheet. A quoted cell may hold line breaks; they become blanks. */
export function readTable(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/g;
  let row: string[] = [];
  for (const [whole, raw = '', end = ''] of text.matchAll(cell)) {
    if (whole === '' && row.length === 0) break;
    const quoted = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
    row.push((quoted ? raw.slice(1, -1).replaceAll('""', '"') : raw).replace(/\s+/g, ' ').trim());
    if (end === '\t') continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}

/** The chosen cells as a spreadsheet takes them. */
export function writeTable(layout: Layout, chosen: Rectangle, typedAt: (key: string) => Typed): string {
  return (layout[chosen.table] ?? [])
    .slice(chosen.top, chosen.bottom + 1)
    .map((row) =>
      row
        .slice(chosen.left, chosen.right + 1)
        .map((key) => (key === null ? '' : writePlain(typedAt(key))))
        .join('\t'),
    )
    .join('\n');
}

/**
 * Lays copied text over the table from the upper left of what is chosen; one copied cell fills all that is chosen.
 * Nothing is lost: what has no cell is given back. An empty copied cell empties; beyond the table it says nothing.
 */
export function layOver(layout: Layout, chosen: Rectangle, text: string): Pasted {
  const rows = readTable(text);
  const { table, top, left, bottom, right } = chosen;
  const [single] = rows[0] ?? [];
  const fill = rows.length === 1 && rows[0]?.length === 1 && single !== undefined;
  const height = fill ? bottom - top + 1 : rows.length;
  const width = fill ? right - left + 1 : Math.max(0, ...rows.map((row) => row.length));
  const changes = new Map<string, CellChange>();
  const leftOut: LeftOut[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const copied = fill ? single : rows[row]?.[column];
      if (copied === undefined) continue;
      const key = keyAt(layout, { table, row: top + row, column: left + column });
      if (key !== null) changes.set(key, { key, typed: understand(copied) });
      else if (copied !== '' && !fill) leftOut.push({ text: copied, row: row + 1, column: column + 1 });
    }
  }
  const lastRow = Math.min(top + height, layout[table]?.length ?? 0) - 1;
  const lastColumn = Math.min(left + width, layout[table]?.[top]?.length ?? 0) - 1;
  return {
    changes: [...changes.values()],
    leftOut,
    reach: { table, row: Math.max(top, lastRow), column: Math.max(left, lastColumn) },
  };
}
