/** A cell as read from a workbook: a formula is kept apart, whatever value it shows. */
export type SheetCell = string | number | boolean | null | { readonly day: string } | { readonly formula: string };

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** One kind of row that a workbook may hold: the name of its sheet and its columns, as officers read them. */
export interface SheetForm {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A row of a known sheet, its cells in the order of the form's columns. */
export interface SheetRow<Key extends string> {
  readonly sheet: Key;
  /** As counted in the spreadsheet, the heading being row 1. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

/** Most rows taken from one workbook, all sheets together. */
export const mostSheetRows = 60_000;

/** What a spreadsheet would run when the text is put into it. */
export const formulaSign = /^[=+\-@\t\r]/;
