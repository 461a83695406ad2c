import {
  getAgency,
  getAgencyHistory,
  listAgencies,
  searchAgencies,
  type AgencyBrief,
} from '@mangnon/domain/agencies/agencies.api.ts';
import type { Agency } from '@mangnon/domain/agencies/agency.ts';
import { makeAgencyBook, type AgencyBook } from '@mangnon/domain/agencies/agency-book.ts';
import { findMoved } from '@mangnon/domain/agencies/find-moved.ts';
import { standsOn } from '@mangnon/domain/kernel/period.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { Transaction } from 'kysely';
import { implementRead } from '../platform/action/action.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { findPlacesAround } from '../places/places.queries.ts';
import { listPlaceNames, searchAgencyRows } from './agencies.queries.ts';
import { listAgencyChanges } from './agency-history.queries.ts';
import { findAgencyReach, keepsAgency, keepsSomething } from './agency-reach.queries.ts';
import { loadAgencySet } from './agency-set.queries.ts';
import { tellAgencyChange } from './tell-agency-history.ts';

export const search = implementRead(searchAgencies, {
  answer: async ({ query }, { database }) =>
    accept({ agencies: await searchAgencyRows(database, query.q, query.limit) }),
});

export const list = implementRead(listAgencies, {
  answer: async ({ query }, { database, now }) => {
    const on = query.on ?? vietnamDay(now);
    const { agencies, duties } = await loadAgencySet(database);
    const held = Map.groupBy(
      [...duties.values()].filter((duty) => standsOn(duty, on)),
      ({ agencyId }) => agencyId,
    );
    const shown = [...agencies.values()].filter(({ level }) => query.level === undefined || level === query.level);
    const places = await findPlaceNames(database, agencies);
    const reach = await findAgencyReach(database);
    return accept({
      on,
      agencies: shown.map((agency) => ({
        ...presentAgency(agency, places, on),
        aliases: agency.aliases,
        duties: (held.get(agency.id) ?? []).map(({ duty }) => duty),
      })),
      can: { add: keepsSomething(reach), everywhere: reach.everywhere },
    });
  },
});

export const get = implementRead(getAgency, {
  answer: async ({ params, query }, { database, now }) => {
    const on = query.on ?? vietnamDay(now);
    const book = makeAgencyBook(await loadAgencySet(database));
    const agency = book.byId.get(params.agencyId);
    if (agency === undefined) return refuse('agencies.not_found', { where: 'agencyId' });
    const { id, aliases, type, several, note, sourceUrl, verified } = agency;
    const duties = book.duties.filter(({ agencyId }) => agencyId === id);
    const places = await findPlaceNames(database, book.byId);
    const brief = (otherId: string) => presentAgency(agencyOf(book, otherId), places, on);
    // What stands everywhere does not list what this or that place has done of its own.
    const isTold = ({ fromId }: { readonly fromId: string }) =>
      agency.placeId !== null || agencyOf(book, fromId).placeId === null;
    return accept({
      on,
      agency: brief(id),
      aliases,
      type,
      several,
      note,
      sourceUrl,
      verified,
      duties: duties.map(({ validFrom, validTo, ...duty }) => ({ ...duty, since: validFrom, until: validTo })),
      predecessors: (book.before.get(id) ?? []).filter(isTold).map((step) => ({ ...step, agency: brief(step.fromId) })),
      successors: (book.after.get(id) ?? []).map((step) => ({ ...step, agency: brief(step.toId) })),
      given: (book.given.get(id) ?? []).map((one) => ({ ...one, agency: brief(one.toId) })),
      received: (book.received.get(id) ?? []).filter(isTold).map((one) => ({ ...one, agency: brief(one.fromId) })),
      moved: findMoved(book, id, on),
      can: await findRights(database, agency),
    });
  },
});

/** Most changes told of one agency. */
const mostChanges = 200;

export const history = implementRead(getAgencyHistory, {
  answer: async ({ params: { agencyId } }, { database }) => {
    const { agencies } = await loadAgencySet(database);
    if (!agencies.has(agencyId)) return refuse('agencies.not_found', { where: 'agencyId' });
    const changes = await listAgencyChanges(database, agencyId, mostChanges);
    const placeIds = changes.flatMap(({ kind, before, after }) =>
      kind === 'agency' ? [before, after].flatMap((one) => one?.placeId ?? []) : [],
    );
    const places = await listPlaceNames(database, [...new Set(placeIds)]);
    const names = {
      agency: (id: string) => agencies.get(id)?.name ?? id,
      place: (id: string) => places.get(id) ?? id,
    };
    return accept({ entries: changes.map((row) => tellAgencyChange(row, agencyId, names)) });
  },
});

async function findRights(database: Transaction<DB>, agency: Agency) {
  const reach = await findAgencyReach(database);
  const ids = agency.placeId === null || reach.everywhere ? [] : [agency.placeId];
  const book = await findPlacesAround(database, ids, { back: false });
  return { edit: keepsAgency(book, agency, reach), everywhere: reach.everywhere };
}

type PlaceNames = ReadonlyMap<string, string>;

async function findPlaceNames(database: Transaction<DB>, agencies: ReadonlyMap<string, Agency>): Promise<PlaceNames> {
  return listPlaceNames(database, [...new Set([...agencies.values()].flatMap(({ placeId }) => placeId ?? []))]);
}

function presentAgency(agency: Agency, places: PlaceNames, on: string): AgencyBrief {
  const { id, name, level, placeId, validFrom, validTo } = agency;
  const place = placeId === null ? null : { id: placeId, fullName: places.get(placeId) ?? placeId };
  return { id, name, level, place, validFrom, validTo, stands: standsOn(agency, on) };
}

function agencyOf(book: AgencyBook, id: string): Agency {
  const agency = book.byId.get(id);
  if (agency === undefined) throw new Error(`a step of the register leads to ${id}, which is not there`);
  return agency;
}
