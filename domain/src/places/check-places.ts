import type { Refusal } from '../kernel/result.ts';
import { formulaSign } from '../kernel/workbook/sheet.ts';
import { checkSuccessions } from './check-successions.ts';
import { fullName, placeId, type Place, type PlaceLevel, type Succession } from './place.ts';
import { makePlaceBook, type PlaceBook } from './place-book.ts';

/** Digits of a code by level (QĐ 124/2004/QĐ-TTg, kept by QĐ 19/2025/QĐ-TTg). */
export const codeDigits: Readonly<Record<PlaceLevel, number>> = { province: 2, district: 3, commune: 5 };

const levelsAbove: Readonly<Record<PlaceLevel, readonly PlaceLevel[]>> = {
  province: [],
  district: ['province'],
  commune: ['district', 'province'],
};

/**
 * What is wrong with a set of places and successions, each with the place it concerns: unknown ids, two units with
 * one code at one time, a unit outside its parent's validity, shares that do not add up to one, successions in a circle.
 */
export function checkPlaces(places: readonly Place[], successions: readonly Succession[]): Refusal[] {
  const book = makePlaceBook(places, successions);
  return [
    ...places.flatMap(checkUnit),
    ...findOverlaps(book),
    ...findBadParents(places, book),
    ...checkSuccessions(successions, book),
  ];
}

/** The refusal, naming the unit as people know it beside its id. */
function about(unit: Place, code: string, details: Readonly<Record<string, unknown>> = {}): Refusal {
  return { code, where: unit.id, details: { place: fullName(unit), ...details } };
}

function checkUnit(unit: Place): Refusal[] {
  const { code, level, validFrom, validTo, changes } = unit;
  const found: Refusal[] = [];
  if (unit.id !== placeId(code, validFrom) || !/^\d+$/.test(code) || code.length !== codeDigits[level]) {
    found.push(about(unit, 'places.code_form', { code, digits: codeDigits[level] }));
  }
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    found.push(about(unit, 'places.ends_before_begin'));
  }
  for (const { type, name } of [unit, ...changes]) {
    if (type.trim() === '' || name.trim() === '') found.push(about(unit, 'places.name_missing'));
    if (formulaSign.test(name) || formulaSign.test(type)) found.push(about(unit, 'places.formula_sign'));
  }
  changes.forEach(({ from }, at) => {
    const before = changes[at - 1]?.from ?? validFrom ?? unit.knownFrom;
    if (from <= before || (validTo !== null && from > validTo)) {
      found.push(about(unit, 'places.change_outside', { day: from }));
    }
  });
  return found;
}

function findOverlaps(book: PlaceBook): Refusal[] {
  return [...book.byCode.values()].flatMap((units) => {
    const ordered = units.toSorted((one, other) => ((one.validFrom ?? '') < (other.validFrom ?? '') ? -1 : 1));
    return ordered.flatMap((unit, at) => {
      const next = ordered[at + 1];
      if (next === undefined || (unit.validTo !== null && unit.validTo < (next.validFrom ?? ''))) return [];
      return [about(next, 'places.code_twice', { code: unit.code, other: `${fullName(unit)}, ${unit.id}` })];
    });
  });
}

function findBadParents(places: readonly Place[], book: PlaceBook): Refusal[] {
  return places.flatMap((unit): Refusal[] => {
    if (unit.parentId === null) {
      return unit.level === 'province' ? [] : [about(unit, 'places.parent_missing')];
    }
    const parent = book.byId.get(unit.parentId);
    if (parent === undefined) return [about(unit, 'places.unknown_place', { id: unit.parentId })];
    if (!levelsAbove[unit.level].includes(parent.level)) {
      return [about(unit, 'places.wrong_parent_level', { parent: fullName(parent) })];
    }
    const begins = (unit.validFrom ?? '') >= (parent.validFrom ?? '');
    const ends = parent.validTo === null || (unit.validTo !== null && unit.validTo <= parent.validTo);
    return begins && ends ? [] : [about(unit, 'places.outside_parent', { parent: fullName(parent) })];
  });
}
