import type { PlaceQuery } from '@mangnon/domain/places/place-query.ts';

/**
 * The question in PostgreSQL's own words: any of its words in the unit's own names; every one of them in all its
 * words. `null` where nothing is asked.
 *
 * The last word may be half typed; a number is whole, so that Phường 1 is not Phường 10. A single letter begins half
 * of all names, so it selects nothing by itself; it still counts for the order.
 */
export function findTsQueries({ words, code }: PlaceQuery): { own: string; all: string } | null {
  const last = words.at(-1);
  const typing = last !== undefined && /^\p{L}$/u.test(last) && words.length > 1;
  const terms = (typing ? words.slice(0, -1) : words).map((word, at, all) =>
    at === all.length - 1 && !typing && /\D.*\D/.test(word) ? `'${word}':*` : `'${word}'`,
  );
  if (code !== null) terms.push(`'${code}'`);
  if (terms.length === 0) return null;
  const some = terms.join(' | ');
  return { own: some, all: code === null ? terms.join(' & ') : some };
}
