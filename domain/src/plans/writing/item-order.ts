import { rowOf, type ItemKind, type ManuscriptItem } from './manuscript-item.ts';

export const itemStep = 1024;
/** Below this distance nothing more is put between two neighbours: the row behind them moves back. */
const closest = 1e-6;

type Items = readonly ManuscriptItem[];

export function compareItems(one: ManuscriptItem, other: ManuscriptItem): number {
  return one.position - other.position || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** The items of one row (`body`, `basis`, …) in their order. */
export function listRow(items: Items, row: ReturnType<typeof rowOf>): ManuscriptItem[] {
  return items.filter((item) => rowOf(item.kind) === row).toSorted(compareItems);
}

export interface ItemPlace {
  readonly position: number;
  /** Items that moved back to make room. */
  readonly moved: readonly ManuscriptItem[];
}

/** A place behind `after` in the row of this kind; null puts it before all others. */
export function placeItemAfter(items: Items, kind: ItemKind, after: string | null, self?: string): ItemPlace {
  const row = listRow(items, rowOf(kind)).filter(({ id }) => id !== self);
  const at = after === null ? -1 : row.findIndex(({ id }) => id === after);
  const [left, right] = [row[at], row[at + 1]];
  if (right === undefined) return { position: (left?.position ?? 0) + itemStep, moved: [] };
  const low = left?.position ?? right.position - 2 * itemStep;
  const position = low + (right.position - low) / 2;
  if (position - low > closest && right.position - position > closest) return { position, moved: [] };
  const moved = row
    .slice(at + 1)
    .map((item, step) => ({ ...item, position: low + (step + 2) * itemStep, version: item.version + 1 }));
  return { position: low + itemStep, moved };
}
