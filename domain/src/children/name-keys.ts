import { fold } from '../kernel/fold.ts';

/** The years of birth a name is looked for in, both included. */
export interface BirthYears {
  readonly from: number;
  readonly to: number;
}

/** A child's name is never looked for over more years than a childhood has, and two of doubt. */
export const mostBirthYears = 20;

const unknownYear = 'unknown';

/**
 * The syllables of a name as it is compared: no accents, so old and new tone placement meet; `y` after a consonant as
 * `i` (Lý and Lí); a clan's `H'` or `K'` joined to what follows however it was written.
 */
export function nameSyllables(name: string): string[] {
  const folded = fold(name.normalize('NFC').replace(/(?<=\p{L}\p{M}*)['’‘ʼ`´](?=\p{L})/gu, ''));
  const joined = folded.replace(/\b([hk]) (?=\p{L})/gu, '$1');
  return joined
    .split(' ')
    .filter((syllable) => syllable !== '')
    .map((syllable) => syllable.replace(/^([bcdghklmnprstvx]+|qu)y$/u, '$1i'));
}

/**
 * What a child is found by: the whole name in any order, and the first with the last syllable for a name told without
 * its middle ones, each together with the year of birth. A single syllable gives nothing: a family name alone is
 * borne by half a commune and would tell almost as much as the plain name.
 */
export function storedNameKeys(name: string, birthYear: number | null): string[] {
  const forms = nameForms(name);
  const year = birthYear === null ? unknownYear : String(birthYear);
  return forms.map((form) => `${year}|${form}`);
}

/**
 * What to look for: every form of the name in each of the years, and among those whose year is not known. Empty where
 * the name has fewer than two syllables; more than `mostBirthYears` years throw, the contract has refused them before.
 */
export function askedNameKeys(name: string, years: BirthYears): string[] {
  const count = years.to - years.from + 1;
  if (!Number.isInteger(count) || count < 1 || count > mostBirthYears) {
    throw new Error(`names are looked for in 1 to ${mostBirthYears} years, not ${count}`);
  }
  const asked = [unknownYear, ...Array.from({ length: count }, (_, at) => String(years.from + at))];
  return nameForms(name).flatMap((form) => asked.map((year) => `${year}|${form}`));
}

function nameForms(name: string): string[] {
  const syllables = nameSyllables(name);
  const [first, last] = [syllables[0], syllables.at(-1)];
  if (syllables.length < 2 || first === undefined || last === undefined) return [];
  return [`whole|${syllables.toSorted().join(' ')}`, `ends|${[first, last].toSorted().join(' ')}`];
}

/**
 * How near a name found is to the one asked for, nearest first: 0 the same letters and tones, 1 the same but for
 * accents, 2 another order, 3 middle names missing on one side.
 */
export function nameDistance(asked: string, found: string): 0 | 1 | 2 | 3 {
  if (spelling(asked) === spelling(found)) return 0;
  const [a, b] = [nameSyllables(asked), nameSyllables(found)];
  if (a.join(' ') === b.join(' ')) return 1;
  return a.toSorted().join(' ') === b.toSorted().join(' ') ? 2 : 3;
}

/** With accents, each tone mark after its syllable: Hoà and Hòa are one spelling. */
function spelling(name: string): string {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
  return name
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((syllable) => syllable !== '')
    .map((syllable) => syllable.replace(tones, '') + (syllable.match(tones) ?? []).join(''))
    .join(' ');
}
