import { writeXlsx } from 'hucre/xlsx';
import type { LiveCell, LiveFormula, LiveSheet } from '@mangnon/domain/kernel/workbook/live-sheet.ts';

/**
 * Sheets with sums that Excel computes, as an .xlsx file. Formulas are those the program wrote; what people typed goes in as
 * text or number and is never taken for one.
 */
export function writeLiveWorkbook(sheets: readonly LiveSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(writeSheet) });
}

type WriteSheet = Parameters<typeof writeXlsx>[0]['sheets'][number];
type Cells = NonNullable<WriteSheet['cells']>;

const font = { name: 'Times New Roman', size: 12 } as const;
/** Points that one line of text takes. */
const lineHeight = 16;

const isFormula = (cell: LiveCell): cell is LiveFormula => cell !== null && typeof cell === 'object';

function writeSheet({ name, rows, headRows, bold, widths }: LiveSheet): WriteSheet {
  const widthOf = (column: number) => widths[Math.min(column, widths.length - 1)] ?? 16;
  const cells: Cells = new Map();
  const heights: NonNullable<WriteSheet['rowDefs']> = new Map();
  rows.forEach((row, rowAt) => {
    // A title alone in its row runs on over the columns beside it.
    const wrapText = row.length > 1;
    const style = {
      font: { ...font, bold: rowAt < headRows || bold.includes(rowAt) },
      alignment: { wrapText, vertical: 'top' as const },
    };
    row.forEach((cell, at) => {
      const formula = isFormula(cell) ? { formula: cell.formula, formulaResult: cell.result } : {};
      cells.set(`${rowAt},${at}`, { ...formula, style });
    });
    // Programs do not agree on growing a row by themselves.
    const lines = row.map((cell, at) => (typeof cell === 'string' && wrapText ? linesOf(cell, widthOf(at)) : 1));
    heights.set(rowAt, { height: Math.max(1, ...lines) * lineHeight });
  });
  const columns = Math.max(...rows.map((row) => row.length), 1);
  return {
    name,
    rows: rows.map((row) => row.map((cell) => (isFormula(cell) ? cell.result : cell))),
    cells,
    columns: Array.from({ length: columns }, (_, at) => ({ width: widthOf(at) })),
    rowDefs: heights,
    freezePane: { rows: headRows },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$1:$${headRows}`,
    },
  };
}

/** How many lines a text takes in a column that many letters wide; a bold or wide letter takes a little more. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.15) / width)), 0);
}
