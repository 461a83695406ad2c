import { fold } from '../fold.ts';
import { accept, refuse, type Result } from '../result.ts';
import { formulaSign, type SheetCell } from './sheet.ts';

/** Of names and words, unless the caller says otherwise. */
const usualLength = 120;

/** The text of a cell, `''` where it is empty. Formulas, and texts a spreadsheet would take for one, are refused. */
export function readText(cell: SheetCell | undefined, column: string, longest: number = usualLength): Result<string> {
  if (cell === null || cell === undefined) return accept('');
  if (typeof cell === 'object') {
    return 'formula' in cell ? refuse('workbook.cell_formula', { details: { column } }) : accept(cell.day);
  }
  const text = String(cell).normalize('NFC').trim();
  if (formulaSign.test(text)) return refuse('workbook.cell_formula', { details: { column } });
  if (text.length > longest) return refuse('workbook.cell_too_long', { details: { column, limit: longest } });
  return accept(text);
}

export function readNeeded(cell: SheetCell | undefined, column: string, longest: number = usualLength): Result<string> {
  const text = readText(cell, column, longest);
  return text.ok && text.value === '' ? refuse('workbook.cell_missing', { details: { column } }) : text;
}

/** A day typed as a date, as 01/07/2025 or as 2025-07-01; `null` where the cell is empty. */
export function readDay(cell: SheetCell | undefined, column: string): Result<string | null> {
  const text = readText(cell, column);
  if (!text.ok) return text;
  if (text.value === '') return accept(null);
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.value) ?? [];
  const iso = year === '' ? text.value : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? accept(iso) : refuse('workbook.cell_date', { details: { column, value: text.value } });
}

function isDay(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/** A share such as 0,4 or 0.4; `null` where the cell is empty. */
export function readShare(cell: SheetCell | undefined, column: string): Result<number | null> {
  const text = readText(cell, column);
  if (!text.ok) return text;
  if (text.value === '') return accept(null);
  const share = /^\d*[.,]?\d+$/.test(text.value) ? Number(text.value.replace(',', '.')) : Number.NaN;
  return share > 0 && share <= 1
    ? accept(share)
    : refuse('workbook.cell_number', { details: { column, value: text.value } });
}

/** The key whose word stands in the cell, accents and case aside. */
export function readChoice<Key extends string>(
  cell: SheetCell | undefined,
  column: string,
  choices: Readonly<Record<Key, string>>,
): Result<Key> {
  const text = readNeeded(cell, column);
  if (!text.ok) return text;
  const wanted = fold(text.value);
  const key = (Object.keys(choices) as Key[]).find((name) => fold(choices[name]) === wanted);
  if (key !== undefined) return accept(key);
  const words = Object.values<string>(choices).join(', ');
  return refuse('workbook.cell_choice', { details: { column, value: text.value, choices: words } });
}
