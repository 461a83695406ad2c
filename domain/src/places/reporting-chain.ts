import { stoodOn, type Place, type PlaceLevel } from './place.ts';
import type { PlaceBook } from './place-book.ts';

export interface ChainLink {
  readonly level: PlaceLevel | 'ministry';
  /** Null for the ministry. */
  readonly place: Place | null;
}

/**
 * Through whom a unit reports on a day, itself first, the ministry last: commune, district, province, ministry until
 * 30/06/2025; commune, province, ministry after (Luật 72/2025/QH15). The chain follows the parents that stood on that
 * day; a parent that had ended by then breaks it, and the answer is null.
 */
export function findReportingChain(book: PlaceBook, id: string, day: string): ChainLink[] | null {
  const chain: ChainLink[] = [];
  let unit = book.byId.get(id);
  while (unit !== undefined) {
    if (!stoodOn(unit, day)) return null;
    chain.push({ level: unit.level, place: unit });
    unit = unit.parentId === null ? undefined : book.byId.get(unit.parentId);
  }
  if (chain.at(-1)?.level !== 'province') return null;
  return [...chain, { level: 'ministry', place: null }];
}
