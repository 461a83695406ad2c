import { createHash } from 'node:crypto';
import { fullName } from '@mangnon/domain/places/place.ts';
import type { PlaceSet } from '@mangnon/domain/places/place-change.ts';
import { findDifference, type PlaceDifference } from '@mangnon/domain/places/place-difference.ts';
import { findOutsideReach, type PlaceReach } from '@mangnon/domain/places/place-reach.ts';
import type { ImportPreview } from '@mangnon/domain/places/places-exchange.api.ts';
import { readPlaceSheets, type BadRow, type ReadSheets } from '@mangnon/domain/places/read-place-sheets.ts';
import { accept, type Result } from '@mangnon/domain/kernel/result.ts';
import { describeChanges } from './describe-changes.ts';
import { tellRefusal } from './place-changes.actions.ts';
import type { ReceivedWorkbook } from './receive-workbook.ts';

/** Most changes, and most bad rows, told in a preview; the counts tell the rest. */
const mostTold = 200;

export interface PlannedImport {
  readonly after: PlaceSet;
  readonly difference: PlaceDifference;
  readonly preview: ImportPreview;
}

/** What a workbook would do to the list as it stands now. */
export function planImport(
  before: PlaceSet,
  { sheets, sha256 }: ReceivedWorkbook,
  reach: PlaceReach,
): Result<PlannedImport> {
  const read = readPlaceSheets(before, sheets);
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
  // Covers the file and what it would do today: a preview of yesterday's list no longer fits.
  const fingerprint = createHash('sha256').update(sha256).update(JSON.stringify(difference)).digest('hex');
  const preview: ImportPreview = {
    counts,
    changes: changes.slice(0, mostTold),
    badRows: tellBadRows(badRows),
    badRowCount: badRows.length,
    fingerprint,
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

function tellBadRows(badRows: ReadSheets['badRows']): ImportPreview['badRows'] {
  return badRows.slice(0, mostTold).map(({ sheet, row, column, refusal }) => ({
    sheet,
    row,
    column,
    code: refusal.code,
    message: tellRefusal(refusal),
  }));
}
