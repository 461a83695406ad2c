import { agenciesRefusals } from '@mangnon/domain/agencies/agencies.refusals.ts';
import { applyOfficeChanges } from '@mangnon/domain/agencies/apply-office-changes.ts';
import { checkOffices } from '@mangnon/domain/agencies/check-offices.ts';
import type { OfficeChange } from '@mangnon/domain/agencies/office-change.ts';
import { findOfficeDifference } from '@mangnon/domain/agencies/office-difference.ts';
import { tellOfficeHistory } from '@mangnon/domain/agencies/office-history.ts';
import { nameRecord } from '@mangnon/domain/agencies/office-set.ts';
import { changeOffices, getOfficeHistory, getOffices } from '@mangnon/domain/agencies/offices.api.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { implementRead, implementWrite } from '../platform/action/action.ts';
import { presentBrief } from '../places/present-place.ts';
import { loadAgencySet } from './agency-set.queries.ts';
import { listNationalLines } from './national-lines.ts';
import { listOfficeStates } from './office-history.queries.ts';
import { findOfficeReach, loadOfficeSet, loadPlaceRecords, lockProvince } from './office-set.queries.ts';
import { findPlaceAtHand } from './places-at-hand.ts';
import { presentOffices } from './present-offices.ts';
import { refuseAll } from './refuse-all.ts';
import { writeOffices } from './write-offices.queries.ts';

export const get = implementRead(getOffices, {
  answer: async ({ params, query }, { database, now }) => {
    const on = query.on ?? vietnamDay(now);
    const found = await findPlaceAtHand(database, params.placeId);
    if (!found.ok) return found;
    const { book, place } = found.value;
    const { agencies } = await loadAgencySet(database);
    const stored = await loadPlaceRecords(database, place.id);
    return accept({
      on,
      place: presentBrief(book, place, on),
      ...presentOffices(stored, { on, now, all: query.all === 'yes', agencies }),
      nationalLines: listNationalLines(now),
      can: await findOfficeReach(database, place.id),
    });
  },
});

export const history = implementRead(getOfficeHistory, {
  answer: async ({ params, query }, { database }) => {
    const states = await listOfficeStates(database, { ...params, kind: query.kind });
    if (states.length === 0) return refuse('offices.no_record', { where: 'recordId' });
    return accept({ entries: tellOfficeHistory(states) });
  },
});

export const change = implementWrite(changeOffices, {
  load: async ({ params }, { database }) => {
    const found = await findPlaceAtHand(database, params.placeId);
    if (!found.ok) return found;
    const { place } = found.value;
    await lockProvince(database, place.id);
    const { agencies } = await loadAgencySet(database);
    const set = await loadOfficeSet(database, [place.id]);
    return accept({ place, agencies, set, reach: await findOfficeReach(database, place.id) });
  },
  authorise: ({ reach }) => reach.edit,
  handle: async ({ body }, { place, agencies, set }, { database, now, actor, audit }) => {
    const here = keepToPlace(body.changes, place.id);
    if (!here.ok) return here;
    const applied = applyOfficeChanges(set, body.changes);
    if (!applied.ok) return applied;
    const wrong = checkOffices(applied.value, { places: new Map([[place.id, place]]), agencies });
    if (wrong.length > 0) return refuseAll('offices.set_refused', agenciesRefusals, wrong);
    const difference = findOfficeDifference(set, applied.value);
    await writeOffices(database, difference, { accountId: actor.accountId, now });
    const { added, amended, ended, withdrawn } = difference;
    const counts = {
      added: added.length,
      amended: amended.length,
      ended: ended.length,
      withdrawn: withdrawn.length,
    };
    audit(counts);
    return accept(counts);
  },
});

/** What is written under the address of a place belongs to that place. */
function keepToPlace(changes: readonly OfficeChange[], placeId: string): Result<null> {
  for (const [at, change] of changes.entries()) {
    if (!('record' in change) || !('placeId' in change.record) || change.record.placeId === placeId) continue;
    const { vi, en } = nameRecord(change.record);
    return refuse('offices.other_place', { where: `changes.${at}`, details: { name: vi, nameEn: en } });
  }
  return accept(null);
}
