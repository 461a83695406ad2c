import type { Indicator } from '@mangnon/domain/indicators/indicator.ts';
import { amountOf, noReport, type Value } from '@mangnon/domain/indicators/value.ts';
import type { PaperFigure, PaperRate, PaperTable, PaperValue } from '@mangnon/domain/reports/paper/report-paper.ts';
import type { PlacedTable } from '@mangnon/domain/reports/report-form.ts';

/** The tables of a form as they are printed. */
export function paperTables(tables: readonly PlacedTable[]): PaperTable[] {
  return tables.map(({ title, columns, rows }) => ({
    title: title.vi,
    columns: columns.map(({ name }) => name.vi),
    rows: rows.map(({ indicator, cells }) => ({
      name: indicator.name.vi,
      unit: indicator.unit.vi,
      keys: cells.map((cell) => cell?.key ?? null),
    })),
  }));
}

/** Every cell of the tables once, in their order, with what `told` knows of it. */
export function paperFigures(
  tables: readonly PlacedTable[],
  told: (key: string) => Pick<PaperFigure, 'value' | 'completeness'>,
): PaperFigure[] {
  const figures = new Map<string, PaperFigure>();
  for (const { columns, rows } of tables) {
    for (const { indicator, cells } of rows) {
      for (const [at, cell] of cells.entries()) {
        if (cell === null || figures.has(cell.key)) continue;
        const part = columns[at]?.part === null ? '' : ` – ${columns[at]?.name.vi ?? ''}`;
        const name = `${indicator.name.vi}${part}`;
        figures.set(cell.key, { key: cell.key, name, unit: indicator.unit.vi, ...told(cell.key) });
      }
    }
  }
  return [...figures.values()];
}

/** Rates whose two sides a form asks for, as one unit told them. */
export function ratesOfUnit(
  indicators: readonly Indicator[],
  values: ReadonlyMap<string, Value>,
  asked: ReadonlySet<string>,
): PaperRate[] {
  return indicators.flatMap((one): PaperRate[] => {
    const sides = sidesOf(one);
    if (sides === null || !asked.has(sides.numerator) || !asked.has(sides.denominator)) return [];
    const [up, down] = [sides.numerator, sides.denominator].map((key) => values.get(key) ?? noReport);
    const value = rateOf(up ?? noReport, down ?? noReport, sides.factor);
    return [{ key: one.code, name: one.name.vi, unit: one.unit.vi, value, completeness: null, sides }];
  });
}

export function sidesOf({ formula }: Indicator): PaperRate['sides'] {
  if (formula.kind !== 'ratio') return null;
  const { numerator, denominator, factor } = formula;
  return { numerator, denominator, factor };
}

function rateOf(up: Value, down: Value, factor: number): PaperValue {
  const [numerator, denominator] = [amountOf(up), amountOf(down)];
  if (numerator === null || denominator === null) return noReport;
  return denominator === 0 ? { state: 'no_base' } : { state: 'number', amount: (numerator / denominator) * factor };
}
