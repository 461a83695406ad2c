/** A formula as Excel computes it, without «=», with the result it has as the file is written. */
export interface LiveFormula {
  readonly formula: string;
  readonly result: string | number;
}
export type LiveCell = string | number | null | LiveFormula;

/** A sheet whose sums are alive: who changes a figure sees the total change. */
export interface LiveSheet {
  readonly name: string;
  readonly rows: readonly (readonly LiveCell[])[];
  /** Rows at its head that stay in sight and are set in bold. */
  readonly headRows: number;
  /** Places of further rows in bold, counted from 0. */
  readonly bold: readonly number[];
  /** Widths of columns in letters; the last one counts for those behind it. */
  readonly widths: readonly number[];
}

/** 0 → A, 26 → AA. */
export function columnName(at: number): string {
  return at < 26
    ? String.fromCodePoint(65 + at)
    : columnName(Math.floor(at / 26) - 1) + String.fromCodePoint(65 + (at % 26));
}

/** «C35» of row 34 and column 2, both counted from 0. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** «'Theo đơn vị'!C35», or a range of it. */
export function onSheet(sheet: string, cells: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${cells}`;
}
