import { createHash } from 'node:crypto';
import type { Place, Succession } from '@mangnon/domain/places/place.ts';
import { fullName } from '@mangnon/domain/places/place.ts';
import type { PlaceSet } from '@mangnon/domain/places/place-change.ts';
import { successionKey } from '@mangnon/domain/places/place-change.ts';
import { findDifference, type PlaceDifference } from '@mangnon/domain/places/place-difference.ts';
import { kindWords, levelWords, placeSheets, trustWords } from '@mangnon/domain/places/places-sheet.ts';
import type { ImportPreview } from '@mangnon/domain/places/places-exchange.api.ts';
import { readPlaceSheets, type ReadSheets } from '@mangnon/domain/places/read-place-sheets.ts';
import { accept, type Result } from '@mangnon/domain/kernel/result.ts';
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
export function planImport(before: PlaceSet, { sheets, sha256 }: ReceivedWorkbook): Result<PlannedImport> {
  const read = readPlaceSheets(before, sheets);
  if (!read.ok) return read;
  const { set, rows, badRows } = read.value;
  const difference = findDifference(before, set);
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

function tellBadRows(badRows: ReadSheets['badRows']): ImportPreview['badRows'] {
  return badRows.slice(0, mostTold).map(({ sheet, row, column, refusal }) => ({
    sheet,
    row,
    column,
    code: refusal.code,
    message: tellRefusal(refusal),
  }));
}

function describeChanges(set: PlaceSet, difference: PlaceDifference): ImportPreview['changes'] {
  const nameOf = (id: string) => {
    const unit = set.places.get(id);
    return unit === undefined ? id : `${fullName(unit)} (${unit.code})`;
  };
  const stepName = ({ fromId, toId }: Succession) => `${nameOf(fromId)} → ${nameOf(toId)}`;
  return [
    ...difference.addedPlaces.map(({ id }) => ({ what: 'unit_added' as const, id, name: nameOf(id), fields: [] })),
    ...difference.changedPlaces.map(({ before, after }) => ({
      what: 'unit_changed' as const,
      id: after.id,
      name: nameOf(after.id),
      fields: compareFields(unitColumns, before, after),
    })),
    ...difference.addedSuccessions.map((step) => ({
      what: 'succession_added' as const,
      id: successionKey(step),
      name: stepName(step),
      fields: [],
    })),
    ...difference.changedSuccessions.map(({ before, after }) => ({
      what: 'succession_changed' as const,
      id: successionKey(after),
      name: stepName(after),
      fields: compareFields(stepColumns, before, after),
    })),
  ];
}

type Columns<Item> = readonly (readonly [string, (item: Item) => string | number | null])[];

const day = (iso: string | null) => iso?.split('-').toReversed().join('/') ?? null;
const unit = placeSheets.units.columns;
const unitColumns: Columns<Place> = [
  [unit[1], ({ level }) => levelWords[level]],
  [unit[2], ({ type }) => type],
  [unit[3], ({ name }) => name],
  [unit[4], ({ parentId }) => parentId?.split('@')[0] ?? null],
  [unit[6], ({ validTo }) => day(validTo)],
  [
    placeSheets.changes.name,
    ({ changes }) => changes.map(({ from, type, name }) => `${day(from)}: ${type} ${name}`).join('; '),
  ],
];
const step = placeSheets.successions.columns;
const stepColumns: Columns<Succession> = [
  [step[4], ({ on }) => day(on)],
  [step[5], ({ kind }) => kindWords[kind]],
  [step[6], ({ weight }) => weight],
  [step[7], ({ trust }) => trustWords[trust]],
];

function compareFields<Item>(columns: Columns<Item>, before: Item, after: Item) {
  return columns
    .map(([column, of]) => ({ column, before: String(of(before) ?? ''), after: String(of(after) ?? '') }))
    .filter((field) => field.before !== field.after);
}
