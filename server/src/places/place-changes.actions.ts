import { accept, type Refusal, type Result } from '@mangnon/domain/kernel/result.ts';
import { fillSentence, type Sentence } from '@mangnon/domain/kernel/sentence.ts';
import { checkPlaces } from '@mangnon/domain/places/check-places.ts';
import { applyPlaceChanges } from '@mangnon/domain/places/place-change.ts';
import { findDifference } from '@mangnon/domain/places/place-difference.ts';
import { changePlaces } from '@mangnon/domain/places/places.api.ts';
import { placesRefusals } from '@mangnon/domain/places/places.refusals.ts';
import { implementWrite } from '../platform/action/action.ts';
import { loadPlaceSet } from './place-set.queries.ts';
import { writeDifference } from './write-places.ts';

/** Most problems told at a time; the count tells the rest. */
const mostTold = 50;

/** What a refusal says in both languages, with the unit it concerns. */
export function tellRefusal({ code, where, details }: Refusal): Sentence {
  const sentences: Readonly<Record<string, Sentence>> = placesRefusals;
  const sentence = sentences[code];
  if (sentence === undefined) throw new Error(`no sentence stands for the refusal ${code}`);
  const filling = { where, ...details };
  return { vi: fillSentence(sentence.vi, filling), en: fillSentence(sentence.en, filling) };
}

export const change = implementWrite(changePlaces, {
  load: async (_, { database }) => accept(await loadPlaceSet(database, { lock: true })),
  authorise: () => true,
  handle: async ({ body }, before, { database, audit }) => {
    const applied = applyPlaceChanges(before, body.changes);
    if (!applied.ok) return applied;
    const after = applied.value;
    const wrong = checkPlaces([...after.places.values()], [...after.successions.values()]);
    if (wrong.length > 0) return refuseSet(wrong);
    const difference = findDifference(before, after);
    await writeDifference(database, after, difference);
    const counts = {
      added: difference.addedPlaces.length,
      changed: difference.changedPlaces.length,
      successions:
        difference.addedSuccessions.length +
        difference.changedSuccessions.length +
        difference.removedSuccessions.length,
    };
    audit(counts);
    return accept(counts);
  },
});

function refuseSet(wrong: readonly Refusal[]): Result<never> {
  const [first] = wrong;
  const problems = wrong.slice(0, mostTold).map((refusal) => ({ ...refusal, message: tellRefusal(refusal) }));
  const told = first === undefined ? { vi: '', en: '' } : tellRefusal(first);
  return {
    ok: false,
    refusal: {
      code: 'places.set_refused',
      ...(first?.where === undefined ? {} : { where: first.where }),
      details: { count: wrong.length, first: told.vi, firstEn: told.en, problems },
    },
  };
}
