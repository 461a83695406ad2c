import { grantsOf } from '../access/posts.access.ts';
import type { HeldPost } from '../access/reach.ts';

/** Whose tasks somebody looks over: the country, places with all below them, or single units (`agency|place`). */
export interface HeadScope {
  readonly nation: boolean;
  readonly places: readonly string[];
  readonly units: readonly string[];
}

/**
 * What the posts look over: of a post that does the tasks of its own agency this unit; of any other its place with all
 * below it, and the country where it is held in no place or nationwide. Reading is open to all of them; this only says
 * where each begins.
 */
export function scopeOfPosts(held: readonly HeldPost[]): HeadScope {
  const reading = held.filter(({ post }) => grantsOf[post]['tasks.task.read'] !== undefined);
  const ofUnit = ({ post, unit }: HeldPost) =>
    unit !== null && (grantsOf[post]['tasks.progress.report'] ?? []).some(({ rows }) => rows.includes('own_agency'));
  const others = reading.filter((one) => !ofUnit(one));
  return {
    nation: others.some(({ nationwide, placeId }) => nationwide || placeId === null),
    places: [...new Set(others.flatMap(({ placeId }) => placeId ?? []))],
    units: [...new Set(reading.filter(ofUnit).flatMap(({ unit }) => unit ?? []))],
  };
}
