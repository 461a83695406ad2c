import { accept, refuse, type Result } from '../../kernel/result.ts';
import type { BadRow } from '../../kernel/workbook/bad-row.ts';
import { badRowOf, gatherRows } from '../../kernel/workbook/gather-rows.ts';
import { readChoice, readDay, readNeeded, readText } from '../../kernel/workbook/read-cells.ts';
import { need, readRow } from '../../kernel/workbook/row-refused.ts';
import type { Sheet, SheetCell, SheetRow } from '../../kernel/workbook/sheet.ts';
import { calendarYearNumber, type Calendar } from './calendar.ts';
import { calendarSheets, calendarTrustWords, kindWords, statusWords } from './calendar-sheets.ts';
import { checkCalendar } from './check-calendar.ts';

type Row = SheetRow<keyof typeof calendarSheets>;

export interface ReadCalendar {
  /** As it would be after the file. Of no use while there are bad rows. */
  readonly calendar: Calendar;
  readonly rows: number;
  readonly badRows: readonly BadRow[];
}

/**
 * What a calendar would become with the rows of a workbook: days, years and stretches that are there already are
 * replaced, others added; what the file does not name stays. Refuses a file that is not of this form at all; every
 * single row that is wrong is named in `badRows`.
 */
export function readCalendarSheets(before: Calendar, sheets: readonly Sheet[]): Result<ReadCalendar> {
  const gathered = gatherRows(calendarSheets, sheets);
  if (!gathered.ok) return gathered;
  const after = { ...before, years: new Map(before.years), days: new Map(before.days), open: new Map(before.open) };
  const rowsByKey = new Map<string, Row>();
  const claim = (row: Row, key: string) => {
    const other = rowsByKey.get(key);
    if (other !== undefined) need(refuse('workbook.row_twice', { details: { other: other.number } }));
    rowsByKey.set(key, row);
  };
  const readers: Record<Row['sheet'], (row: Row) => void> = {
    years(row) {
      const [year, status, note] = row.cells;
      const [yearAs, statusAs, noteAs] = calendarSheets.years.columns;
      const text = need(readNeeded(year, yearAs));
      const number = calendarYearNumber.safeParse(Number(text));
      if (!number.success) {
        return need(refuse('calendar.not_a_year', { details: { column: yearAs, value: text } }));
      }
      claim(row, `year ${number.data}`);
      const read = { status: need(readChoice(status, statusAs, statusWords)), note: readLong(note, noteAs, 500) };
      after.years.set(number.data, { year: number.data, ...read });
    },
    days(row) {
      const [day, kind, name, basis, article, trust, source, note] = row.cells;
      const [dayAs, kindAs, nameAs, basisAs, articleAs, trustAs, sourceAs, noteAs] = calendarSheets.days.columns;
      const on = readDayNeeded(day, dayAs);
      claim(row, on);
      after.days.set(on, {
        day: on,
        kind: need(readChoice(kind, kindAs, kindWords)),
        name: need(readNeeded(name, nameAs)),
        basis: need(readNeeded(basis, basisAs, 200)),
        article: readLong(article, articleAs, 80),
        trust: need(readChoice(trust, trustAs, calendarTrustWords)),
        source: readLong(source, sourceAs, 300),
        note: readLong(note, noteAs, 500),
      });
    },
    open(row) {
      const [from, to, name, note] = row.cells;
      const [fromAs, toAs, nameAs, noteAs] = calendarSheets.open.columns;
      const first = readDayNeeded(from, fromAs);
      claim(row, `open ${first}`);
      const read = { name: need(readNeeded(name, nameAs)), note: readLong(note, noteAs, 500) };
      after.open.set(first, { from: first, to: readDayNeeded(to, toAs), ...read });
    },
  };
  const badRows: BadRow[] = [];
  for (const row of gathered.value) {
    const done = readRow(() => readers[row.sheet](row));
    if (!done.ok) badRows.push(badRowOf(calendarSheets, row, done.refusal));
  }
  if (badRows.length > 0) return accept({ calendar: before, rows: gathered.value.length, badRows });
  for (const refusal of checkCalendar(after)) {
    const row = rowsByKey.get(refusal.where ?? '') ?? rowsByKey.get(`open ${refusal.where}`);
    const nowhere = { sheet: null, row: null, column: null, refusal };
    badRows.push(row === undefined ? nowhere : badRowOf(calendarSheets, row, refusal));
  }
  return accept({ calendar: after, rows: gathered.value.length, badRows });
}

function readDayNeeded(cell: SheetCell | undefined, column: string): string {
  const day = need(readDay(cell, column));
  return day ?? need(refuse('workbook.cell_missing', { details: { column } }));
}

function readLong(cell: SheetCell | undefined, column: string, longest: number): string | null {
  const text = need(readText(cell, column, longest));
  return text === '' ? null : text;
}
