import { endsBeforeBegin, liesWithin, overlaps, writePeriod, type Period } from '../kernel/period.ts';
import type { Refusal } from '../kernel/result.ts';
import { fold } from '../kernel/fold.ts';
import { fullName, type Place } from '../places/place.ts';
import type { Agency } from './agency.ts';
import type { OfficeRecord } from './office.ts';
import { nameRecord, parentIdOf, parentKind, type OfficeSet } from './office-set.ts';

/** What the records are held against. */
export interface OfficeSurroundings {
  readonly places: ReadonlyMap<string, Place>;
  readonly agencies: ReadonlyMap<string, Agency>;
}

/**
 * What is wrong with a set of records, each by its id: unknown codes, ends before beginnings, records outside the time
 * of their place, agency, office, committee or village, and what may stand once at a time standing twice.
 */
export function checkOffices(set: OfficeSet, around: OfficeSurroundings): Refusal[] {
  return [...[...set.values()].flatMap((record) => checkOne(record, set, around)), ...findTwice(set, around)];
}

function about(record: OfficeRecord, code: string, details: Readonly<Record<string, unknown>> = {}): Refusal {
  const { vi, en } = nameRecord(record);
  return { code, where: record.id, details: { name: vi, nameEn: en, ...details } };
}

function checkOne(record: OfficeRecord, set: OfficeSet, around: OfficeSurroundings): Refusal[] {
  if (endsBeforeBegin(record)) return [about(record, 'offices.ends_before_begin', { period: writePeriod(record) })];
  const parentId = parentIdOf(record);
  if (parentId !== null) {
    const parent = set.get(parentId);
    if (parent?.kind !== parentKind[record.kind]) return [about(record, 'offices.unknown_record', { id: parentId })];
    return refuseOutside(record, parent, nameRecord(parent).vi);
  }
  if (!('placeId' in record)) return [];
  const place = around.places.get(record.placeId);
  if (place === undefined) return [about(record, 'offices.unknown_place', { id: record.placeId })];
  const found = refuseOutside(record, place, fullName(place));
  if (record.kind === 'village' && place.level !== 'commune') {
    found.push(about(record, 'offices.village_above', { place: fullName(place) }));
  }
  return record.kind === 'office' ? [...found, ...checkAgency(record, place, around)] : found;
}

function refuseOutside(record: OfficeRecord, around: Period, name: string): Refusal[] {
  // Where nobody knows when it began, it began with what is around it.
  const begun = { ...record, validFrom: record.validFrom ?? around.validFrom };
  if (liesWithin(begun, around)) return [];
  return [
    about(record, 'offices.outside', { period: writePeriod(record), around: name, aroundPeriod: writePeriod(around) }),
  ];
}

function checkAgency(
  record: Extract<OfficeRecord, { kind: 'office' }>,
  place: Place,
  around: OfficeSurroundings,
): Refusal[] {
  const agency = around.agencies.get(record.agencyId);
  if (agency === undefined) return [about(record, 'offices.unknown_agency', { id: record.agencyId })];
  // Courts and procuracies of several communes (khu vực) are written down with the province.
  const level = agency.level === 'regional' ? 'province' : agency.level;
  const found = refuseOutside(record, agency, agency.name);
  if (agency.placeId !== null && agency.placeId !== place.id) {
    found.push(about(record, 'offices.agency_elsewhere', { agency: agency.name, place: fullName(place) }));
  }
  if (level === place.level) return found;
  return [...found, about(record, 'offices.wrong_level', { agency: agency.name, place: fullName(place) })];
}

interface Once {
  readonly code: string;
  /** Those with the same key may not stand at one time. */
  readonly key: string;
}

/** As which of which a record may stand once at a time. */
function listOnce(record: OfficeRecord, { agencies }: OfficeSurroundings): Once[] {
  switch (record.kind) {
    case 'office': {
      const named = { code: 'offices.office_twice', key: `name ${record.placeId} ${fold(record.name)}` };
      if (agencies.get(record.agencyId)?.several === true) return [named];
      return [named, { code: 'offices.office_twice', key: `agency ${record.placeId} ${record.agencyId}` }];
    }
    case 'office_duty':
      return [{ code: 'offices.duty_twice', key: `${record.officeId} ${record.duty}` }];
    case 'head': {
      const person = { code: 'offices.person_twice', key: `${record.officeId} ${record.role} ${fold(record.name)}` };
      return record.role === 'head' ? [{ code: 'offices.head_twice', key: record.officeId }] : [person];
    }
    case 'focal_point':
      return [{ code: 'offices.focal_point_twice', key: `${record.officeId} ${fold(record.name)}` }];
    case 'committee':
      return [{ code: 'offices.committee_twice', key: `${record.placeId} ${fold(record.name)}` }];
    case 'member': {
      const person = { code: 'offices.person_twice', key: `${record.committeeId} ${fold(record.name)}` };
      return record.role === 'chair' ? [person, { code: 'offices.chair_twice', key: record.committeeId }] : [person];
    }
    case 'village':
      return [{ code: 'offices.village_twice', key: `${record.placeId} ${record.type} ${fold(record.name)}` }];
    case 'collaborator':
      return [{ code: 'offices.person_twice', key: `${record.villageId} ${fold(record.name)}` }];
  }
}

function findTwice(set: OfficeSet, around: OfficeSurroundings): Refusal[] {
  const groups = new Map<string, { readonly code: string; readonly records: OfficeRecord[] }>();
  for (const record of set.values()) {
    for (const { code, key } of listOnce(record, around)) {
      const at = `${code} ${key}`;
      const group = groups.get(at);
      if (group === undefined) groups.set(at, { code, records: [record] });
      else group.records.push(record);
    }
  }
  const found = new Map<string, Refusal>();
  for (const { code, records } of groups.values()) {
    if (records.length < 2) continue;
    const ordered = records.toSorted((one, other) => ((one.validFrom ?? '') < (other.validFrom ?? '') ? -1 : 1));
    let [standing] = ordered;
    for (const next of ordered.slice(1)) {
      if (standing !== undefined && overlaps(standing, next)) {
        const { vi, en } = nameRecord(standing);
        const details = { other: vi, otherEn: en, period: writePeriod(standing), own: writePeriod(next) };
        if (!found.has(next.id)) found.set(next.id, about(next, code, details));
      }
      if (standing === undefined || (standing.validTo !== null && (next.validTo ?? '~') > standing.validTo))
        standing = next;
    }
  }
  return [...found.values()];
}
