import { findCircles } from '../kernel/find-circles.ts';
import type { Refusal } from '../kernel/result.ts';
import { fullName, type Place, type Succession } from './place.ts';
import type { PlaceBook } from './place-book.ts';

/** Shares of one old unit may differ from one by this much (they are rounded in the sources). */
const weightTolerance = 0.001;

/** What is wrong with the successions of a book, each with the place it concerns. */
export function checkSuccessions(successions: readonly Succession[], book: PlaceBook): Refusal[] {
  return [...successions.flatMap((step) => checkStep(step, book)), ...findBadWeights(book), ...findCirclesOf(book)];
}

function nameOf(book: PlaceBook, id: string): string {
  const unit = book.byId.get(id);
  return unit === undefined ? id : fullName(unit);
}

function checkStep(step: Succession, book: PlaceBook): Refusal[] {
  const { fromId, toId, on } = step;
  const where = `${fromId} > ${toId}`;
  const from = book.byId.get(fromId);
  const to = book.byId.get(toId);
  const place = from === undefined ? fromId : fullName(from);
  if (from === undefined || to === undefined) {
    return [{ code: 'places.unknown_place', where, details: { place, id: from === undefined ? fromId : toId } }];
  }
  const found: Refusal[] = [];
  if (!isInTime(from, to, on)) found.push({ code: 'places.succession_time', where, details: { place, day: on } });
  const siblings = book.after.get(fromId) ?? [];
  if (siblings.some((other) => other !== step && other.toId === toId)) {
    found.push({ code: 'places.succession_twice', where, details: { place, other: fullName(to) } });
  }
  // Sources contradict each other in places: what a single one says stands beside the rest, marked as unverified.
  const sure = siblings.filter(({ trust }) => trust !== 'unverified');
  if (step.kind === 'whole' && step.trust !== 'unverified' && sure.length > 1) {
    found.push({ code: 'places.whole_and_more', where, details: { place } });
  }
  if (step.weight !== null && (step.kind === 'unknown' || (step.kind === 'whole' && step.weight !== 1))) {
    found.push({ code: 'places.weight_without_part', where, details: { place } });
  }
  return found;
}

/** The old unit stood before the day (and may go on with what is left of it); the new one stood on it. */
function isInTime(from: Place, to: Place, on: string): boolean {
  const began = from.validFrom === null || from.validFrom < on;
  const stands = (to.validFrom === null || to.validFrom <= on) && (to.validTo === null || on <= to.validTo);
  return began && stands && (from.validTo === null || from.validTo < on);
}

function findBadWeights(book: PlaceBook): Refusal[] {
  return [...book.after].flatMap(([fromId, steps]): Refusal[] => {
    const weighted = steps.filter(({ weight }) => weight !== null);
    if (weighted.length === 0) return [];
    const place = nameOf(book, fromId);
    if (weighted.length < steps.length) {
      return [{ code: 'places.weight_missing', where: fromId, details: { place } }];
    }
    const sum = weighted.reduce((total, { weight }) => total + (weight ?? 0), 0);
    if (Math.abs(sum - 1) <= weightTolerance) return [];
    return [{ code: 'places.weights_not_one', where: fromId, details: { place, sum: Number(sum.toFixed(3)) } }];
  });
}

function findCirclesOf(book: PlaceBook): Refusal[] {
  const after = new Map([...book.after].map(([id, steps]) => [id, steps.map(({ toId }) => toId)]));
  return findCircles(after).map((id) => ({
    code: 'places.succession_circle',
    where: id,
    details: { place: nameOf(book, id) },
  }));
}
