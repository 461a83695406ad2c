import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { Place } from '@mangnon/domain/places/place.ts';
import type { PlaceSet } from '@mangnon/domain/places/place-change.ts';
import { exportPlaces, importPlaces, previewPlaceImport } from '@mangnon/domain/places/places-exchange.api.ts';
import { writeDecisionSheet } from '@mangnon/domain/places/write-decision-sheet.ts';
import { writePlaceSheets } from '@mangnon/domain/places/write-place-sheets.ts';
import { implementRead, implementWrite } from '../platform/action/action.ts';
import { checkImport } from '../platform/workbook/check-import.ts';
import { receiveWorkbook, type ReceivedWorkbook } from '../platform/workbook/receive-workbook.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { findEditReach, reachesSomewhere } from './place-reach.queries.ts';
import { listDecidedChanges } from './place-history.queries.ts';
import { loadPlaceSet } from './place-set.queries.ts';
import { planImport } from './plan-import.ts';
import { writeDifference } from './write-places.ts';

export const preview = implementWrite(previewPlaceImport, {
  prepare: (_, { request }) => receiveWorkbook(request),
  load: async (_, { database }, _workbook: ReceivedWorkbook) =>
    accept({ before: await loadPlaceSet(database, { lock: false }), reach: await findEditReach(database) }),
  authorise: ({ reach }) => reachesSomewhere(reach),
  handle: async (_, { before, reach }, { audit }, workbook) => {
    const planned = planImport(before, workbook, reach);
    if (!planned.ok) return planned;
    audit({ ...planned.value.preview.counts, badRows: planned.value.preview.badRowCount });
    return accept(planned.value.preview);
  },
});

export const write = implementWrite(importPlaces, {
  prepare: (_, { request }) => receiveWorkbook(request),
  load: async (_, { database }, _workbook: ReceivedWorkbook) =>
    accept({ before: await loadPlaceSet(database, { lock: true }), reach: await findEditReach(database) }),
  authorise: ({ reach }) => reachesSomewhere(reach),
  handle: async (_, { before, reach }, { database, audit, actor, now }, workbook) => {
    const planned = planImport(before, workbook, reach);
    if (!planned.ok) return planned;
    const { after, difference, preview: shown } = planned.value;
    const checked = checkImport(shown, workbook.fingerprint);
    if (!checked.ok) return checked;
    await writeDifference(database, after, difference, { accountId: actor.accountId, now, decisionId: null });
    audit(shown.counts);
    return accept({ counts: shown.counts });
  },
});

/** The unit and all below it, in any time, with what they came from and became; the whole list without a unit. */
function selectUnits(set: PlaceSet, under: string | undefined): { units: Place[]; ids: Set<string> } {
  const all = [...set.places.values()];
  const isUnder = (unit: Place): boolean => {
    for (let one: Place | undefined = unit; one; one = one.parentId ? set.places.get(one.parentId) : undefined) {
      if (one.id === under) return true;
    }
    return false;
  };
  const units = under === undefined ? all : all.filter(isUnder);
  return { units, ids: new Set(units.map(({ id }) => id)) };
}

export const exportList = implementRead(exportPlaces, {
  answer: async ({ query }, { database, now, audit }) => {
    const set = await loadPlaceSet(database, { lock: false });
    const top = query.under === undefined ? undefined : set.places.get(query.under);
    if (query.under !== undefined && top === undefined) return refuse('places.not_found', { where: 'under' });
    const { units, ids } = selectUnits(set, query.under);
    const steps = [...set.successions.values()].filter(({ fromId, toId }) => ids.has(fromId) || ids.has(toId));
    const sheets = writePlaceSheets(units, steps, (id) => set.places.get(id)?.code);
    const changes = await listDecidedChanges(database, query.under === undefined ? null : [...ids]);
    const bytes = await writeWorkbook([...sheets, writeDecisionSheet(changes)]);
    audit({ units: units.length, under: query.under ?? null });
    return accept({
      fileName: `dia-ban-${top?.code ?? 'ca-nuoc'}-${vietnamDay(now)}.xlsx`,
      units: units.length,
      base64: Buffer.from(bytes).toString('base64'),
    });
  },
});
