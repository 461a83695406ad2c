import { randomUUID } from 'node:crypto';
import { agenciesRefusals } from '@mangnon/domain/agencies/agencies.refusals.ts';
import type { Agency } from '@mangnon/domain/agencies/agency.ts';
import { describeOfficeChanges } from '@mangnon/domain/agencies/describe-office-changes.ts';
import { findOfficeDifference, type OfficeDifference } from '@mangnon/domain/agencies/office-difference.ts';
import {
  exportOffices,
  importOffices,
  previewOfficeImport,
  type OfficeImportPreview,
} from '@mangnon/domain/agencies/office-exchange.api.ts';
import type { OfficeSet } from '@mangnon/domain/agencies/office-set.ts';
import { readOfficeSheets } from '@mangnon/domain/agencies/read-office-sheets.ts';
import { writeOfficeSheets } from '@mangnon/domain/agencies/write-office-sheets.ts';
import { accept, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { Place } from '@mangnon/domain/places/place.ts';
import { implementRead, implementWrite, type TransactionContext } from '../platform/action/action.ts';
import { checkImport, fingerprintOf, mostTold, tellBadRows } from '../platform/workbook/check-import.ts';
import { receiveWorkbook, type ReceivedWorkbook } from '../platform/workbook/receive-workbook.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { findPlacesAround } from '../places/places.queries.ts';
import { loadAgencySet } from './agency-set.queries.ts';
import { findOfficeReach, listPlaceIdsBelow, loadOfficeSet, lockProvince } from './office-set.queries.ts';
import { findPlaceAtHand } from './places-at-hand.ts';
import { writeOffices } from './write-offices.queries.ts';

interface Stored {
  readonly places: ReadonlyMap<string, Place>;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly set: OfficeSet;
  readonly mayEdit: boolean;
}

async function loadBelow(
  placeId: string,
  { database }: TransactionContext,
  { lock }: { readonly lock: boolean },
): Promise<Result<Stored>> {
  const found = await findPlaceAtHand(database, placeId);
  if (!found.ok) return found;
  if (lock) await lockProvince(database, placeId);
  const ids = await listPlaceIdsBelow(database, placeId);
  const book = await findPlacesAround(database, ids, { back: false });
  const within = new Set(ids);
  const { agencies } = await loadAgencySet(database);
  return accept({
    places: new Map([...book.byId].filter(([id]) => within.has(id))),
    agencies,
    set: await loadOfficeSet(database, ids),
    mayEdit: (await findOfficeReach(database, placeId)).edit,
  });
}

interface Planned {
  readonly difference: OfficeDifference;
  readonly preview: OfficeImportPreview;
}

/** What a workbook would do to the records of a place and below as they stand now. */
function plan({ places, agencies, set }: Stored, workbook: ReceivedWorkbook, now: Date): Result<Planned> {
  const within = [...places.values()];
  const reading = { within, places, agencies, today: vietnamDay(now), newId: randomUUID };
  const read = readOfficeSheets(set, workbook.sheets, reading);
  if (!read.ok) return read;
  const { badRows, rows, unchanged } = read.value;
  const difference = findOfficeDifference(set, read.value.set);
  const changes = describeOfficeChanges(read.value.set, difference);
  const { added, amended, ended } = difference;
  const counts = { rows, added: added.length, changed: amended.length, ended: ended.length, unchanged };
  const preview = {
    counts,
    changes: changes.slice(0, mostTold),
    badRows: tellBadRows(agenciesRefusals, badRows),
    badRowCount: badRows.length,
    // Without the ids of new records, which are others each time.
    fingerprint: fingerprintOf(workbook, changes),
  };
  return accept({ difference, preview });
}

export const preview = implementWrite(previewOfficeImport, {
  prepare: (_, { request }) => receiveWorkbook(request),
  load: ({ params }, context, _workbook: ReceivedWorkbook) => loadBelow(params.placeId, context, { lock: false }),
  authorise: ({ mayEdit }) => mayEdit,
  handle: async (_, stored, { audit, now }, workbook) => {
    const planned = plan(stored, workbook, now);
    if (!planned.ok) return planned;
    audit({ ...planned.value.preview.counts, badRows: planned.value.preview.badRowCount });
    return accept(planned.value.preview);
  },
});

export const write = implementWrite(importOffices, {
  prepare: (_, { request }) => receiveWorkbook(request),
  load: ({ params }, context, _workbook: ReceivedWorkbook) => loadBelow(params.placeId, context, { lock: true }),
  authorise: ({ mayEdit }) => mayEdit,
  handle: async (_, stored, { database, audit, now, actor }, workbook) => {
    const planned = plan(stored, workbook, now);
    if (!planned.ok) return planned;
    const { difference, preview: shown } = planned.value;
    const checked = checkImport(shown, workbook.fingerprint);
    if (!checked.ok) return checked;
    await writeOffices(database, difference, { accountId: actor.accountId, now });
    audit(shown.counts);
    return accept({ counts: shown.counts });
  },
});

export const exportList = implementRead(exportOffices, {
  answer: async ({ params }, { database, now, audit }) => {
    const found = await findPlaceAtHand(database, params.placeId);
    if (!found.ok) return found;
    const set = await loadOfficeSet(database, await listPlaceIdsBelow(database, params.placeId));
    const bytes = await writeWorkbook(writeOfficeSheets(set));
    audit({ rows: set.size });
    return accept({
      fileName: `co-quan-nhan-su-${found.value.place.code}-${vietnamDay(now)}.xlsx`,
      rows: set.size,
      base64: Buffer.from(bytes).toString('base64'),
    });
  },
});
