import { fold } from '../kernel/fold.ts';
import { listIndicators, type Catalogue } from './catalogue.ts';
import { isCount, type Indicator } from './indicator.ts';

/** What is looked for; null asks for everything. */
export interface CatalogueQuery {
  readonly words: string | null;
  /** Number of a text, or `own`: what no text names. */
  readonly text: string | null;
  readonly subject: Indicator['subject'] | null;
}

/** The indicators of a day that have all the words in their names, codes or texts, accents aside; what is computed before what it is computed from. */
export function findIndicators(catalogue: Catalogue, day: string, query: CatalogueQuery): Indicator[] {
  const words = fold(query.words ?? '').split(' ');
  const found = listIndicators(catalogue, day).filter((one) => {
    if (query.subject !== null && one.subject !== query.subject) return false;
    const texts = one.basis.map(({ number }) => number);
    if (query.text !== null && !(query.text === 'own' ? texts.length === 0 : texts.includes(query.text))) return false;
    const known = ` ${fold([one.name.vi, one.name.en, one.code, one.officialCode ?? '', ...texts].join(' '))}`;
    return words.every((word) => known.includes(` ${word}`));
  });
  return found.toSorted((one, other) => Number(isCount(one)) - Number(isCount(other)));
}

/** The texts that name indicators on a day, with how many, the most first. */
export function countTexts(catalogue: Catalogue, day: string): { number: string; indicators: number }[] {
  const numbers = listIndicators(catalogue, day).flatMap(({ basis }) => [
    ...new Set(basis.map(({ number }) => number)),
  ]);
  return [...Map.groupBy(numbers, (number) => number)]
    .map(([number, all]) => ({ number, indicators: all.length }))
    .toSorted((one, other) => other.indicators - one.indicators || one.number.localeCompare(other.number));
}
