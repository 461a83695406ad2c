import { findIndicator, type Catalogue } from './catalogue.ts';
import type { Finding } from './finding.ts';
import { cellKey, cellName, type FormCell } from './form-cell.ts';
import { amountOf } from './value.ts';

/**
 * Whether parts and wholes of a form agree. Parts of an `exact` breakdown that are more than the whole are an error, and
 * fewer a warning (official tables leave things out, and say so); a part of an `overlap` above the whole is an error;
 * an `open` breakdown may leave something out. Parts without their whole are an error. What a part does not report is
 * not taken for zero: then fewer is no finding.
 */
export function checkSums(cells: readonly FormCell[], catalogue: Catalogue, day: string): Finding[] {
  const told = new Map(cells.map((cell) => [cellKey(cell), cell]));
  const groups = Map.groupBy(
    cells.flatMap((cell) =>
      Object.keys(cell.parts).map((by) => {
        const { [by]: _part, ...rest } = cell.parts;
        return { cell, by, whole: { code: cell.code, parts: rest } };
      }),
    ),
    ({ by, whole }) => `${cellKey(whole)} ${by}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const whole = told.get(cellKey(first.whole));
    const parts = group.map(({ cell }) => cell);
    return checkGroup(
      first.by,
      { ...first.whole, value: whole?.value ?? { state: 'no_report' } },
      parts,
      catalogue,
      day,
    );
  });
}

function checkGroup(by: string, whole: FormCell, parts: readonly FormCell[], catalogue: Catalogue, day: string) {
  const one = findIndicator(catalogue, whole.code, day);
  const breakdown = catalogue.breakdowns.get(by);
  if (one === undefined || breakdown === undefined) return [];
  const found = (severity: Finding['severity'], code: Finding['code'], details: Finding['details']): Finding => {
    const names = { cell: cellName(one, whole.parts, catalogue), breakdown: breakdown.name };
    return { severity, code, where: cellKey(whole), details: { ...names, ...details } };
  };
  const amounts = parts.map(({ value }) => amountOf(value));
  const known = amounts.filter((amount) => amount !== null);
  const sum = known.reduce((total, amount) => total + amount, 0);
  const all = amountOf(whole.value);
  if (all === null) return sum > 0 ? [found('error', 'indicators.parts_without_whole', {})] : [];
  if (breakdown.parting === 'overlap') {
    return parts.flatMap((part): Finding[] => {
      const amount = amountOf(part.value);
      if (amount === null || amount <= all) return [];
      const name = cellName(one, { [by]: part.parts[by] ?? '' }, catalogue);
      return [found('error', 'indicators.part_above_whole', { part: name, amount, whole: all })];
    });
  }
  if (sum > all) return [found('error', 'indicators.parts_above_whole', { sum, whole: all })];
  const listed = breakdown.parts.length;
  const isFull = listed > 0 && parts.length >= listed && parts.every(({ value }) => value.state !== 'no_report');
  const falls = breakdown.parting === 'exact' && isFull && sum < all;
  return falls ? [found('warning', 'indicators.parts_below_whole', { sum, whole: all })] : [];
}
