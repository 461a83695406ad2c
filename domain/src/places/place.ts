import { z } from 'zod';

export const placeLevels = ['province', 'district', 'commune'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/**
 * An administrative unit over one stretch of time. A code is used again by another unit after a merger, so identity
 * is code and validity: `id` is `code@validFrom`, with `code@` where the beginning is not known.
 */
export const place = z.strictObject({
  id: z.string(),
  code: z.string(),
  level: z.enum(placeLevels),
  /** Without its type: `Hòa Tân`, of type `Xã`. */
  name: z.string(),
  type: z.string(),
  parentId: z.string().nullable(),
  /** First and last day; null where not known, or not ended. */
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
});
export type Place = z.infer<typeof place>;

export const successionKinds = ['whole', 'part', 'unknown'] as const;

/** One unit went into another on a day: whole, or a part of it with the share `weight` (0 to 1) where that is known. */
export const succession = z.strictObject({
  fromId: z.string(),
  toId: z.string(),
  on: z.iso.date(),
  kind: z.enum(successionKinds),
  weight: z.number().gt(0).lte(1).nullable(),
  trust: z.enum(['verified', 'secondary', 'unverified']),
});
export type Succession = z.infer<typeof succession>;

/** Says whether the unit stood on that day (ISO dates; both ends included). */
export function stoodOn(unit: Pick<Place, 'validFrom' | 'validTo'>, day: string): boolean {
  return (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || day <= unit.validTo);
}

/** `Xã Hòa Tân`, as written on paper. */
export function fullName(unit: Pick<Place, 'type' | 'name'>): string {
  return `${unit.type} ${unit.name}`;
}
