import { z } from 'zod';
import type { SheetCell } from '../kernel/workbook/sheet.ts';
import type { Catalogue } from './catalogue.ts';
import type { Indicator } from './indicator.ts';
import { indicatorSheets, writeIndicatorRow } from './indicator-sheets.ts';

/** One version that would be added or ended, in the words of its workbook. */
export const describedVersion = z.object({
  what: z.enum(['added', 'ended']),
  name: z.string(),
  fields: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
});
export type DescribedVersion = z.infer<typeof describedVersion>;

function write(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'day' in cell ? cell.day.split('-').toReversed().join('/') : cell.formula;
}

/** What changes, version by version. */
export function describeVersions(before: Catalogue, changed: readonly Indicator[]): DescribedVersion[] {
  return changed.map((one) => {
    const stored = before.versions.get(one.code)?.find(({ version }) => version === one.version);
    const old = stored === undefined ? [] : writeIndicatorRow(stored);
    const fields = writeIndicatorRow(one).map((cell, at) => ({
      column: indicatorSheets.indicators.columns[at] ?? '',
      before: write(old[at]),
      after: write(cell),
    }));
    return {
      what: stored === undefined ? 'added' : 'ended',
      name: `${one.name.vi} (${one.code})`,
      fields: fields.filter((field) => field.before !== field.after),
    };
  });
}
