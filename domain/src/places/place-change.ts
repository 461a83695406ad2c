import { z } from 'zod';
import { accept, refuse, type Result } from '../kernel/result.ts';
import { fullName, placeId, placeLevels, succession, type Place, type Succession } from './place.ts';

const words = z.string().trim().min(1).max(120);

/** One thing an officer does to the list of units. Several together are one act: a merger ends, adds and joins. */
export const placeChange = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('add_unit'),
    code: z.string().regex(/^\d{2,5}$/),
    level: z.enum(placeLevels),
    type: words,
    name: words,
    parentId: z.string().nullable(),
    validFrom: z.iso.date(),
  }),
  z.strictObject({ change: z.literal('end_unit'), placeId: z.string(), validTo: z.iso.date() }),
  z.strictObject({
    change: z.literal('rename_unit'),
    placeId: z.string(),
    from: z.iso.date(),
    type: words,
    name: words,
  }),
  /** Adds it, or replaces the one between the same two units. */
  succession.extend({ change: z.literal('put_succession') }),
  z.strictObject({ change: z.literal('remove_succession'), fromId: z.string(), toId: z.string() }),
]);
export type PlaceChange = z.infer<typeof placeChange>;

export interface PlaceSet {
  readonly places: ReadonlyMap<string, Place>;
  /** By `successionKey`. */
  readonly successions: ReadonlyMap<string, Succession>;
}

export function successionKey({ fromId, toId }: Pick<Succession, 'fromId' | 'toId'>): string {
  return `${fromId} > ${toId}`;
}

/**
 * The set after all changes, in their order. Refuses, naming the change by `changes.<index>`, what cannot be done at
 * all; whether the result is a sound set is for `checkPlaces` to say.
 */
export function applyPlaceChanges(set: PlaceSet, changes: readonly PlaceChange[]): Result<PlaceSet> {
  const places = new Map(set.places);
  const successions = new Map(set.successions);
  for (const [at, change] of changes.entries()) {
    const done = applyOne(places, successions, change);
    if (!done.ok) return { ok: false, refusal: { ...done.refusal, where: `changes.${at}` } };
  }
  return accept({ places, successions });
}

function applyOne(
  places: Map<string, Place>,
  successions: Map<string, Succession>,
  change: PlaceChange,
): Result<unknown> {
  if (change.change === 'add_unit') return addUnit(places, change);
  if (change.change === 'put_succession') {
    const { fromId, toId, on, kind, weight, trust } = change;
    return accept(successions.set(successionKey(change), { fromId, toId, on, kind, weight, trust }));
  }
  if (change.change === 'remove_succession') {
    const key = successionKey(change);
    return successions.delete(key) ? accept(null) : refuse('places.unknown_place', { details: unknown(key) });
  }
  return changeUnit(places, change);
}

function unknown(id: string) {
  return { place: id, id };
}

type Adding = Extract<PlaceChange, { change: 'add_unit' }>;

function addUnit(places: Map<string, Place>, adding: Adding): Result<unknown> {
  const { code, level, type, name, parentId, validFrom } = adding;
  const id = placeId(code, validFrom);
  if (places.has(id)) return refuse('places.exists_already', { details: { place: fullName(adding), id } });
  const began = { validFrom, validTo: null, knownFrom: validFrom, changes: [] };
  return accept(places.set(id, { id, code, level, type, name, parentId, ...began }));
}

type Changing = Extract<PlaceChange, { change: 'end_unit' | 'rename_unit' }>;

function changeUnit(places: Map<string, Place>, change: Changing): Result<unknown> {
  const unit = places.get(change.placeId);
  if (unit === undefined) return refuse('places.unknown_place', { details: unknown(change.placeId) });
  if (change.change === 'end_unit') {
    if (unit.validTo === null) return accept(places.set(unit.id, { ...unit, validTo: change.validTo }));
    return refuse('places.ended_already', { details: { place: fullName(unit), day: unit.validTo } });
  }
  const { from, type, name } = change;
  const others = unit.changes.filter((other) => other.from !== from);
  const changes = [...others, { from, type, name }].toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return accept(places.set(unit.id, { ...unit, changes }));
}
