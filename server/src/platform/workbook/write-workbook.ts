import { writeXlsx } from 'hucre/xlsx';
import type { Sheet, SheetCell } from '@mangnon/domain/kernel/workbook/sheet.ts';

/** Wide enough for the longest names, without hiding the columns after it. */
const width = 24;

/**
 * The sheets as an .xlsx file. Every value is written as text, number or date: nothing in it can run. Codes stay text,
 * so that no zero is lost.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map(toValue)),
      columns: (rows[0] ?? []).map(() => ({ width })),
      freezePane: { rows: 1 },
    })),
  });
}

function toValue(cell: SheetCell): string | number | boolean | null {
  if (cell === null || typeof cell !== 'object') return cell;
  // A day as people write it: typed dates would be shown in the manner of each computer.
  if ('day' in cell) return cell.day.split('-').toReversed().join('/');
  throw new Error('a workbook written here holds no formulas');
}
