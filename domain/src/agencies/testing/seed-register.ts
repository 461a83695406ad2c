import rows from '../agencies.json' with { type: 'json' };
import { makeAgencyBook } from '../agency-book.ts';
import { readSeedAgencies } from '../seed-agencies.ts';

/** Ids as they may be, one after another: the same text the same id. */
export function makeIds(): (text: string) => string {
  const known = new Map<string, number>();
  return (text) => {
    const at = known.get(text) ?? known.size + 1;
    known.set(text, at);
    return `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
  };
}

export const seedSet = readSeedAgencies(rows, makeIds());
export const seedBook = makeAgencyBook(seedSet);
