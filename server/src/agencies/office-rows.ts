import type { OfficeKind, OfficeRecord } from '@mangnon/domain/agencies/office.ts';

/** The table of each kind. */
export const officeTables = {
  office: 'office',
  office_duty: 'office_duty',
  head: 'office_head',
  focal_point: 'focal_point',
  committee: 'committee',
  member: 'committee_member',
  village: 'village',
  collaborator: 'collaborator',
} as const satisfies Record<OfficeKind, string>;

/** The table a record hangs at, and by which column; of the others the place is their own. */
export const parentTables = {
  office: null,
  office_duty: { table: 'office', column: 'office_id' },
  head: { table: 'office', column: 'office_id' },
  focal_point: { table: 'office', column: 'office_id' },
  committee: null,
  member: { table: 'committee', column: 'committee_id' },
  village: null,
  collaborator: { table: 'village', column: 'village_id' },
} as const satisfies Record<OfficeKind, { readonly table: string; readonly column: string } | null>;

/** The columns that say what a record is, besides id, place and what it hangs at. */
export const officeColumns = {
  office: ['agency_id', 'name', 'phone', 'address', 'valid_from', 'valid_to'],
  office_duty: ['duty', 'basis', 'article', 'trust', 'valid_from', 'valid_to'],
  head: ['role', 'name', 'title', 'charge', 'valid_from', 'valid_to'],
  focal_point: ['name', 'phone', 'hours', 'valid_from', 'valid_to'],
  committee: [
    'type',
    'name',
    'decision_number',
    'decided_on',
    'decided_by',
    'rules_number',
    'rules_on',
    'valid_from',
    'valid_to',
  ],
  member: ['role', 'name', 'position', 'valid_from', 'valid_to'],
  village: ['type', 'name', 'valid_from', 'valid_to'],
  collaborator: ['name', 'phone', 'valid_from', 'valid_to'],
} as const satisfies Record<OfficeKind, readonly string[]>;

const toCamel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const toSnake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A row as json_build_object or row_to_json gives it, as a record. What only tables know is left out. */
export function toOfficeRecord(kind: OfficeKind, row: Readonly<Record<string, unknown>>): OfficeRecord {
  const parent = parentTables[kind];
  const columns = ['id', parent === null ? 'place_id' : parent.column, ...officeColumns[kind]];
  const fields = columns.map((column) => [toCamel(column), row[column]]);
  // The CHECKs of the tables allow the words of the domain alone.
  return { kind, ...Object.fromEntries(fields) } as OfficeRecord;
}

/** The columns of a record, for json_populate_recordset. */
export function toOfficeRow(record: OfficeRecord): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([field, value]) => [toSnake(field), value]));
}
