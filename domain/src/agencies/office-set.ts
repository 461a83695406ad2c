import type { Sentence } from '../kernel/sentence.ts';
import { dutyWords } from './duty.ts';
import type { OfficeKind, OfficeRecord } from './office.ts';
import { villageTypeWords } from './office-words.ts';

/** All records of one or more places that count (none withdrawn), by id. */
export type OfficeSet = ReadonlyMap<string, OfficeRecord>;

/** The record another hangs at: a head at its office, a collaborator at their village. Null for what hangs at the place. */
export function parentIdOf(record: OfficeRecord): string | null {
  if ('officeId' in record) return record.officeId;
  if ('committeeId' in record) return record.committeeId;
  return 'villageId' in record ? record.villageId : null;
}

/** What kind of record another hangs at. */
export const parentKind: Readonly<Record<OfficeKind, OfficeKind | null>> = {
  office: null,
  office_duty: 'office',
  head: 'office',
  focal_point: 'office',
  committee: null,
  member: 'committee',
  village: null,
  collaborator: 'village',
};

/** The place a record belongs to; null where what it hangs at is not in the set. */
export function placeIdOf(set: OfficeSet, record: OfficeRecord): string | null {
  if ('placeId' in record) return record.placeId;
  const parent = set.get(parentIdOf(record) ?? '');
  return parent !== undefined && 'placeId' in parent ? parent.placeId : null;
}

/** As people name it in a sentence: `Nguyễn Văn Mẫu, Giám đốc`; `Thôn Nà Cọ`. */
export function nameRecord(record: OfficeRecord): Sentence {
  switch (record.kind) {
    case 'office_duty':
      return dutyWords[record.duty];
    case 'head':
      return same(`${record.name}, ${record.title}`);
    case 'member':
      return same(`${record.name}, ${record.position}`);
    case 'village':
      return same(`${villageTypeWords[record.type]} ${record.name}`);
    case 'office':
    case 'focal_point':
    case 'committee':
    case 'collaborator':
      return same(record.name);
  }
}

function same(name: string): Sentence {
  return { vi: name, en: name };
}

/** All records that hang at one, by its id. */
export function groupByParent(set: OfficeSet): Map<string, OfficeRecord[]> {
  const groups = Map.groupBy(set.values(), (record) => parentIdOf(record) ?? '');
  groups.delete('');
  return groups;
}
