import { findStanding, fullName, nameOn, type Place } from '@mangnon/domain/places/place.ts';
import type { PlaceBook } from '@mangnon/domain/places/place-book.ts';
import type { PlaceBrief, PlaceCover, PlaceLink } from '@mangnon/domain/places/places.api.ts';
import type { Cover, PlaceStep } from '@mangnon/domain/places/succession.ts';

/** The last day on which the unit bore its last name, or the day asked for where it stood then. */
function dayOfName(unit: Place, day: string): string {
  return unit.validTo !== null && unit.validTo < day ? unit.validTo : day;
}

export function presentBrief(book: PlaceBook, unit: Place, day: string): PlaceBrief {
  const named = nameOn(unit, dayOfName(unit, day));
  return {
    id: unit.id,
    code: unit.code,
    level: unit.level,
    ...named,
    fullName: fullName(named),
    above: listAbove(book, unit)
      .map((above) => inSentence(fullName(nameOn(above, dayOfName(unit, day)))))
      .join(', '),
    validFrom: unit.validFrom,
    validTo: unit.validTo,
    standing: findStanding(unit, day),
  };
}

/** Inside a line the type is written small: `Xã Khe Trúc, tỉnh Mộc Giang`. */
function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function listAbove(book: PlaceBook, unit: Place): Place[] {
  const found: Place[] = [];
  let above = unit.parentId === null ? undefined : book.byId.get(unit.parentId);
  while (above !== undefined) {
    found.push(above);
    above = above.parentId === null ? undefined : book.byId.get(above.parentId);
  }
  return found;
}

export function presentCover(book: PlaceBook, { place, kind, weight }: Cover, day: string): PlaceCover {
  return { place: presentBrief(book, place, day), kind, weight };
}

export function presentLink(book: PlaceBook, { place, succession }: PlaceStep, day: string): PlaceLink {
  const { on, kind, weight, trust } = succession;
  return { place: presentBrief(book, place, day), on, kind, weight, trust };
}
