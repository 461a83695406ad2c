import { accept, refuse, type Result } from '../kernel/result.ts';
import { readChoice, readDay, readNeeded, readText } from '../kernel/workbook/read-cells.ts';
import { need } from '../kernel/workbook/row-refused.ts';
import type { SheetCell, SheetRow } from '../kernel/workbook/sheet.ts';
import { trustWords } from '../places/places-sheet.ts';
import { readHours } from './duty-hours-text.ts';
import type { OfficeKind } from './office.ts';
import { phoneNumber } from './office.ts';
import { dutyNames, officeSheets } from './office-sheets.ts';
import { committeeTypeWords, headRoleWords, memberRoleWords, villageTypeWords } from './office-words.ts';

export type OfficeRow = SheetRow<OfficeKind>;

/** The first cell of each row, and the two last: where and when. Leaves the row where they cannot be read. */
export function readWhereAndWhen(row: OfficeRow) {
  const columns: readonly string[] = officeSheets[row.sheet].columns;
  const [code] = row.cells;
  const [from, to] = row.cells.slice(-2);
  const [fromAs = '', toAs = ''] = columns.slice(-2);
  const codeText = need(readNeeded(code, columns[0] ?? ''));
  // A code written as a number has lost the zeros in front.
  const bare =
    typeof code === 'number' && codeText.length < 5 && codeText.length > 2 ? codeText.padStart(5, '0') : codeText;
  return {
    code: typeof code === 'number' && codeText.length === 1 ? `0${codeText}` : bare,
    validFrom: need(readDay(from, fromAs)),
    validTo: need(readDay(to, toAs)),
  };
}

/** A first day, for records that must have one. */
export function needDay(validFrom: string | null): string {
  return need(
    validFrom === null ? refuse('workbook.cell_missing', { details: { column: 'Từ ngày' } }) : accept(validFrom),
  );
}

/** What a row says besides where and when, by kind. Leaves the row where a cell cannot be read. */
export const fieldReaders = {
  office: (row: OfficeRow) => {
    const at = cellsOf(row);
    return {
      agencyId: at.needed(1),
      name: at.needed(2, 200),
      phone: at.phone(3),
      address: at.text(4, 300),
    };
  },
  office_duty: (row: OfficeRow) => {
    const at = cellsOf(row);
    return {
      parent: at.needed(1, 200),
      duty: at.choice(2, dutyNames),
      basis: at.text(3, 200),
      article: at.text(4, 80),
      trust: at.choice(5, trustWords),
    };
  },
  head: (row: OfficeRow) => {
    const at = cellsOf(row);
    return {
      parent: at.needed(1, 200),
      role: at.choice(2, headRoleWords),
      name: at.needed(3),
      title: at.needed(4, 160),
      charge: at.text(5, 300),
    };
  },
  focal_point: (row: OfficeRow) => {
    const at = cellsOf(row);
    const phone = at.phone(3);
    return {
      parent: at.needed(1, 200),
      name: at.needed(2, 160),
      phone: phone ?? at.missing(3),
      hours: need(parseHours(at.needed(4, 300), at.column(4))),
    };
  },
  committee: (row: OfficeRow) => {
    const at = cellsOf(row);
    return {
      type: at.choice(1, committeeTypeWords),
      name: at.needed(2, 300),
      decisionNumber: at.needed(3, 80),
      decidedOn: at.day(4) ?? at.missing(4),
      decidedBy: at.needed(5, 200),
      rulesNumber: at.text(6, 80),
      rulesOn: at.day(7),
    };
  },
  member: (row: OfficeRow) => {
    const at = cellsOf(row);
    return {
      parent: at.needed(1, 300),
      role: at.choice(2, memberRoleWords),
      name: at.needed(3),
      position: at.needed(4, 160),
    };
  },
  village: (row: OfficeRow) => {
    const at = cellsOf(row);
    return { type: at.choice(1, villageTypeWords), name: at.needed(2) };
  },
  collaborator: (row: OfficeRow) => {
    const at = cellsOf(row);
    return { parent: at.needed(1, 160), name: at.needed(2), phone: at.phone(3) };
  },
} as const;

function cellsOf({ sheet, cells }: OfficeRow) {
  const columns: readonly string[] = officeSheets[sheet].columns;
  const column = (at: number) => columns[at] ?? '';
  return {
    column,
    needed: (at: number, longest?: number) => need(readNeeded(cells[at], column(at), longest)),
    text: (at: number, longest?: number) => need(readText(cells[at], column(at), longest)) || null,
    day: (at: number) => need(readDay(cells[at], column(at))),
    choice: <Key extends string>(at: number, words: Readonly<Record<Key, string>>) =>
      need(readChoice<Key>(cells[at], column(at), words)),
    phone: (at: number) => need(readPhone(cells[at], column(at))),
    missing: (at: number): never => need(refuse('workbook.cell_missing', { details: { column: column(at) } })),
  };
}

/** A telephone; one that was typed as a number has lost its zero in front, which is put back. */
function readPhone(cell: SheetCell | undefined, column: string): Result<string | null> {
  const text = readText(cell, column);
  if (!text.ok) return text;
  if (text.value === '') return accept(null);
  const lost = typeof cell === 'number' && text.value.length >= 9 && !text.value.startsWith('0');
  const parsed = phoneNumber.safeParse(lost ? `0${text.value}` : text.value);
  return parsed.success
    ? accept(parsed.data)
    : refuse('offices.cell_phone', { details: { column, value: text.value } });
}

function parseHours(text: string, column: string) {
  const hours = readHours(text);
  return hours === null ? refuse('offices.cell_hours', { details: { column, value: text } }) : accept(hours);
}
