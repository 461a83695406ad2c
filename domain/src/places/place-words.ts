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
}

function nameOf(unit: Place): Named {
  const borne = [unit, ...unit.changes];
  const bare = new Set(borne.map(({ name }) => foldPlaceName(name)));
  const full = new Set(borne.map((step) => foldPlaceName(fullName(step))));
  return { bare: [...bare], full: [...full] };
}

function wordsOf(names: readonly string[]): string[] {
  // Written together too: `hanoi`, `daklak`.
  return names.flatMap((name) => [...name.split(' '), name.replaceAll(' ', '')]);
}

/** The words of a unit and the units above it, itself first. */
export function findPlaceWords(line: readonly [Place, ...Place[]]): PlaceWords {
  const [unit] = line;
  const { bare, full } = nameOf(unit);
  const apart = [unit, ...unit.changes].flatMap(({ name }) =>
    // `Ea H'leo` is also looked for as `ea h leo`.
    /['’‘ʼ`]/u.test(name) ? foldPlaceName(name.replace(/['’‘ʼ`]/gu, ' ')).split(' ') : [],
  );
  const own = new Set([...wordsOf(bare), ...apart, unit.code]);
  const all = new Set([...own, ...full.flatMap((name) => name.split(' '))]);
  for (const above of line.slice(1)) {
    for (const word of wordsOf(nameOf(above).full)) all.add(word);
    for (const word of wordsOf(nameOf(above).bare)) all.add(word);
  }
  return { names: [...new Set([...bare, ...full])], own: [...own], all: [...all] };
}
