import type { SheetCell } from '../kernel/workbook/sheet.ts';
import type { ImportedOfficeRow } from './office-exchange.api.ts';
import type { OfficeRecord } from './office.ts';
import type { OfficeDifference } from './office-difference.ts';
import { nameRecord, parentIdOf, placeIdOf, type OfficeSet } from './office-set.ts';
import { officeSheets, writeOfficeRow } from './office-sheets.ts';

/** What a difference does, line by line, in the words of the workbook; `after` is the set it leads to. */
export function describeOfficeChanges(after: OfficeSet, difference: OfficeDifference): ImportedOfficeRow[] {
  const cells = (record: OfficeRecord) => {
    const parent = after.get(parentIdOf(record) ?? '');
    const code = placeIdOf(after, record)?.split('@')[0] ?? '';
    return writeOfficeRow(record, code, parent === undefined ? '' : nameRecord(parent).vi).map(writeCell);
  };
  const name = (record: OfficeRecord) => {
    const parent = after.get(parentIdOf(record) ?? '');
    return parent === undefined ? nameRecord(record).vi : `${nameRecord(record).vi}, ${nameRecord(parent).vi}`;
  };
  const compare = (before: OfficeRecord, now: OfficeRecord) => {
    const old = cells(before);
    const fresh = cells(now);
    return officeSheets[now.kind].columns
      .map((column, at) => ({ column, before: old[at] ?? '', after: fresh[at] ?? '' }))
      .filter((field) => field.before !== field.after);
  };
  return [
    ...difference.added.map((record) => {
      const fresh = cells(record);
      const fields = officeSheets[record.kind].columns.map((column, at) => ({
        column,
        before: '',
        after: fresh[at] ?? '',
      }));
      return {
        what: 'added' as const,
        kind: record.kind,
        name: name(record),
        fields: fields.filter((field) => field.after !== ''),
      };
    }),
    ...difference.amended.map((one) => ({
      what: 'changed' as const,
      kind: one.after.kind,
      name: name(one.after),
      fields: compare(one.before, one.after),
    })),
    ...difference.ended.map((one) => ({
      what: 'ended' as const,
      kind: one.after.kind,
      name: name(one.after),
      fields: compare(one.before, one.after),
    })),
  ];
}

/** A cell as a sentence tells it. */
export function writeCell(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'day' in cell ? cell.day.split('-').toReversed().join('/') : '';
}
