import { fullName } from '@mangnon/domain/places/place.ts';
import type { PlaceSet } from '@mangnon/domain/places/place-change.ts';
import { findDifference, type PlaceDifference } from '@mangnon/domain/places/place-difference.ts';
import { findOutsideReach, type PlaceReach } from '@mangnon/domain/places/place-reach.ts';
import type { ImportPreview } from '@mangnon/domain/places/places-exchange.api.ts';
import type { BadRow } from '@mangnon/domain/kernel/workbook/bad-row.ts';
import { placesRefusals } from '@mangnon/domain/places/places.refusals.ts';
import { readPlaceSheets } from '@mangnon/domain/places/read-place-sheets.ts';
import { accept, type Result } from '@mangnon/domain/kernel/result.ts';
import { fingerprintOf, mostTold, tellBadRows } from '../platform/workbook/check-import.ts';
import type { ReceivedWorkbook } from '../platform/workbook/receive-workbook.ts';
import { describeChanges } from './describe-changes.ts';

export interface PlannedImport {
  readonly after: PlaceSet;
  readonly difference: PlaceDifference;
  readonly preview: ImportPreview;
}

/** What a workbook would do to the list as it stands now. */
export function planImport(before: PlaceSet, workbook: ReceivedWorkbook, reach: PlaceReach): Result<PlannedImport> {
  const read = readPlaceSheets(before, workbook.sheets);
  if (!read.ok) return read;
  const { set, rows } = read.value;
  const difference = findDifference(before, set);
  const badRows = [...read.value.badRows, ...findOutside(before, set, difference, reach)];
  const { addedPlaces, changedPlaces, addedSuccessions, changedSuccessions } = difference;
  const counts = {
    rows,
    unitsAdded: addedPlaces.length,
    unitsChanged: changedPlaces.length,
    successionsAdded: addedSuccessions.length,
    successionsChanged: changedSuccessions.length,
  };
  const changes = describeChanges(set, difference);
  const preview: ImportPreview = {
    counts,
    changes: changes.slice(0, mostTold),
    badRows: tellBadRows(placesRefusals, badRows),
    badRowCount: badRows.length,
    fingerprint: fingerprintOf(workbook, difference),
  };
  return accept({ after: set, difference, preview });
}

/** Units the officer does not answer for, as what is wrong with the file. */
function findOutside(before: PlaceSet, after: PlaceSet, difference: PlaceDifference, reach: PlaceReach): BadRow[] {
  return findOutsideReach(before, after, difference, reach).map((unit) => ({
    sheet: null,
    row: null,
    column: null,
    refusal: { code: 'places.outside_reach', where: unit.id, details: { place: fullName(unit) } },
  }));
}
