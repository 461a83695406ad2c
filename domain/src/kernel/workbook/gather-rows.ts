import { accept, refuse, type Refusal, type Result } from '../result.ts';
import type { BadRow } from './bad-row.ts';
import { mostSheetRows, type Sheet, type SheetForm, type SheetRow } from './sheet.ts';

const headsOf = (sheet: Sheet): string[] =>
  (sheet.rows[0] ?? []).map((cell) => (typeof cell === 'string' ? cell.normalize('NFC').trim() : ''));

interface Present<Key extends string> {
  readonly key: Key;
  readonly sheet: Sheet;
  /** The columns that must hold something for a row to be one of this form. */
  readonly telling: readonly string[];
}

/** Which forms the file holds, each in its sheet. */
function findPresent<Key extends string>(
  forms: Readonly<Record<Key, SheetForm>>,
  sheets: readonly Sheet[],
): Present<Key>[] {
  const keys = Object.keys(forms) as Key[];
  const [only] = sheets;
  if (only?.name !== '') {
    return keys.flatMap((key) => {
      const sheet = sheets.find(({ name }) => name.normalize('NFC').trim() === forms[key].name);
      return sheet === undefined ? [] : [{ key, sheet, telling: forms[key].columns }];
    });
  }
  // A .csv file has one table without a name: it holds the forms whose columns it has, several side by side.
  const heads = headsOf(only);
  const has = (column: string) => heads.includes(column);
  // Most of its columns: it is meant, and what is missing is told.
  const held = keys.filter((key) => forms[key].columns.filter(has).length * 2 > forms[key].columns.length);
  const isShared = (column: string, key: Key) =>
    held.some((other) => other !== key && forms[other].columns.includes(column));
  // What the first form says stands in every row; the others only where they say something of their own.
  return held.map((key, at) => {
    const { columns } = forms[key];
    return { key, sheet: only, telling: at === 0 ? columns : columns.filter((column) => !isShared(column, key)) };
  });
}

/**
 * The rows of the sheets that are known by `forms`, in the order of the forms; empty rows and other sheets are left
 * out, columns are found by their heading. In a .csv file a form that stands beside others repeats its rows; they are taken
 * once. Refuses a file that is not of this form at all.
 */
export function gatherRows<Key extends string>(
  forms: Readonly<Record<Key, SheetForm>>,
  sheets: readonly Sheet[],
): Result<SheetRow<Key>[]> {
  const rows: SheetRow<Key>[] = [];
  const present = findPresent(forms, sheets);
  if (present.length === 0) {
    const [first] = Object.values<SheetForm>(forms);
    if (sheets[0]?.name !== '') return refuse('workbook.sheet_missing', { details: { sheet: first?.name } });
    const heads = headsOf(sheets[0]);
    // Not one of the columns: some other text.
    if (first?.columns.some((one) => heads.includes(one)) !== true)
      return refuse('workbook.file_unreadable', { where: 'file' });
    const column = first?.columns.find((one) => !heads.includes(one));
    return refuse('workbook.column_missing', { details: { sheet: first?.name, column } });
  }
  for (const { key, sheet, telling } of present) {
    const { name, columns } = forms[key];
    const heads = headsOf(sheet);
    const at = columns.map((column) => heads.indexOf(column));
    const missing = at.indexOf(-1);
    if (missing >= 0) {
      return refuse('workbook.column_missing', { where: name, details: { sheet: name, column: columns[missing] } });
    }
    const taken = new Set<string>();
    sheet.rows.forEach((cells, index) => {
      const picked = at.map((column) => cells[column] ?? null);
      const empty = telling.every((column) => (picked[columns.indexOf(column)] ?? '') === '');
      const said = sheet.name === '' && present.length > 1 ? JSON.stringify(picked) : `${index}`;
      if (index === 0 || empty || taken.has(said)) return;
      taken.add(said);
      rows.push({ sheet: key, number: index + 1, cells: picked });
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
