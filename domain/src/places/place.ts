import { z } from 'zod';

export const placeLevels = ['province', 'district', 'commune'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/** From this day on the unit bears this type and name: ten communes of Đồng Nai became wards on 30/04/2026. */
export const nameChange = z.strictObject({ from: z.iso.date(), type: z.string(), name: z.string() });
export type NameChange = z.infer<typeof nameChange>;

/**
 * An administrative unit over one stretch of time. A code is used again by another unit after a merger, so identity
 * is code and validity: `id` is `code@validFrom`, with `code@` where the beginning is not known.
 */
export const place = z.strictObject({
  id: z.string(),
  code: z.string(),
  level: z.enum(placeLevels),
  /** As it began, without its type: `Hòa Tân`, of type `Xã`. */
  name: z.string(),
  type: z.string(),
  parentId: z.string().nullable(),
  /** First and last day; null where not known, or not ended. */
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  /** First day our source speaks of. Where the beginning is not known, nothing is known of the days before this one. */
  knownFrom: z.iso.date(),
  /** Later types and names, oldest first. */
  changes: z.array(nameChange),
});
export type Place = z.infer<typeof place>;

export const successionKinds = ['whole', 'part', 'unknown'] as const;
export const trusts = ['verified', 'secondary', 'unverified'] as const;

/** One unit went into another on a day: whole, or a part of it with the share `weight` (0 to 1) where that is known. */
export const succession = z.strictObject({
  fromId: z.string(),
  toId: z.string(),
  on: z.iso.date(),
  kind: z.enum(successionKinds),
  weight: z.number().gt(0).lte(1).nullable(),
  trust: z.enum(trusts),
});
export type Succession = z.infer<typeof succession>;

/** The identity of the unit that took this code on that day; `null` where the day is not known. */
export function placeId(code: string, validFrom: string | null): string {
  return `${code}@${validFrom ?? ''}`;
}

export type Standing = 'stood' | 'not_yet' | 'ended' | 'unknown';

/**
 * How the unit stood on a day (ISO date; both ends included). `unknown` is an answer: its beginning is not known, and
 * the day lies before the first one our source speaks of.
 */
export function findStanding(unit: Pick<Place, 'validFrom' | 'validTo' | 'knownFrom'>, day: string): Standing {
  if (unit.validTo !== null && unit.validTo < day) return 'ended';
  if (unit.validFrom !== null) return unit.validFrom <= day ? 'stood' : 'not_yet';
  return unit.knownFrom <= day ? 'stood' : 'unknown';
}

/** Says whether the unit is known to have stood on that day. */
export function stoodOn(unit: Pick<Place, 'validFrom' | 'validTo' | 'knownFrom'>, day: string): boolean {
  return findStanding(unit, day) === 'stood';
}

/** The type and name the unit bore on a day; before its beginning, those it began with. */
export function nameOn(unit: Pick<Place, 'type' | 'name' | 'changes'>, day: string): { type: string; name: string } {
  const { type, name } = unit.changes.findLast(({ from }) => from <= day) ?? unit;
  return { type, name };
}

/** `Xã Hòa Tân`, as written on paper. */
export function fullName(unit: Pick<Place, 'type' | 'name'>): string {
  return `${unit.type} ${unit.name}`;
}

/** `Phường Hòa Tân`, as written on paper on that day; the last name of a unit that had ended by then. */
export function fullNameOn(unit: Pick<Place, 'type' | 'name' | 'changes'>, day: string): string {
  return fullName(nameOn(unit, day));
}
