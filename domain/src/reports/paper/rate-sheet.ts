import { amountOf, noReport, type Value } from '../../indicators/value.ts';
import { cellName, onSheet, type LiveCell, type LiveSheet } from '../../kernel/workbook/live-sheet.ts';
import { bareValue, printedStates, printValue } from './print-figure.ts';
import type { PaperFigure, PaperRate, ReportPaper } from './report-paper.ts';

/** Where figures of units stand in the workbook: the column of each cell, the rows of units, and the row of the sum. */
export interface UnitRows {
  readonly sheet: string;
  readonly columns: ReadonlyMap<string, number>;
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/** Both sides of a rate as formulas, whether anybody told both, and what they come to. */
interface Sides {
  readonly told: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly amounts: readonly [number, number];
}

/**
 * Rates as formulas: the sum of numerators over the sum of denominators, of units that told both sides. What the
 * receiver adjusts belongs to no unit, so it is not in a rate.
 */
export function writeRates(
  { rates, units }: Pick<ReportPaper, 'rates' | 'units'>,
  figures: ReadonlyMap<string, PaperFigure>,
  cells: ReadonlyMap<string, string>,
  rows: UnitRows | null,
): LiveSheet {
  const head = ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Giá trị', 'Tử số', 'Mẫu số', 'Nhân với', 'Đầy đủ'];
  const lines = rates.map((rate, at): LiveCell[] => {
    const { key, name, unit, value, completeness } = rate;
    const share = completeness === null ? '' : `${completeness.accepted}/${completeness.due}`;
    const sides = rows === null || units === null ? ofCells(rate, figures, cells) : ofUnits(rate, units.units, rows);
    if (sides === null || rate.sides === null) return [key, name, unit, bareValue(value), '', '', '', share];
    const [up, down, factor] = [4, 5, 6].map((column) => cellName(at + 1, column));
    const words = value.state === 'number' || value.state === 'zero' ? printedStates.no_report : printValue(value);
    const formula = `IF(${sides.told},IF(${down}=0,"${printedStates.no_base}",${up}/${down}*${factor}),"${words}")`;
    return [
      key,
      name,
      unit,
      { formula, result: bareValue(value) },
      { formula: sides.numerator, result: sides.amounts[0] },
      { formula: sides.denominator, result: sides.amounts[1] },
      rate.sides.factor,
      share,
    ];
  });
  return { name: 'Tỷ lệ', rows: [head, ...lines], headRows: 1, bold: [], widths: [24, 60, 14, 16] };
}

/** Of one unit: its cells on the sheets of the form. */
function ofCells(
  { sides }: PaperRate,
  figures: ReadonlyMap<string, PaperFigure>,
  cells: ReadonlyMap<string, string>,
): Sides | null {
  if (sides === null) return null;
  const [up, down] = [cells.get(sides.numerator), cells.get(sides.denominator)];
  if (up === undefined || down === undefined) return null;
  const amount = (key: string) => {
    const value = figures.get(key)?.value;
    return value === undefined || value.state === 'not_added' || value.state === 'no_base' ? 0 : (amountOf(value) ?? 0);
  };
  return {
    told: `COUNT(${up},${down})=2`,
    numerator: `N(${up})`,
    denominator: `N(${down})`,
    amounts: [amount(sides.numerator), amount(sides.denominator)],
  };
}

/** Of many: text in a cell counts as nothing, and a unit enters only where the other side is a number too. */
function ofUnits(
  { sides }: PaperRate,
  units: readonly { readonly values: ReadonlyMap<string, Value> }[],
  { sheet, columns, first, last }: UnitRows,
): Sides | null {
  if (sides === null) return null;
  const [up, down] = [columns.get(sides.numerator), columns.get(sides.denominator)];
  if (up === undefined || down === undefined) return null;
  const range = (column: number) => onSheet(sheet, `${cellName(first, column)}:${cellName(last, column)}`);
  const pairs = units.flatMap(({ values }) => {
    const [over, under] = [sides.numerator, sides.denominator].map((key) => amountOf(values.get(key) ?? noReport));
    return over == null || under == null ? [] : [[over, under] as const];
  });
  return {
    told: `SUMPRODUCT(--ISNUMBER(${range(up)}),--ISNUMBER(${range(down)}))>0`,
    numerator: `SUMPRODUCT(--ISNUMBER(${range(down)}),${range(up)})`,
    denominator: `SUMPRODUCT(--ISNUMBER(${range(up)}),${range(down)})`,
    amounts: [pairs.reduce((sum, [over]) => sum + over, 0), pairs.reduce((sum, [, under]) => sum + under, 0)],
  };
}
