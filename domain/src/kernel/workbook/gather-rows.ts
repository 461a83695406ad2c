import { accept, refuse, type Refusal, type Result } from '../result.ts';
import type { BadRow } from './bad-row.ts';
import { mostSheetRows, type Sheet, type SheetForm, type SheetRow } from './sheet.ts';

/**
 * The rows of the sheets that are known by `forms`, in the order of the forms; empty rows and other sheets are left
 * out, columns are found by their heading. Refuses a file that is not of this form at all.
 */
export function gatherRows<Key extends string>(
  forms: Readonly<Record<Key, SheetForm>>,
  sheets: readonly Sheet[],
): Result<SheetRow<Key>[]> {
  const rows: SheetRow<Key>[] = [];
  const present = (Object.keys(forms) as Key[]).flatMap((key) => {
    const sheet = sheets.find(({ name }) => name.normalize('NFC').trim() === forms[key].name);
    return sheet === undefined ? [] : [{ key, sheet }];
  });
  if (present.length === 0) {
    const [first] = Object.values<SheetForm>(forms);
    return refuse('workbook.sheet_missing', { details: { sheet: first?.name } });
  }
  for (const { key, sheet } of present) {
    const { name, columns } = forms[key];
    const heads = (sheet.rows[0] ?? []).map((cell) => (typeof cell === 'string' ? cell.normalize('NFC').trim() : ''));
    const at = columns.map((column) => heads.indexOf(column));
    const missing = at.indexOf(-1);
    if (missing >= 0) {
      return refuse('workbook.column_missing', { where: name, details: { sheet: name, column: columns[missing] } });
    }
    sheet.rows.forEach((cells, index) => {
      const picked = at.map((column) => cells[column] ?? null);
      const empty = picked.every((cell) => cell === null || cell === '');
      if (index > 0 && !empty) rows.push({ sheet: key, number: index + 1, cells: picked });
    });
  }
  if (rows.length === 0) return refuse('workbook.nothing_in_file');
  if (rows.length > mostSheetRows) return refuse('workbook.too_many_rows', { details: { limit: mostSheetRows } });
  return accept(rows);
}

/** A row with what is wrong in it; the column is the one the refusal names. */
export function badRowOf<Key extends string>(
  forms: Readonly<Record<Key, SheetForm>>,
  { sheet, number }: Pick<SheetRow<Key>, 'sheet' | 'number'>,
  refusal: Refusal,
): BadRow {
  const column = refusal.details?.['column'];
  return { sheet: forms[sheet].name, row: number, column: typeof column === 'string' ? column : null, refusal };
}
