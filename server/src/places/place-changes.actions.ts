import { accept, refuse, type Refusal, type Result } from '@mangnon/domain/kernel/result.ts';
import { tellRefusal } from '@mangnon/domain/kernel/tell-refusal.ts';
import { checkPlaces } from '@mangnon/domain/places/check-places.ts';
import { fullName } from '@mangnon/domain/places/place.ts';
import { applyPlaceChanges, type PlaceChange, type PlaceSet } from '@mangnon/domain/places/place-change.ts';
import { changePlaces, previewPlaceChanges, type PlaceProblem } from '@mangnon/domain/places/place-changes.api.ts';
import { findDifference, listConcernedIds, type PlaceDifference } from '@mangnon/domain/places/place-difference.ts';
import { findOutsideReach, type PlaceReach } from '@mangnon/domain/places/place-reach.ts';
import { placesRefusals } from '@mangnon/domain/places/places.refusals.ts';
import { implementWrite } from '../platform/action/action.ts';
import { putDecision } from './change-decisions.queries.ts';
import { describeChanges } from './describe-changes.ts';
import { findEditReach, reachesSomewhere } from './place-reach.queries.ts';
import { loadPlaceSet } from './place-set.queries.ts';
import { writeDifference } from './write-places.ts';

/** Most problems told at a time; the count tells the rest. */
const mostTold = 50;

const tell = (refusal: Refusal) => tellRefusal(placesRefusals, refusal);

interface Planned {
  readonly after: PlaceSet;
  readonly difference: PlaceDifference;
  /** What is wrong with the list as it would be. */
  readonly wrong: readonly Refusal[];
}

/** What an act would do to the list. Refuses what cannot be done at all, and what lies outside the reach. */
function plan(before: PlaceSet, changes: readonly PlaceChange[], reach: PlaceReach): Result<Planned> {
  const applied = applyPlaceChanges(before, changes);
  if (!applied.ok) return applied;
  const after = applied.value;
  const difference = findDifference(before, after);
  const outside = refuseOutside(before, after, difference, reach);
  if (!outside.ok) return outside;
  return accept({ after, difference, wrong: checkPlaces([...after.places.values()], [...after.successions.values()]) });
}

/** Refuses a difference that touches a unit outside the reach, naming the first one. */
export function refuseOutside(
  before: PlaceSet,
  after: PlaceSet,
  difference: PlaceDifference,
  reach: PlaceReach,
): Result<null> {
  const [outside] = findOutsideReach(before, after, difference, reach);
  if (outside === undefined) return accept(null);
  return refuse('places.outside_reach', { where: outside.id, details: { place: fullName(outside) } });
}

export const preview = implementWrite(previewPlaceChanges, {
  load: async (_, { database }) =>
    accept({ before: await loadPlaceSet(database, { lock: false }), reach: await findEditReach(database) }),
  authorise: ({ reach }) => reachesSomewhere(reach),
  handle: async ({ body }, { before, reach }) => {
    const planned = plan(before, body.changes, reach);
    if (!planned.ok) return accept({ changes: [], problems: [tellProblem(planned.refusal)] });
    const { after, difference, wrong } = planned.value;
    return accept({
      changes: describeChanges(after, difference),
      problems: wrong.slice(0, mostTold).map(tellProblem),
    });
  },
});

/** A unit that is there already is told by its id, not by the number of the change. */
function tellProblem(refusal: Refusal): PlaceProblem {
  const id = refusal.details?.['id'];
  const where = typeof id === 'string' ? id : (refusal.where ?? null);
  return { code: refusal.code, where, message: tell(refusal) };
}

export const change = implementWrite(changePlaces, {
  load: async (_, { database }) =>
    accept({ before: await loadPlaceSet(database, { lock: true }), reach: await findEditReach(database) }),
  authorise: ({ reach }) => reachesSomewhere(reach),
  handle: async ({ body }, { before, reach }, { database, audit, concerns, actor, now }) => {
    const planned = plan(before, body.changes, reach);
    if (!planned.ok) return planned;
    const { after, difference, wrong } = planned.value;
    if (wrong.length > 0) return refuseSet(wrong);
    const writer = { accountId: actor.accountId, now };
    const decisionId = await putDecision(database, body.decision, writer);
    await writeDifference(database, after, difference, { ...writer, decisionId });
    const counts = {
      added: difference.addedPlaces.length,
      changed: difference.changedPlaces.length,
      successions:
        difference.addedSuccessions.length +
        difference.changedSuccessions.length +
        difference.removedSuccessions.length,
    };
    concerns('place', listConcernedIds(difference));
    audit({ ...counts, decision: body.decision.number, decisionDay: body.decision.day });
    return accept(counts);
  },
});

function refuseSet(wrong: readonly Refusal[]): Result<never> {
  const [first] = wrong;
  const problems = wrong.slice(0, mostTold).map((refusal) => ({ ...refusal, message: tell(refusal) }));
  const told = first === undefined ? { vi: '', en: '' } : tell(first);
  return {
    ok: false,
    refusal: {
      code: 'places.set_refused',
      ...(first?.where === undefined ? {} : { where: first.where }),
      details: { count: wrong.length, first: told.vi, firstEn: told.en, problems },
    },
  };
}
