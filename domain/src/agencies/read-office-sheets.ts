import { fold } from '../kernel/fold.ts';
import { standsOn } from '../kernel/period.ts';
import { accept, refuse, type Result } from '../kernel/result.ts';
import { isSameValue } from '../kernel/same-value.ts';
import type { BadRow } from '../kernel/workbook/bad-row.ts';
import { badRowOf, gatherRows } from '../kernel/workbook/gather-rows.ts';
import { need, readRow } from '../kernel/workbook/row-refused.ts';
import type { Sheet } from '../kernel/workbook/sheet.ts';
import type { Place } from '../places/place.ts';
import { checkOffices, type OfficeSurroundings } from './check-offices.ts';
import type { OfficeKind, OfficeRecord } from './office.ts';
import { groupByParent, nameRecord, parentIdOf, parentKind, type OfficeSet } from './office-set.ts';
import { officeSheets } from './office-sheets.ts';
import { fieldReaders, needDay, readWhereAndWhen, type OfficeRow } from './read-office-fields.ts';

export interface ReadOffices {
  /** The records as they would be after the file. Of no use while there are bad rows. */
  readonly set: OfficeSet;
  readonly rows: number;
  /** Rows that say what is written down already. */
  readonly unchanged: number;
  readonly badRows: readonly BadRow[];
}

interface Reading extends OfficeSurroundings {
  /** Places the file may speak of. */
  readonly within: readonly Place[];
  /** A code without any day is the place of this day. */
  readonly today: string;
  readonly newId: () => string;
}

/**
 * What the records of some places would become with the rows of a workbook: a row that is there already (same place,
 * name and first day) takes the values of the file, others are added, what the file does not name stays. Refuses a
 * file that is not of this form at all; every single row that is wrong is named in `badRows`.
 */
export function readOfficeSheets(before: OfficeSet, sheets: readonly Sheet[], reading: Reading): Result<ReadOffices> {
  const gathered = gatherRows(officeSheets, sheets);
  if (!gathered.ok) return gathered;
  const rows = gathered.value;
  const reader = makeReader(before, reading);
  const badRows: BadRow[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const done = readRow(() => reader.read(row));
    if (!done.ok) badRows.push(badRowOf(officeSheets, row, done.refusal));
    else if (done.value === 'unchanged') unchanged += 1;
  }
  if (badRows.length > 0) return accept({ set: before, rows: rows.length, unchanged, badRows });
  const set = reader.finish();
  for (const refusal of checkOffices(set, reading)) {
    const row = reader.rowOf(refusal.where ?? '');
    badRows.push(row ? badRowOf(officeSheets, row, refusal) : { sheet: null, row: null, column: null, refusal });
  }
  return accept({ set, rows: rows.length, unchanged, badRows });
}

function makeReader(before: OfficeSet, { within, today, newId }: Reading) {
  const set = new Map(before);
  const byCode = Map.groupBy(within, ({ code }) => code);
  const known = new Map([...before.values()].map((record) => [keyOf(record), record]));
  const named = Map.groupBy(
    [...before.values()].filter((record) => 'placeId' in record),
    (record) => nameKey(record.kind, record.placeId, nameRecord(record).vi),
  );
  const claimed = new Map<string, OfficeRow>();
  const rowOfId = new Map<string, OfficeRow>();

  function findPlace(row: OfficeRow, code: string, day: string): string {
    const all = byCode.get(code) ?? [];
    const place = all.find((one) => standsOn(one, day));
    if (place !== undefined) return place.id;
    const [column] = officeSheets[row.sheet].columns;
    return need(refuse('offices.unknown_place', { details: { id: code, name: column, nameEn: column, column } }));
  }

  function findParent(row: OfficeRow, kind: OfficeKind, placeId: string, name: string, day: string): string {
    const all = named.get(nameKey(kind, placeId, name)) ?? [];
    const parent = all.find((one) => standsOn(one, day)) ?? all[0];
    if (parent !== undefined) return parent.id;
    const sheet = officeSheets[kind].name;
    const [, column] = officeSheets[row.sheet].columns;
    return need(refuse('offices.unknown_office', { details: { value: name, sheet, column } }));
  }

  function make(row: OfficeRow): OfficeRecord {
    const { code, validFrom, validTo } = readWhereAndWhen(row);
    const placeId = findPlace(row, code, validFrom ?? validTo ?? today);
    const begin = { id: '', validFrom, validTo };
    if (row.sheet === 'office') return { kind: 'office', ...begin, placeId, ...fieldReaders.office(row) };
    if (row.sheet === 'village') return { kind: 'village', ...begin, placeId, ...fieldReaders.village(row) };
    const from = needDay(validFrom);
    const period = { id: '', validFrom: from, validTo };
    if (row.sheet === 'committee') return { kind: 'committee', ...period, placeId, ...fieldReaders.committee(row) };
    const { parent, ...fields } = fieldReaders[row.sheet](row);
    const above = parentKind[row.sheet];
    const id = above === null ? '' : findParent(row, above, placeId, parent, from);
    const hung = { office: { officeId: id }, committee: { committeeId: id }, village: { villageId: id } };
    // The reader of this sheet gave just these fields, and the parent's kind goes with them.
    return { kind: row.sheet, ...period, ...hung[above as keyof typeof hung], ...fields } as OfficeRecord;
  }

  return {
    read(row: OfficeRow): 'unchanged' | 'new' | 'other' {
      const made = make(row);
      const key = keyOf(made);
      const other = claimed.get(key);
      if (other !== undefined) need(refuse('workbook.row_twice', { details: { other: other.number } }));
      claimed.set(key, row);
      const stored = known.get(key);
      const record = { ...made, id: stored?.id ?? newId() };
      rowOfId.set(record.id, row);
      if (stored !== undefined && isSameValue(stored, record)) return 'unchanged';
      set.set(record.id, record);
      if ('placeId' in record && stored === undefined) {
        const name = nameKey(record.kind, record.placeId, nameRecord(record).vi);
        named.set(name, [...(named.get(name) ?? []), record]);
      }
      return stored === undefined ? 'new' : 'other';
    },
    /** Ends with a record what hangs at it and the file does not name. */
    finish(): OfficeSet {
      const below = groupByParent(set);
      for (const [id, record] of set) {
        const end = record.validTo;
        if (end === null || before.get(id)?.validTo === end) continue;
        for (const one of below.get(id) ?? []) {
          if (!rowOfId.has(one.id) && standsOn(one, end)) set.set(one.id, { ...one, validTo: end });
        }
      }
      return set;
    },
    rowOf: (id: string): OfficeRow | undefined => rowOfId.get(id),
  };
}

/** What makes a row of a file the same record as the one that is written down. */
function keyOf(record: OfficeRecord): string {
  const where = 'placeId' in record ? record.placeId : (parentIdOf(record) ?? '');
  const role = 'role' in record ? record.role : '';
  const agency = record.kind === 'office' ? record.agencyId : '';
  const name = fold(nameOnly(record));
  return `${record.kind} ${where} ${agency} ${role} ${name} ${record.validFrom ?? ''}`;
}

function nameOnly(record: OfficeRecord): string {
  if (record.kind === 'office_duty') return record.duty;
  return record.kind === 'village' ? nameRecord(record).vi : record.name;
}

function nameKey(kind: OfficeKind, placeId: string, name: string): string {
  return `${kind} ${placeId} ${fold(name)}`;
}
