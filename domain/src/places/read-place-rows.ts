import { refuse, type Refusal, type Result } from '../kernel/result.ts';
import { readChoice, readDay, readNeeded, readShare, readText } from '../kernel/workbook/read-cells.ts';
import { need, readRow } from '../kernel/workbook/row-refused.ts';
import type { SheetRow } from '../kernel/workbook/sheet.ts';
import { fullName, placeId, stoodOn, type Place, type PlaceLevel, type Succession } from './place.ts';
import { successionKey, type PlaceSet } from './place-change.ts';
import { kindWords, levelWords, placeSheets, trustWords } from './places-sheet.ts';

export type PlaceSheetRow = SheetRow<keyof typeof placeSheets>;

export interface RowReader {
  read(row: PlaceSheetRow): Result<unknown>;
  /** After the last row: what can only be said when all rows are known. */
  finish(): { readonly row: PlaceSheetRow; readonly refusal: Refusal }[];
  set(): PlaceSet;
  /** The row that brought the unit or succession of this id. */
  rowOf(id: string): PlaceSheetRow | undefined;
}

/** Takes the rows of a workbook one after another into a set of units. */
export function makeRowReader(before: PlaceSet): RowReader {
  const places = new Map(before.places);
  const successions = new Map(before.successions);
  const rows = new Map<string, PlaceSheetRow>();
  const parents: { readonly row: PlaceSheetRow; readonly id: string; readonly code: string }[] = [];

  function claim(row: PlaceSheetRow, key: string): void {
    const other = rows.get(key);
    if (other !== undefined) need(refuse('workbook.row_twice', { details: { other: other.number } }));
    rows.set(key, row);
  }

  const readers: Record<PlaceSheetRow['sheet'], (row: PlaceSheetRow) => void> = {
    units(row) {
      const [code, level, type, name, parent, from, to] = row.cells;
      const [codeAs, levelAs, typeAs, nameAs, parentAs, fromAs, toAs] = placeSheets.units.columns;
      const unit = {
        code: need(readNeeded(code, codeAs)),
        level: need(readChoice<PlaceLevel>(level, levelAs, levelWords)),
        type: need(readNeeded(type, typeAs)),
        name: need(readNeeded(name, nameAs)),
      };
      const validFrom = need(readDay(from, fromAs));
      const validTo = need(readDay(to, toAs));
      const above = need(readText(parent, parentAs));
      const id = placeId(unit.code, validFrom);
      const known = places.get(id);
      if (known === undefined && validFrom === null) {
        need(refuse('places.begin_missing', { details: { place: fullName(unit), column: fromAs } }));
      }
      claim(row, id);
      const knownFrom = known?.knownFrom ?? validFrom ?? '';
      places.set(id, { id, ...unit, validFrom, validTo, parentId: null, knownFrom, changes: known?.changes ?? [] });
      parents.push({ row, id, code: above });
    },
    changes(row) {
      const [code, from, day, type, name] = row.cells;
      const [codeAs, fromAs, dayAs, typeAs, nameAs] = placeSheets.changes.columns;
      const id = placeId(need(readNeeded(code, codeAs)), need(readDay(from, fromAs)));
      const unit = places.get(id);
      if (unit === undefined) return need({ ok: false, refusal: unknownPlace(id, codeAs) });
      const on = need(readDay(day, dayAs));
      if (on === null) return need(refuse('workbook.cell_missing', { details: { column: dayAs } }));
      claim(row, `${unit.id} ${on}`);
      const change = { from: on, type: need(readNeeded(type, typeAs)), name: need(readNeeded(name, nameAs)) };
      const changes = [...unit.changes.filter((other) => other.from !== on), change];
      places.set(unit.id, { ...unit, changes: changes.toSorted((one, other) => (one.from < other.from ? -1 : 1)) });
      if (!rows.has(unit.id)) rows.set(unit.id, row);
    },
    successions(row) {
      const [oldCode, oldFrom, newCode, newFrom, day, kind, share, trust] = row.cells;
      const [oldAs, oldFromAs, newAs, newFromAs, dayAs, kindAs, shareAs, trustAs] = placeSheets.successions.columns;
      const on = need(readDay(day, dayAs));
      if (on === null) return need(refuse('workbook.cell_missing', { details: { column: dayAs } }));
      const step: Succession = {
        fromId: placeId(need(readNeeded(oldCode, oldAs)), need(readDay(oldFrom, oldFromAs))),
        toId: placeId(need(readNeeded(newCode, newAs)), need(readDay(newFrom, newFromAs))),
        on,
        kind: need(readChoice<Succession['kind']>(kind, kindAs, kindWords)),
        weight: need(readShare(share, shareAs)),
        trust: need(readChoice<Succession['trust']>(trust, trustAs, trustWords)),
      };
      const key = successionKey(step);
      claim(row, key);
      successions.set(key, step);
      if (!rows.has(step.fromId)) rows.set(step.fromId, row);
    },
  };

  return {
    read: (row) => readRow(() => readers[row.sheet](row)),
    finish() {
      const byCode = Map.groupBy(places.values(), ({ code }) => code);
      return parents.flatMap(({ row, id, code }) => {
        const unit = places.get(id);
        if (unit === undefined || code === '') return [];
        const parent = byCode.get(code)?.find((other) => stoodOn(other, unit.validFrom ?? unit.knownFrom));
        if (parent === undefined) return [{ row, refusal: unknownPlace(code, placeSheets.units.columns[4], unit) }];
        places.set(id, { ...unit, parentId: parent.id });
        return [];
      });
    },
    set: () => ({ places, successions }),
    rowOf: (id) => rows.get(id) ?? rows.get(id.split(' > ')[0] ?? ''),
  };
}

function unknownPlace(id: string, column: string, unit?: Place): Refusal {
  return { code: 'places.unknown_place', details: { id, column, place: unit === undefined ? column : fullName(unit) } };
}
