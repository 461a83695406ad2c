import { findIndicator, type Catalogue } from './catalogue.ts';
import type { Finding } from './finding.ts';
import { cellKey, cellName, type FormCell } from './form-cell.ts';
import { isCount } from './indicator.ts';
import { amountOf } from './value.ts';

/**
 * What is wrong with each cell by itself: unknown or given twice, zero without a reason (`other` without words), withheld
 * in an internal report, not whole where people are counted, above what there can be.
 */
export function checkCells(cells: readonly FormCell[], catalogue: Catalogue, day: string): Finding[] {
  const seen = new Set<string>();
  return cells.flatMap((cell): Finding[] => {
    const where = cellKey(cell);
    const again = seen.has(where);
    seen.add(where);
    const one = findIndicator(catalogue, cell.code, day);
    if (one === undefined || !isCount(one) || !isCellOf(cell, one.breakdowns, catalogue)) {
      return [{ severity: 'error', code: 'indicators.unknown_cell', where, details: { cell: where } }];
    }
    const name = cellName(one, cell.parts, catalogue);
    const found = (code: Finding['code'], details: Finding['details'] = {}): Finding => {
      return { severity: 'error', code, where, details: { cell: name, ...details } };
    };
    const { value } = cell;
    const amount = amountOf(value);
    const { whole, atMost } = one.formula;
    const needsWords = (value.state === 'zero' || value.state === 'not_applicable') && value.reason === 'other';
    return [
      ...(again ? [found('indicators.cell_twice')] : []),
      ...(value.state === 'withheld' ? [found('indicators.withheld_typed')] : []),
      ...(needsWords && value.words === null ? [found('indicators.reason_without_words')] : []),
      ...(value.state === 'number' && value.amount === 0 ? [found('indicators.zero_without_reason')] : []),
      ...(amount !== null && amount < 0 ? [found('indicators.below_zero')] : []),
      ...(amount !== null && whole && !Number.isInteger(amount) ? [found('indicators.not_whole', { amount })] : []),
      ...(amount !== null && atMost !== null && amount > atMost
        ? [found('indicators.above_most', { amount, most: atMost })]
        : []),
    ];
  });
}

/** Whether the count is split by each breakdown of the cell, and the breakdown has that part (or keeps no list of them). */
function isCellOf({ parts }: FormCell, breakdowns: readonly string[], catalogue: Catalogue): boolean {
  return Object.entries(parts).every(([by, part]) => {
    const list = catalogue.breakdowns.get(by)?.parts;
    return (
      breakdowns.includes(by) && list !== undefined && (list.length === 0 || list.some(({ code }) => code === part))
    );
  });
}
