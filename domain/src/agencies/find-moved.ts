import { standsOn } from '../kernel/period.ts';
import type { AgencyBook } from './agency-book.ts';
import type { Duty } from './duty.ts';
import type { DutyStep, MovedAgency } from './moved-agency.ts';

type MovedDuty = MovedAgency['duties'][number];

/**
 * Who holds the duties of an agency on a day after its end, each with its way there, children first. Null where the
 * agency is not known or has not ended by then. A way whose end is not known stops at the last agency known.
 */
export function findMoved(book: AgencyBook, agencyId: string, day: string): MovedAgency | null {
  const agency = book.byId.get(agencyId);
  if (agency === undefined || agency.validTo === null || agency.validTo >= day) return null;
  const ways = follow(book, agencyId, { words: null, duties: [], steps: [] }, day);
  const moved = ways.filter(({ steps }) => steps.length > 0);
  const isOfChildren = ({ duties }: MovedDuty) => (duties.includes('children') ? 0 : 1);
  return {
    agencyId,
    agencyName: agency.name,
    endedOn: agency.validTo,
    on: day,
    duties: moved.toSorted((one, other) => isOfChildren(one) - isOfChildren(other)),
  };
}

function follow(book: AgencyBook, id: string, way: MovedDuty, day: string): MovedDuty[] {
  const agency = book.byId.get(id);
  const wasHere = way.steps.filter(({ agencyId }) => agencyId === id).length > 1;
  if (agency === undefined || standsOn(agency, day) || wasHere) return [way];
  const transfers = (book.given.get(id) ?? []).filter(
    ({ on, duties }) => on <= day && (way.steps.length === 0 || duties.some((duty) => way.duties.includes(duty))),
  );
  const ways = transfers.flatMap(({ toId, on, words, duties, basis, article, trust, sourceUrl }) => {
    const step: DutyStep = { agencyId: toId, agencyName: nameOf(book, toId), on, basis, article, trust, sourceUrl };
    const kept = way.steps.length === 0 ? duties : way.duties.filter((duty) => duties.includes(duty));
    return follow(book, toId, { words: way.words ?? words, duties: kept, steps: [...way.steps, step] }, day);
  });
  const went = new Set<Duty>(transfers.flatMap(({ duties }) => duties));
  const left = way.duties.filter((duty) => !went.has(duty));
  // What no transfer speaks of went where the agency as a whole went.
  const isTold = way.steps.length === 0 ? transfers.length > 0 : transfers.length > 0 && left.length === 0;
  if (isTold) return ways;
  const whole = (book.after.get(id) ?? [])
    .filter(({ on }) => on <= day)
    .flatMap(({ toId, on, trust }) => {
      const source = { basis: null, article: null, trust, sourceUrl: null };
      const step: DutyStep = { agencyId: toId, agencyName: nameOf(book, toId), on, ...source };
      return follow(book, toId, { ...way, duties: left, steps: [...way.steps, step] }, day);
    });
  return whole.length === 0 && ways.length === 0 ? [way] : [...ways, ...whole];
}

function nameOf(book: AgencyBook, id: string): string {
  return book.byId.get(id)?.name ?? id;
}
