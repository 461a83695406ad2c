import type { Sheet } from '../kernel/workbook/sheet.ts';
import { officeKinds } from './office.ts';
import { nameRecord, parentIdOf, placeIdOf, type OfficeSet } from './office-set.ts';
import { officeSheets, writeOfficeRow } from './office-sheets.ts';

/** The workbook of a set of records: reading it back (`readOfficeSheets`) changes nothing. */
export function writeOfficeSheets(set: OfficeSet): Sheet[] {
  const records = [...set.values()];
  return officeKinds.map((kind) => ({
    name: officeSheets[kind].name,
    rows: [
      officeSheets[kind].columns,
      ...records
        .filter((record) => record.kind === kind)
        .map((record) => {
          const parent = set.get(parentIdOf(record) ?? '');
          const code = placeIdOf(set, record)?.split('@')[0] ?? '';
          return writeOfficeRow(record, code, parent === undefined ? '' : nameRecord(parent).vi);
        }),
    ],
  }));
}
