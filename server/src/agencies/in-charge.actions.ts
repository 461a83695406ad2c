import { makeAgencyBook, type AgencyBook } from '@mangnon/domain/agencies/agency-book.ts';
import { findHolders, type DutyHere, type Holder } from '@mangnon/domain/agencies/in-charge.ts';
import { getInCharge, type DutyHolder, type DutyLevel } from '@mangnon/domain/agencies/in-charge.api.ts';
import type { Office, OfficeRecord } from '@mangnon/domain/agencies/office.ts';
import type { OfficeSet } from '@mangnon/domain/agencies/office-set.ts';
import { standsOn } from '@mangnon/domain/kernel/period.ts';
import { accept } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { Place } from '@mangnon/domain/places/place.ts';
import type { PlaceBook } from '@mangnon/domain/places/place-book.ts';
import { findUnitsHere } from '@mangnon/domain/places/succession.ts';
import { implementRead } from '../platform/action/action.ts';
import { presentBrief } from '../places/present-place.ts';
import { loadAgencySet } from './agency-set.queries.ts';
import { listNationalLines } from './national-lines.ts';
import { loadOfficeSet } from './office-set.queries.ts';
import { findPlaceAtHand } from './places-at-hand.ts';

export const inCharge = implementRead(getInCharge, {
  answer: async ({ params, query }, { database, now }) => {
    const { on = vietnamDay(now), duty } = query;
    const found = await findPlaceAtHand(database, params.placeId, { back: true });
    if (!found.ok) return found;
    const { book, place } = found.value;
    const { units, known } = findUnitsHere(book, place.id, on);
    const lines = units.map((unit) => listLine(book, unit.place));
    const agencies = makeAgencyBook(await loadAgencySet(database));
    const offices = await loadOfficeSet(database, [...new Set(lines.flat().map(({ id }) => id))]);
    const answerLevel = (level: DutyLevel['level'], unit: Place | null): DutyLevel => {
      const here = unit === null ? [] : listDutiesHere(offices, unit.id);
      const holders = findHolders(agencies, { level, duty, day: on, placeId: unit?.id ?? null }, here);
      return {
        level,
        place: unit === null ? null : presentBrief(book, unit, on),
        holders: holders.map((holder) => presentHolder(holder, agencies, offices, unit?.id ?? null, on)),
      };
    };
    return accept({
      on,
      duty,
      place: presentBrief(book, place, on),
      grounds: lines.flatMap((line) => {
        const [unit] = line;
        if (unit === undefined) return [];
        const levels = [...line.map((one) => answerLevel(one.level, one)), answerLevel('ministry', null)];
        return [{ place: presentBrief(book, unit, on), levels }];
      }),
      known,
      nationalLines: listNationalLines(now),
    });
  },
});

/** The unit and those above it. */
function listLine(book: PlaceBook, unit: Place): Place[] {
  const line: Place[] = [];
  for (let one: Place | undefined = unit; one; one = one.parentId ? book.byId.get(one.parentId) : undefined) {
    line.push(one);
  }
  return line;
}

function isOffice(record: OfficeRecord | undefined): record is Office {
  return record?.kind === 'office';
}

function listDutiesHere(offices: OfficeSet, placeId: string): DutyHere[] {
  return [...offices.values()].flatMap((record): DutyHere[] => {
    if (record.kind !== 'office_duty') return [];
    const office = offices.get(record.officeId);
    if (!isOffice(office) || office.placeId !== placeId) return [];
    return [{ ...record, agencyId: office.agencyId }];
  });
}

function presentHolder(
  { officeId, ...holder }: Holder,
  agencies: AgencyBook,
  offices: OfficeSet,
  placeId: string | null,
  on: string,
): DutyHolder {
  const named = officeId === null ? undefined : offices.get(officeId);
  const office = isOffice(named)
    ? named
    : [...offices.values()]
        .filter(isOffice)
        .find((one) => one.placeId === placeId && one.agencyId === holder.agencyId && standsOn(one, on));
  const head = [...offices.values()].find(
    (record) =>
      record.kind === 'head' && record.role === 'head' && record.officeId === office?.id && standsOn(record, on),
  );
  return {
    ...holder,
    agencyName: agencies.byId.get(holder.agencyId)?.name ?? holder.agencyId,
    office: office === undefined ? null : { id: office.id, name: office.name, phone: office.phone },
    accountable: head?.kind === 'head' ? { name: head.name, title: head.title } : null,
  };
}
