import { z } from 'zod';
import type { SheetCell } from '../../kernel/workbook/sheet.ts';
import type { Calendar } from './calendar.ts';
import { writeCalendarSheets } from './calendar-sheets.ts';

/** One row of the calendar that would be other than it is, in the words of its workbook. */
export const describedCalendarChange = z.object({
  what: z.enum(['added', 'changed']),
  name: z.string(),
  fields: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
});
export type DescribedCalendarChange = z.infer<typeof describedCalendarChange>;

/** Row by row what differs. Rows that are gone are not told: a workbook takes none away. */
export function describeCalendarChanges(before: Calendar, after: Calendar): DescribedCalendarChange[] {
  const [then, now] = [writeCalendarSheets(before, null), writeCalendarSheets(after, null)];
  return now.flatMap(({ rows: [columns = [], ...rows] }, sheet) => {
    const known = new Map((then[sheet]?.rows.slice(1) ?? []).map((row) => [write(row[0]), row]));
    return rows.flatMap((row): DescribedCalendarChange[] => {
      const name = write(row[0]);
      const old = known.get(name);
      const fields = columns
        .map((column, at) => ({ column: write(column), before: write(old?.[at]), after: write(row[at]) }))
        .filter((field) => field.before !== field.after);
      return fields.length === 0 ? [] : [{ what: old === undefined ? 'added' : 'changed', name, fields }];
    });
  });
}

function write(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'day' in cell ? cell.day.split('-').toReversed().join('/') : cell.formula;
}
