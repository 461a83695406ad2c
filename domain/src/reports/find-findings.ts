import type { Catalogue } from '../indicators/catalogue.ts';
import { checkAgainstLast, checkRates } from '../indicators/check-against.ts';
import { checkCells } from '../indicators/check-cells.ts';
import { checkSums } from '../indicators/check-sums.ts';
import type { Finding } from '../indicators/finding.ts';
import type { FormCell } from '../indicators/form-cell.ts';
import type { Value } from '../indicators/value.ts';

export interface FormFacts {
  /** Every cell of the form, those without a value as `no_report`. */
  readonly cells: readonly FormCell[];
  /** What the unit said in the period before, by cell. */
  readonly before: ReadonlyMap<string, Value>;
  /** Rates of sister units, by code of the rate. */
  readonly sisters: ReadonlyMap<string, readonly number[]>;
}

/**
 * Everything that is noticed about a form: cell by cell, sums, against the period before, against sister units; errors first.
 * The screen asks while it is typed, the server again when it is signed and sent. `day` (ISO) is the last one counted.
 */
export function findFindings({ cells, before, sisters }: FormFacts, catalogue: Catalogue, day: string): Finding[] {
  const all = [
    ...checkCells(cells, catalogue, day),
    ...checkSums(cells, catalogue, day),
    ...checkRates(cells, sisters, catalogue, day),
    ...checkAgainstLast(cells, before, catalogue, day),
  ];
  return all.toSorted((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'));
}
