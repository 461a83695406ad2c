import type { Refusal, Result } from '../kernel/result.ts';
import { accept, refuse } from '../kernel/result.ts';
import { checkPlaces } from './check-places.ts';
import type { PlaceSet } from './place-change.ts';
import { mostSheetRows, placeSheets, type Sheet } from './places-sheet.ts';
import { makeRowReader, type SheetRow } from './read-place-rows.ts';

/** One thing that is wrong with a workbook: the row people see at the left of their screen, and why. */
export interface BadRow {
  /** Null where what is wrong concerns no single row of the file. */
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly refusal: Refusal;
}

export interface ReadSheets {
  /** The set as it would be after the file. Of no use while there are bad rows. */
  readonly set: PlaceSet;
  readonly rows: number;
  readonly badRows: readonly BadRow[];
}

type SheetKey = keyof typeof placeSheets;
const order: readonly SheetKey[] = ['units', 'changes', 'successions'];

/**
 * What a set of units would become with the rows of a workbook: rows whose unit is there already replace it, others
 * are added, what the file does not name stays. Refuses a file that is not of this form at all; every single row that
 * is wrong is named in `badRows`, those that make the whole set wrong (`checkPlaces`) included.
 */
export function readPlaceSheets(before: PlaceSet, sheets: readonly Sheet[]): Result<ReadSheets> {
  const gathered = gatherRows(sheets);
  if (!gathered.ok) return gathered;
  const rows = gathered.value;
  if (rows.length === 0) return refuse('places.nothing_in_file');
  if (rows.length > mostSheetRows) return refuse('places.too_many_rows', { details: { limit: mostSheetRows } });
  const reader = makeRowReader(before);
  const badRows: BadRow[] = [];
  for (const row of rows) {
    const done = reader.read(row);
    if (!done.ok) badRows.push(badRow(row, done.refusal));
  }
  for (const { row, refusal } of reader.finish()) badRows.push(badRow(row, refusal));
  if (badRows.length > 0) return accept({ set: before, rows: rows.length, badRows });
  const set = reader.set();
  const wrong = checkPlaces([...set.places.values()], [...set.successions.values()]);
  for (const refusal of wrong) {
    const row = reader.rowOf(refusal.where ?? '');
    badRows.push(row === undefined ? { sheet: null, row: null, column: null, refusal } : badRow(row, refusal));
  }
  return accept({ set, rows: rows.length, badRows });
}

function badRow({ sheet, number }: SheetRow, refusal: Refusal): BadRow {
  const column = refusal.details?.['column'];
  return { sheet: placeSheets[sheet].name, row: number, column: typeof column === 'string' ? column : null, refusal };
}

function gatherRows(sheets: readonly Sheet[]): Result<SheetRow[]> {
  const rows: SheetRow[] = [];
  const present = order.filter((key) => sheets.some(({ name }) => isNamed(name, key)));
  if (present.length === 0) return refuse('places.sheet_missing', { details: { sheet: placeSheets.units.name } });
  for (const key of present) {
    const sheet = sheets.find(({ name }) => isNamed(name, key));
    const heads = (sheet?.rows[0] ?? []).map((cell) => (typeof cell === 'string' ? cell.normalize('NFC').trim() : ''));
    const at = placeSheets[key].columns.map((column) => heads.indexOf(column));
    const missing = at.indexOf(-1);
    if (missing >= 0) {
      const column = placeSheets[key].columns[missing];
      return refuse('places.column_missing', { where: placeSheets[key].name, details: { sheet: sheet?.name, column } });
    }
    sheet?.rows.forEach((cells, index) => {
      const picked = at.map((column) => cells[column] ?? null);
      const empty = picked.every((cell) => cell === null || cell === '');
      if (index > 0 && !empty) rows.push({ sheet: key, number: index + 1, cells: picked });
    });
  }
  return accept(rows);
}

function isNamed(name: string, key: SheetKey): boolean {
  return name.normalize('NFC').trim() === placeSheets[key].name;
}
