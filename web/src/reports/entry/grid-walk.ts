/** Where a cell stands: which table of the form, which row, which column, each from 0. */
export interface Place {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** Keys of the cells of every table by row and column; null where a count is not split so and nothing can be typed. */
export type Layout = readonly (readonly (readonly (string | null)[])[])[];

export type Direction = 'up' | 'down' | 'left' | 'right';

export interface Rectangle {
  readonly table: number;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function keyAt(layout: Layout, { table, row, column }: Place): string | null {
  return layout[table]?.[row]?.[column] ?? null;
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.table === other.table && one.row === other.row && one.column === other.column;
}

/** The first place where the cell stands; a cell of two tables stands at several. */
export function placeOf(layout: Layout, key: string): Place | null {
  for (const [table, rows] of layout.entries()) {
    for (const [row, cells] of rows.entries()) {
      const column = cells.indexOf(key);
      if (column >= 0) return { table, row, column };
    }
  }
  return null;
}

const steps: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};

/** The next cell that takes something; up and down go on into the table above or below. Stays where there is none. */
export function step(layout: Layout, at: Place, direction: Direction): Place {
  const [rows, columns] = steps[direction];
  let { table, row, column } = at;
  for (;;) {
    row += rows;
    column += columns;
    if (rows !== 0 && layout[table]?.[row] === undefined) {
      table += rows;
      const next = layout[table];
      if (next === undefined) return at;
      row = rows > 0 ? 0 : next.length - 1;
      column = Math.min(column, (next[row]?.length ?? 1) - 1);
    }
    if (column < 0 || column >= (layout[table]?.[row]?.length ?? 0)) return at;
    if (keyAt(layout, { table, row, column }) !== null) return { table, row, column };
  }
}

/** The cell after or before in reading order; null at the end of the form, where Tab goes on with the page. */
export function follow(layout: Layout, at: Place, by: 1 | -1): Place | null {
  const all = listPlaces(layout);
  return all[all.findIndex((place) => isSamePlace(place, at)) + by] ?? null;
}

/** Every place that takes something, in reading order. */
export function listPlaces(layout: Layout): Place[] {
  return layout.flatMap((rows, table) =>
    rows.flatMap((cells, row) => cells.flatMap((key, column) => (key === null ? [] : [{ table, row, column }]))),
  );
}

/** The first or last cell of the row, or of the table. */
export function endOf(layout: Layout, at: Place, end: 'first' | 'last', of: 'row' | 'table'): Place {
  const all = listPlaces(layout).filter(({ table, row }) => table === at.table && (of === 'table' || row === at.row));
  return all.at(end === 'first' ? 0 : -1) ?? at;
}

/** One further corner of what is chosen, over cells that take nothing too; never out of the table. */
export function reachOn(layout: Layout, reach: Place, direction: Direction): Place {
  const [rows, columns] = steps[direction];
  const table = layout[reach.table] ?? [];
  const within = (value: number, length: number) => Math.min(Math.max(value, 0), Math.max(length - 1, 0));
  const row = within(reach.row + rows, table.length);
  return { table: reach.table, row, column: within(reach.column + columns, table[row]?.length ?? 1) };
}

export function rectangleOf(at: Place, reach: Place): Rectangle {
  return {
    table: at.table,
    top: Math.min(at.row, reach.row),
    bottom: Math.max(at.row, reach.row),
    left: Math.min(at.column, reach.column),
    right: Math.max(at.column, reach.column),
  };
}

export function isWithin({ table, row, column }: Place, chosen: Rectangle): boolean {
  return (
    table === chosen.table &&
    row >= chosen.top &&
    row <= chosen.bottom &&
    column >= chosen.left &&
    column <= chosen.right
  );
}

/** Keys of the chosen cells, each once. */
export function keysIn(layout: Layout, { table, top, bottom, left, right }: Rectangle): string[] {
  const cells = (layout[table] ?? []).slice(top, bottom + 1).flatMap((row) => row.slice(left, right + 1));
  return [...new Set(cells.filter((key) => key !== null))];
}
