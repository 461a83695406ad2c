import type { Refusal } from '../kernel/result.ts';
import { fullName, type Place } from '../places/place.ts';
import type { Agency } from './agency.ts';
import type { AgencyDifference } from './agency-difference.ts';

export interface ActSurroundings {
  /** Today in Viet Nam (ISO). */
  readonly today: string;
  /** Whether the act names a document it rests on. */
  readonly decided: boolean;
  /** The places named by the agencies that were changed, by id. */
  readonly places: ReadonlyMap<string, Place>;
}

/**
 * What is wrong with the agencies an act changes, besides what `checkAgencies` says of the whole register: a place that
 * is none, that is of another level or has ended before them, and an end that lies ahead and rests on no document.
 */
export function checkAgencyAct({ agencies }: AgencyDifference, around: ActSurroundings): Refusal[] {
  return agencies.flatMap(({ before, after }) =>
    after === null ? [] : [...checkPlace(after, around), ...checkEnd(before, after, around)],
  );
}

function checkPlace({ id, name, level, placeId, validTo }: Agency, { places }: ActSurroundings): Refusal[] {
  if (placeId === null) return [];
  const place = places.get(placeId);
  if (place === undefined) return [{ code: 'agencies.unknown_place', where: id, details: { name, id: placeId } }];
  const details = { name, place: fullName(place) };
  // Courts and procuracies of several communes (khu vực) stand with the province.
  const expected = level === 'regional' ? 'province' : level;
  if (expected !== place.level) return [{ code: 'agencies.place_level', where: id, details }];
  if (place.validTo === null || (validTo !== null && validTo <= place.validTo)) return [];
  return [{ code: 'agencies.place_ended', where: id, details: { ...details, day: place.validTo } }];
}

function checkEnd(before: Agency | null, after: Agency, { today, decided }: ActSurroundings): Refusal[] {
  const { id, name, validTo } = after;
  if (decided || validTo === null || validTo <= today || before?.validTo === validTo) return [];
  return [{ code: 'agencies.end_ahead', where: id, details: { name, day: validTo } }];
}
