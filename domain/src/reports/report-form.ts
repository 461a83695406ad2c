import { z } from 'zod';
import type { Catalogue } from '../indicators/catalogue.ts';
import { findIndicator } from '../indicators/catalogue.ts';
import { cellKey } from '../indicators/form-cell.ts';
import { isCount, type Count } from '../indicators/indicator.ts';
import type { Sentence } from '../kernel/sentence.ts';

const both = z.strictObject({ vi: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) });

/** One table of a form: counts down, and across the whole and, where `by` names a breakdown, each of its parts. */
export const formTable = z.strictObject({
  title: both,
  by: z.string().max(40).nullable(),
  /** Codes of counts, in the order of the rows. */
  codes: z.array(z.string().max(60)).min(1).max(100),
  /** Agencies of the register that fill it; null: every sender. */
  agencies: z.array(z.string().max(80)).min(1).nullable(),
});
export type FormTable = z.infer<typeof formTable>;
export const formTables = z.array(formTable).min(1).max(20);

export interface PlacedCell {
  readonly key: string;
  readonly code: string;
  readonly parts: Readonly<Record<string, string>>;
}

export interface PlacedRow {
  readonly indicator: Count;
  /** One for each column; null where the count is not split so. */
  readonly cells: readonly (PlacedCell | null)[];
}

export interface PlacedTable {
  readonly title: Sentence;
  readonly by: string | null;
  readonly columns: readonly { readonly part: string | null; readonly name: Sentence }[];
  readonly rows: readonly PlacedRow[];
}

const whole: Sentence = { vi: 'Tổng số', en: 'Total' };

/**
 * The tables one agency fills, as the catalogue stands on a day (ISO): rows are counts, the first column is the whole.
 * A code that is no count on that day has no row. A cell in several tables has one key and one value.
 */
export function placeCells(
  tables: readonly FormTable[],
  catalogue: Catalogue,
  day: string,
  agencyId: string | null,
): PlacedTable[] {
  return tables
    .filter(({ agencies }) => agencies === null || agencyId === null || agencies.includes(agencyId))
    .map(({ title, by, codes }) => {
      const parts = by === null ? [] : (catalogue.breakdowns.get(by)?.parts ?? []);
      const columns = [{ part: null, name: whole }, ...parts.map(({ code, name }) => ({ part: code, name }))];
      const rows = codes.flatMap((code): PlacedRow[] => {
        const indicator = findIndicator(catalogue, code, day);
        if (indicator === undefined || !isCount(indicator)) return [];
        const splits = by !== null && indicator.breakdowns.includes(by);
        const cells = columns.map(({ part }): PlacedCell | null => {
          if (part !== null && !splits) return null;
          const cut: Record<string, string> = part === null || by === null ? {} : { [by]: part };
          return { key: cellKey({ code, parts: cut }), code, parts: cut };
        });
        return [{ indicator, cells }];
      });
      return { title, by, columns, rows };
    })
    .filter(({ rows }) => rows.length > 0);
}

/** Every cell of the tables once, in their order. */
export function listCells(tables: readonly PlacedTable[]): PlacedCell[] {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.filter((cell) => cell !== null)));
  return [...new Map(cells.map((cell) => [cell.key, cell])).values()];
}
