import type { Holding, NewHolding } from '@mangnon/domain/access/accounts.api.ts';
import { findOpposed } from '@mangnon/domain/access/giving.ts';
import { needsOf } from '@mangnon/domain/access/post-needs.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import { findGrounds, type HoldingGround } from './post-holdings.queries.ts';

/** A post as far as others can stand in its way. */
type Standing = Pick<NewHolding, 'post' | 'placeId' | 'agencyId' | 'unit' | 'validFrom' | 'validTo'>;

/**
 * Whether these posts may be given to a person who holds `held`: known units that stand all the time, what each post
 * needs, the giver's own reach, nothing twice at a time, nothing that does not go together. `at` names the place of
 * each in the input.
 */
export async function checkHoldings(
  given: readonly NewHolding[],
  held: readonly Holding[],
  at: (index: number) => string,
  { database, now }: TransactionContext,
): Promise<Result<null>> {
  const grounds = await findGrounds(database, given, now);
  const today = vietnamDay(now);
  const before: Standing[] = held
    .filter(({ standing }) => standing !== 'ended')
    .map(({ place, agency, ...one }) => ({ ...one, placeId: place?.id ?? null, agencyId: agency?.id ?? null }));
  for (const [index, one] of given.entries()) {
    const ground = grounds[index];
    if (ground === undefined) throw new Error('a post without an answer about its ground');
    const checked = firstRefusal([
      () => checkNeeds(one, ground, at(index)),
      () => checkPeriod(one, ground, at(index), today),
      () => (ground.mayGive ? accept(null) : refuse('access.post_not_yours_to_give', { where: `${at(index)}.post` })),
      () => checkBeside(one, [...before, ...given.slice(0, index)], at(index), today),
    ]);
    if (!checked.ok) return checked;
  }
  return accept(null);
}

function firstRefusal(checks: readonly (() => Result<null>)[]): Result<null> {
  for (const check of checks) {
    const result = check();
    if (!result.ok) return result;
  }
  return accept(null);
}

/** Its place and agency: known, and of the kind the post is held in. */
function checkNeeds(held: NewHolding, { place, agency }: HoldingGround, at: string): Result<null> {
  const { placeId, agencyId, nationwide, post } = held;
  const needs = needsOf[post];
  if (nationwide && (!needs.nationwide || placeId))
    return refuse('access.post_not_nationwide', { where: `${at}.nationwide` });
  if (placeId && place === null)
    return refuse('access.post_place_unknown', { where: `${at}.placeId`, details: { place: placeId } });
  if (agencyId && agency === null)
    return refuse('access.post_agency_unknown', { where: `${at}.agencyId`, details: { agency: agencyId } });
  if (needs.place === 'none' && placeId) return refuse('access.post_without_place', { where: `${at}.placeId` });
  if (needs.place !== 'none' && !placeId && !nationwide)
    return refuse(`access.post_needs_${needs.place}`, { where: `${at}.placeId` });
  const fits = needs.place === 'any' ? place?.level !== 'district' : place?.level === needs.place;
  if (place !== null && needs.place !== 'none' && !fits)
    return refuse(`access.post_needs_${needs.place}`, { where: `${at}.placeId`, details: { place: place.name } });
  if (needs.agency === 'must' && !agencyId) return refuse('access.post_needs_agency', { where: `${at}.agencyId` });
  if (needs.agency === 'none' && agencyId) return refuse('access.post_without_agency', { where: `${at}.agencyId` });
  return accept(null);
}

/** Its days: in order, not all over, and within the time of its place and agency. */
function checkPeriod(held: NewHolding, ground: HoldingGround, at: string, today: string): Result<null> {
  const from = held.validFrom ?? today;
  const to = held.validTo ?? null;
  if (to !== null && to < from)
    return refuse('access.post_ends_before_it_begins', {
      where: `${at}.validTo`,
      details: { from: written(from), to: written(to) },
    });
  if (to !== null && to < today)
    return refuse('access.post_over', { where: `${at}.validTo`, details: { to: written(to) } });
  for (const unit of [ground.place, ground.agency]) {
    if (unit === null) continue;
    const details = { unit: unit.name, from: written(unit.from ?? ''), to: written(unit.to ?? '') };
    if (unit.from !== null && from < unit.from)
      return refuse('access.post_before_unit', { where: `${at}.validFrom`, details });
    if (unit.to !== null && from > unit.to)
      return refuse('access.post_after_unit', {
        where: `${at}.${unit === ground.place ? 'placeId' : 'agencyId'}`,
        details,
      });
    if (unit.to !== null && (to === null || to > unit.to))
      return refuse('access.post_beyond_unit', { where: `${at}.validTo`, details });
  }
  return accept(null);
}

const written = (day: string) => day.split('-').toReversed().join('/');

/** Beside the other posts of the person. */
function checkBeside(held: NewHolding, others: readonly Standing[], at: string, today: string): Result<null> {
  const atOnce = others.filter((other) => overlap(held, other, today));
  const twice = atOnce.find(
    (other) =>
      other.post === held.post &&
      (other.placeId ?? null) === (held.placeId ?? null) &&
      (other.agencyId ?? null) === (held.agencyId ?? null) &&
      (other.unit ?? '') === (held.unit ?? ''),
  );
  if (twice !== undefined)
    return refuse('access.post_twice', {
      where: `${at}.validFrom`,
      details: { from: written(twice.validFrom ?? today), to: written(twice.validTo ?? '…') },
    });
  const opposed = findOpposed(
    held.post,
    atOnce.map(({ post }) => post),
  );
  if (opposed !== null) return refuse('access.posts_opposed', { where: `${at}.post`, details: { opposed } });
  return accept(null);
}

function overlap(one: Standing, other: Standing, today: string): boolean {
  const end = '9999-12-31';
  return (one.validFrom ?? today) <= (other.validTo ?? end) && (other.validFrom ?? today) <= (one.validTo ?? end);
}
