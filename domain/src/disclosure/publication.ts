/** One count that stands in a table, or that a table implies without showing it. */
export interface Cell {
  /** Says the same number wherever it stands: two tables that both show it use one key (see `crossTable`). */
  readonly key: string;
  readonly count: number;
  /** A cell that no table shows still follows from others: what remains of a province beside the communes shown. */
  readonly shown: boolean;
  /** Everybody knows that nothing can be counted here (boys among pregnant girls). Never withheld, hides nothing. */
  readonly knownZero?: boolean;
  /** What is counted (`sexual_abuse`), the level of the place (`commune`) and by what it is cut (`age`, `sex`). */
  readonly topic: string | null;
  readonly placeLevel: string | null;
  readonly cuts: readonly string[];
}

/** A total and the cells that add up to it: over sex, age, form, place within place, month within quarter within year. */
export interface Link {
  readonly total: string;
  readonly parts: readonly string[];
}

/** A rate, share or change computed from cells. With public numbers beside it, it says the count itself. */
export interface DerivedFigure {
  readonly key: string;
  readonly from: readonly string[];
}

/** Tables that go out together, as one system: whoever reads them can add and subtract across all of them. */
export interface Publication {
  readonly cells: readonly Cell[];
  readonly links: readonly Link[];
  readonly derived: readonly DerivedFigure[];
}

/** What went out before, with its true counts and the keys that were withheld then. */
export interface EarlierPublication extends Publication {
  readonly withheld: readonly string[];
}

/** Tables put together to one publication. */
export function joinTables(tables: readonly Publication[]): Publication {
  return {
    cells: tables.flatMap((table) => table.cells),
    links: tables.flatMap((table) => table.links),
    derived: tables.flatMap((table) => table.derived),
  };
}
