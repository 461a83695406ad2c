import { fullName, type Place } from './place.ts';
import { foldPlaceName } from './place-query.ts';

/** What a unit is found by. */
export interface PlaceWords {
  /** Every name it has borne, with and without its type, folded. */
  readonly names: readonly string[];
  /** The words of its names alone: one of the words asked for must begin one of these. */
  readonly own: readonly string[];
  /** Its words, its types and those of the units above: all words asked for must begin one of these. */
  readonly all: readonly string[];
}

interface Named {
  readonly bare: readonly string[];
  readonly full: readonly string[];
  /** The words of all of them. */
  readonly words: readonly string[];
}

/** A province is asked for its names once for each of its communes. */
const namesOf = new WeakMap<Place, Named>();

function nameOf(unit: Place): Named {
  let names = namesOf.get(unit);
  if (names === undefined) namesOf.set(unit, (names = foldNames(unit)));
  return names;
}

function foldNames(unit: Place): Named {
  const borne = [unit, ...unit.changes];
  const bare = new Set(borne.map(({ name }) => foldPlaceName(name)));
  const full = new Set(borne.map((step) => foldPlaceName(fullName(step))));
  const words = new Set([...wordsOf([...bare]), ...wordsOf([...full])]);
  return { bare: [...bare], full: [...full], words: [...words] };
}

function wordsOf(names: readonly string[]): string[] {
  // Written together too: `hanoi`, `daklak`.
  return names.flatMap((name) => [...name.split(' '), name.replaceAll(' ', '')]);
}

/** The words of a unit and the units above it, itself first. */
export function findPlaceWords(line: readonly [Place, ...Place[]]): PlaceWords {
  const [unit] = line;
  const { bare, full, words } = nameOf(unit);
  const apart = [unit, ...unit.changes].flatMap(({ name }) =>
    // `Ea H'leo` is also looked for as `ea h leo`.
    /['’‘ʼ`]/u.test(name) ? foldPlaceName(name.replace(/['’‘ʼ`]/gu, ' ')).split(' ') : [],
  );
  const own = new Set([...wordsOf(bare), ...apart, unit.code]);
  const all = new Set([...own, ...words]);
  for (const above of line.slice(1)) {
    for (const word of nameOf(above).words) all.add(word);
  }
  return { names: [...new Set([...bare, ...full])], own: [...own], all: [...all] };
}
