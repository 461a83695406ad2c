import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import {
  afterSentences,
  beforeSentences,
  compareWithAfter,
  compareWithBefore,
} from '@mangnon/domain/places/comparability.ts';
import type { Place } from '@mangnon/domain/places/place.ts';
import type { PlaceBook } from '@mangnon/domain/places/place-book.ts';
import { isInReach } from '@mangnon/domain/places/place-reach.ts';
import { readPlaceQuery } from '@mangnon/domain/places/place-query.ts';
import {
  getPlace,
  getReportingChain,
  getUnitsHere,
  searchPlaces,
  type UnitsHereAnswer,
} from '@mangnon/domain/places/places.api.ts';
import { getPlaceHistory } from '@mangnon/domain/places/place-history.api.ts';
import { findReportingChain } from '@mangnon/domain/places/reporting-chain.ts';
import { findCover, findPredecessors, findSuccessors, findUnitsHere } from '@mangnon/domain/places/succession.ts';
import { implementRead, type TransactionContext } from '../platform/action/action.ts';
import { findEditReach } from './place-reach.queries.ts';
import { listChanges, listDecisions } from './place-history.queries.ts';
import { findPlacesAround, listChildren, searchPlaceIds } from './places.queries.ts';
import { presentBrief, presentCover, presentLink } from './present-place.ts';
import { findTsQueries } from './search-words.ts';
import { tellPlaceChange } from './tell-place-history.ts';

export const search = implementRead(searchPlaces, {
  answer: async ({ query }, { database, now }) => {
    const on = query.on ?? vietnamDay(now);
    const asked = readPlaceQuery(query.q);
    const words = findTsQueries(asked);
    if (words === null) return accept({ on, places: [] });
    const { folded, code } = asked;
    const { level = null, limit } = query;
    const ids = await searchPlaceIds(database, {
      ...words,
      folded,
      bare: asked.words.join(' '),
      code,
      day: on,
      level,
      limit,
    });
    const book = await findPlacesAround(database, ids, { back: false });
    const places = ids.flatMap((id) => {
      const unit = book.byId.get(id);
      if (unit === undefined) return [];
      const brief = presentBrief(book, unit, on);
      const now = brief.standing === 'ended' ? findCover(book, id, on) : [];
      return [{ ...brief, now: now.map((cover) => presentCover(book, cover, on)) }];
    });
    return accept({ on, places });
  },
});

interface Asked {
  readonly params: { readonly placeId: string };
  readonly query: { readonly on?: string | undefined };
}

async function findAsked(
  { params, query }: Asked,
  { database, now }: TransactionContext,
): Promise<Result<{ book: PlaceBook; unit: Place; on: string }>> {
  const book = await findPlacesAround(database, [params.placeId], { back: true });
  const unit = book.byId.get(params.placeId);
  if (unit === undefined) return refuse('places.not_found', { where: 'placeId' });
  return accept({ book, unit, on: query.on ?? vietnamDay(now) });
}

/** A day on which the unit is known to have stood, the nearest to the one asked for. */
function nearestDay(unit: Place, day: string): string {
  if (day < unit.knownFrom) return unit.knownFrom;
  return unit.validTo !== null && unit.validTo < day ? unit.validTo : day;
}

function presentHere(book: PlaceBook, unit: Place, on: string): UnitsHereAnswer {
  const { units, known } = findUnitsHere(book, unit.id, on);
  const knownFrom = [unit, ...units.map(({ place }) => place)].map((one) => one.knownFrom).toSorted()[0];
  return {
    on,
    units: units.map((cover) => presentCover(book, cover, on)),
    known,
    knownFrom: knownFrom ?? unit.knownFrom,
  };
}

export const get = implementRead(getPlace, {
  answer: async (input, context) => {
    const asked = await findAsked(input, context);
    if (!asked.ok) return asked;
    const { book, unit, on } = asked.value;
    const childrenOn = nearestDay(unit, on);
    const children = await listChildren(context.database, unit.id, childrenOn);
    const parent = unit.parentId === null ? undefined : book.byId.get(unit.parentId);
    const before = compareWithBefore(book, unit.id);
    const after = compareWithAfter(book, unit.id);
    const successors = findSuccessors(book, unit.id);
    return accept({
      on,
      place: presentBrief(book, unit, on),
      knownFrom: unit.knownFrom,
      began: { type: unit.type, name: unit.name },
      changes: unit.changes,
      parent: parent === undefined ? null : presentBrief(book, parent, childrenOn),
      childrenOn,
      children: children.map((child) => presentBrief(book, child, childrenOn)),
      predecessors: findPredecessors(book, unit.id).map((found) => presentLink(book, found, on)),
      successors: successors.map((found) => presentLink(book, found, on)),
      before: { kind: before, sentence: beforeSentences[before] },
      after: unit.validTo === null && successors.length === 0 ? null : { kind: after, sentence: afterSentences[after] },
      here: presentHere(book, unit, on),
      decisions: await listDecisions(context.database, unit.id),
      can: { edit: isInReach(book, unit, await findEditReach(context.database)) },
    });
  },
});

/** Most changes told of one unit. */
const mostChanges = 200;

export const history = implementRead(getPlaceHistory, {
  answer: async ({ params: { placeId } }, { database }) => {
    const book = await findPlacesAround(database, [placeId], { back: false });
    if (!book.byId.has(placeId)) return refuse('places.not_found', { where: 'placeId' });
    return accept({ entries: (await listChanges(database, placeId, mostChanges)).map(tellPlaceChange) });
  },
});

export const here = implementRead(getUnitsHere, {
  answer: async (input, context) => {
    const asked = await findAsked(input, context);
    if (!asked.ok) return asked;
    const { book, unit, on } = asked.value;
    return accept(presentHere(book, unit, on));
  },
});

export const chain = implementRead(getReportingChain, {
  answer: async (input, context) => {
    const asked = await findAsked(input, context);
    if (!asked.ok) return asked;
    const { book, unit, on } = asked.value;
    const links = findReportingChain(book, unit.id, on);
    const { standing } = presentBrief(book, unit, on);
    return accept({
      on,
      links: links?.map(({ level, place }) => ({ level, place: place && presentBrief(book, place, on) })) ?? null,
      reason: links === null ? noChain[standing] : null,
    });
  },
});

const noChain = {
  stood: {
    vi: 'Không rõ cấp trên của đơn vị này vào ngày đó.',
    en: 'Which unit stood above this one on that day is not known.',
  },
  not_yet: { vi: 'Ngày đó đơn vị này chưa có.', en: 'This unit did not exist yet on that day.' },
  ended: { vi: 'Ngày đó đơn vị này không còn nữa.', en: 'This unit no longer existed on that day.' },
  unknown: {
    vi: 'Dữ liệu chưa ghi nhận ngày đó, nên không nói chắc được.',
    en: 'Our sources do not reach back to that day, so this cannot be said.',
  },
} as const;
