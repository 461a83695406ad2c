import type { HistoryEntry, HistoryField } from '../kernel/history.ts';
import { writeCell } from './describe-office-changes.ts';
import type { OfficeRecord } from './office.ts';
import { officeSheets, writeOfficeRow } from './office-sheets.ts';

/** A record as it stood from one writing to the next. */
export interface OfficeState extends Pick<HistoryEntry, 'at' | 'by'> {
  readonly record: OfficeRecord;
  readonly withdrawn: boolean;
}

/** What was done to a record from state to state (oldest first), told newest first in the words of the workbook. */
export function tellOfficeHistory(states: readonly OfficeState[]): HistoryEntry[] {
  const entries = states.flatMap((state, at): HistoryEntry[] => {
    const before = states[at - 1];
    const fields = compare(before?.record, state.record);
    const what = findWhat(before, state, fields);
    return what === null ? [] : [{ what, at: state.at, by: state.by, fields }];
  });
  return entries.toReversed();
}

function findWhat(
  before: OfficeState | undefined,
  now: OfficeState,
  fields: readonly HistoryField[],
): HistoryEntry['what'] | null {
  if (before === undefined) return 'added';
  if (now.withdrawn && !before.withdrawn) return 'withdrawn';
  if (fields.length === 0) return null;
  const lastDay = officeSheets[now.record.kind].columns.at(-1);
  const onlyEnds = fields.every(({ column, after }) => column === lastDay && after !== '');
  return onlyEnds ? 'ended' : 'changed';
}

/** What differs, by column; what it hangs at never changes and is left out. */
function compare(before: OfficeRecord | undefined, now: OfficeRecord): HistoryField[] {
  const cells = (record: OfficeRecord) => writeOfficeRow(record, '', '').map(writeCell);
  const old = before === undefined ? [] : cells(before);
  const fresh = cells(now);
  return officeSheets[now.kind].columns
    .map((column, at) => ({ column, before: old[at] ?? '', after: fresh[at] ?? '' }))
    .filter((field) => field.before !== field.after);
}
