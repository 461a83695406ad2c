import type { Refusal, Result } from '../kernel/result.ts';
import { accept } from '../kernel/result.ts';
import type { BadRow } from '../kernel/workbook/bad-row.ts';
import { badRowOf, gatherRows } from '../kernel/workbook/gather-rows.ts';
import type { Sheet } from '../kernel/workbook/sheet.ts';
import { checkPlaces } from './check-places.ts';
import type { PlaceSet } from './place-change.ts';
import { placeSheets } from './places-sheet.ts';
import { makeRowReader, type PlaceSheetRow } from './read-place-rows.ts';

export interface ReadSheets {
  /** The set as it would be after the file. Of no use while there are bad rows. */
  readonly set: PlaceSet;
  readonly rows: number;
  readonly badRows: readonly BadRow[];
}

/**
 * What a set of units would become with the rows of a workbook: rows whose unit is there already replace it, others
 * are added, what the file does not name stays. Refuses a file that is not of this form at all; every single row that
 * is wrong is named in `badRows`, those that make the whole set wrong (`checkPlaces`) included.
 */
export function readPlaceSheets(before: PlaceSet, sheets: readonly Sheet[]): Result<ReadSheets> {
  const gathered = gatherRows(placeSheets, sheets);
  if (!gathered.ok) return gathered;
  const rows = gathered.value;
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

const badRow = (row: PlaceSheetRow, refusal: Refusal) => badRowOf(placeSheets, row, refusal);
