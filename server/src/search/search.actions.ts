import { canDo } from '@mangnon/domain/access/posts.access.ts';
import { accept } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { dayAfter } from '@mangnon/domain/kernel/period.ts';
import { findCover } from '@mangnon/domain/places/succession.ts';
import { readPlaceQuery } from '@mangnon/domain/places/place-query.ts';
import {
  mostHits,
  searchEverything,
  searchKinds,
  type SearchGroup,
  type SearchKind,
} from '@mangnon/domain/search/search.api.ts';
import { searchAgencyRows } from '../agencies/agencies.queries.ts';
import { findPlacesAround, searchPlaceIds } from '../places/places.queries.ts';
import { presentBrief } from '../places/present-place.ts';
import { findTsQueries } from '../places/search-words.ts';
import { implementRead, type TransactionContext } from '../platform/action/action.ts';
import { findUnits, unitKey } from '../tasks/units.queries.ts';
import { findByWords, findEndedAgencies } from './search.queries.ts';

type Database = TransactionContext['database'];
type Hit = SearchGroup['hits'][number];

/** What a post must be allowed for a kind to be searched at all; the rows stand under the policies besides. */
const needs = {
  plan: 'plans.plan.read',
  task: 'tasks.task.read',
  text: 'law.text.read',
  agency: 'agencies.agency.search',
  place: 'places.place.search',
} as const satisfies Record<SearchKind, string>;

export const search = implementRead(searchEverything, {
  async answer({ query: { q } }, { database, actor, now }) {
    const today = vietnamDay(now);
    const kinds = new Set(searchKinds.filter((kind) => canDo(actor.posts, needs[kind])));
    const found = await findByWords(database, q, kinds, mostHits + 1);
    const units = await findUnits(
      database,
      found.flatMap(({ agencyId, placeId }) => (agencyId === null || placeId === null ? [] : [{ agencyId, placeId }])),
      today,
    );
    const ofWords = (asked: SearchKind): Hit[] =>
      found
        .filter(({ kind }) => kind === asked)
        .map(({ id, name, about, agencyId, placeId }) => {
          const unit = agencyId === null || placeId === null ? undefined : units.get(unitKey({ agencyId, placeId }));
          return { id, name, about: unit?.name ?? about, ended: null };
        });
    const hits: Readonly<Record<SearchKind, readonly Hit[]>> = {
      plan: ofWords('plan'),
      task: ofWords('task'),
      text: ofWords('text'),
      agency: kinds.has('agency') ? await findAgencies(database, q, today) : [],
      place: kinds.has('place') ? await findPlaces(database, q, today) : [],
    };
    const groups = searchKinds
      .filter((kind) => hits[kind].length > 0)
      .map((kind) => ({ kind, hits: hits[kind].slice(0, mostHits), more: hits[kind].length > mostHits }));
    return accept({ groups });
  },
});

async function findAgencies(database: Database, q: string, day: string): Promise<Hit[]> {
  const rows = await searchAgencyRows(database, q, mostHits + 1);
  const gone = await findEndedAgencies(
    database,
    rows.map(({ id }) => id),
    day,
  );
  return rows.map(({ id, name, place }) => {
    const ended = gone.get(id);
    const told = ended === undefined ? null : { on: dayAfter(ended.validTo), today: [...ended.today] };
    return { id, name, about: place ?? '', ended: told };
  });
}

async function findPlaces(database: Database, q: string, day: string): Promise<Hit[]> {
  const asked = readPlaceQuery(q);
  const words = findTsQueries(asked);
  if (words === null) return [];
  const { folded, code } = asked;
  const bare = asked.words.join(' ');
  const ids = await searchPlaceIds(database, { ...words, folded, bare, code, day, level: null, limit: mostHits + 1 });
  const book = await findPlacesAround(database, ids, { back: false });
  return ids.flatMap((id) => {
    const unit = book.byId.get(id);
    if (unit === undefined) return [];
    const { fullName, above, validTo, standing } = presentBrief(book, unit, day);
    const ended =
      standing === 'ended' && validTo !== null
        ? {
            on: dayAfter(validTo),
            today: findCover(book, id, day).map(({ place }) => presentBrief(book, place, day).fullName),
          }
        : null;
    return [{ id, name: fullName, about: above, ended }];
  });
}
