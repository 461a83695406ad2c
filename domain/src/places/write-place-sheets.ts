import type { Sheet, SheetCell } from '../kernel/workbook/sheet.ts';
import type { Place, Succession } from './place.ts';
import { kindWords, levelWords, placeSheets, trustWords } from './places-sheet.ts';

function day(iso: string | null): SheetCell {
  return iso === null ? null : { day: iso };
}

/** The workbook of a set of units: reading it back (`readPlaceSheets`) changes nothing. */
export function writePlaceSheets(
  units: readonly Place[],
  successions: readonly Succession[],
  codeOf: (id: string) => string | undefined,
): Sheet[] {
  const idParts = (id: string): [string, SheetCell] => {
    const [code = '', from = ''] = id.split('@');
    return [code, day(from === '' ? null : from)];
  };
  return [
    {
      name: placeSheets.units.name,
      rows: [
        placeSheets.units.columns,
        ...units.map((unit) => [
          unit.code,
          levelWords[unit.level],
          unit.type,
          unit.name,
          unit.parentId === null ? null : (codeOf(unit.parentId) ?? null),
          day(unit.validFrom),
          day(unit.validTo),
        ]),
      ],
    },
    {
      name: placeSheets.changes.name,
      rows: [
        placeSheets.changes.columns,
        ...units.flatMap((unit) =>
          unit.changes.map(({ from, type, name }) => [unit.code, day(unit.validFrom), day(from), type, name]),
        ),
      ],
    },
    {
      name: placeSheets.successions.name,
      rows: [
        placeSheets.successions.columns,
        ...successions.map(({ fromId, toId, on, kind, weight, trust }) => [
          ...idParts(fromId),
          ...idParts(toId),
          day(on),
          kindWords[kind],
          weight,
          trustWords[trust],
        ]),
      ],
    },
  ];
}
